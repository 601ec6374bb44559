package search

import (
	"bytes"
	"maps"
	"math"
	"slices"

	"github.com/microleadership/playbook/internal/pack"
	"github.com/microleadership/playbook/internal/search/shard"
)

// Save writes what a Builder remembers, for the next process to go on with.
func (b *Builder) Save(w *pack.Writer) {
	b.mu.Lock()
	defer b.mu.Unlock()
	m := &b.memory
	saveNumbers(w, m.means[:])
	w.Count(len(m.langs))
	for _, lang := range m.langs {
		w.String(lang)
	}
	m.savePages(w)
	m.inverted.save(w)
	for doc := range m.pages {
		list := m.titles.of(doc)
		w.Count(len(list))
		for _, n := range list {
			w.Uint(uint64(n.term))
			w.Uint(uint64(n.pos))
			w.Uint(uint64(n.field))
			w.Bool(n.first)
		}
	}
	m.kinship.save(w, m.inverted.words)
	w.Count(len(m.mirror.order))
	for _, id := range m.mirror.order {
		w.Uint(uint64(id))
	}
	m.borrowing.save(w)
	w.Count(len(m.press.sums))
	for _, sum := range slices.SortedFunc(maps.Keys(m.press.sums), func(a, b Sum) int { return bytes.Compare(a[:], b[:]) }) {
		w.Raw(sum[:])
		w.String(m.press.sums[sum])
	}
}

func saveNumbers(w *pack.Writer, list []float64) {
	for _, v := range list {
		w.Fixed(math.Float64bits(v))
	}
}

// savePages writes texts of all pages in one piece, so that who reads them need not make
// thousands.
func (m *memory) savePages(w *pack.Writer) {
	w.Count(len(m.pages))
	size := 0
	for _, p := range m.pages {
		w.Raw(p.key[:])
		w.Uint(uint64(slices.Index(m.langs, p.lang)))
		for f := range p.length {
			w.Uint(uint64(p.length[f]))
			w.Uint(uint64(p.ends[f]))
		}
		for _, n := range []int{p.size, p.words, p.card.most, p.card.size, p.card.brief, p.card.body, len(p.facets), len(p.card.packed)} {
			w.Uint(uint64(n))
		}
		size += len(p.facets) + len(p.card.packed)
	}
	w.Count(size)
	for _, p := range m.pages {
		w.RawString(p.facets)
		w.RawString(p.card.packed)
	}
}

func (x *inverted) save(w *pack.Writer) {
	w.Count(len(x.words))
	size := 0
	for id, word := range x.words {
		w.Uint(uint64(len(word.text)))
		w.Uint(uint64(len(x.postings(id))))
		w.Uint(uint64(len(x.places(id))))
		w.Uint(uint64(word.docs))
		w.Bool(word.common)
		w.Uint(x.spoken[id])
		size += len(word.text)
	}
	w.Count(size)
	for _, word := range x.words {
		w.RawString(word.text)
	}
	for _, list := range [][]byte{x.lists.postings, x.lists.places} {
		w.Count(len(list))
		w.Raw(list)
	}
}

// save writes stems as how much they share with their words, and the rest.
func (k *kinship) save(w *pack.Writer, words []word) {
	w.Count(len(k.families))
	for _, f := range k.of {
		w.Uint(uint64(f))
	}
	w.Count(len(k.endings))
	for _, e := range k.endings {
		w.String(e)
	}
	w.Count(len(k.stems))
	for _, lang := range slices.Sorted(maps.Keys(k.stems)) {
		w.String(lang)
		for id, stem := range k.stems[lang] {
			n := shard.Shared(words[id].text, stem)
			w.Uint(uint64(n))
			w.String(stem[n:])
		}
	}
}

func (b *borrowing) save(w *pack.Writer) {
	saveNumbers(w, b.from.means[:])
	w.Uint(uint64(b.from.documents))
	w.Bool(b.from.compound)
	w.Count(len(b.rarities))
	for _, r := range b.rarities {
		w.Raw([]byte{byte(r)})
	}
	b.expander.Save(w)
}
