package search

import (
	"encoding/binary"
	"math"
	"strings"

	"github.com/microleadership/playbook/internal/pack"
)

// Load reads what Save wrote. The next build is then what it would have been there. After
// an error the Builder remembers nothing. It keeps no piece of what it has read.
func (b *Builder) Load(r *pack.Reader) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	l := loader{Reader: r}
	l.load()
	if err := r.Err(); err != nil {
		b.memory = memory{}
		return err
	}
	b.memory = l.memory
	return nil
}

// loader reads a memory. What cannot be right fails it; then it goes on, with zeros.
type loader struct {
	*pack.Reader
	memory
}

func (l *loader) load() {
	l.numbers(l.means[:])
	l.langs = make([]string, l.Count(1))
	for i := range l.langs {
		l.langs[i] = strings.Clone(l.String())
	}
	l.loadPages()
	l.loadWords()
	l.loadTitles()
	l.loadKinship()
	l.mirror.order = make([]int32, l.Count(1))
	for i := range l.mirror.order {
		l.mirror.order[i] = int32(l.below(len(l.inverted.words)))
	}
	l.loadBorrowing()
	n := l.Count(len(Sum{}) + 1)
	l.press.sums = make(map[Sum]string, n)
	for range n {
		var sum Sum
		l.sum(sum[:])
		l.press.sums[sum] = strings.Clone(l.String())
	}
}

// below reads a number that is less than a limit.
func (l *loader) below(limit int) int {
	n := l.Uint()
	if n >= uint64(limit) {
		l.Fail()
		return 0
	}
	return int(n)
}

func (l *loader) numbers(list []float64) {
	for i := range list {
		list[i] = math.Float64frombits(l.Fixed())
	}
}

// sum fills a list with the bytes of a sum.
func (l *loader) sum(list []byte) {
	for ; len(list) > 0; list = list[8:] {
		binary.LittleEndian.PutUint64(list, l.Fixed())
	}
}

func (l *loader) loadPages() {
	pages := make([]page, l.Count(38))
	type sizes struct{ facets, packed int }
	list := make([]sizes, len(pages))
	for i := range pages {
		p := &pages[i]
		l.sum(p.key[:])
		if lang := l.below(len(l.langs)); lang < len(l.langs) {
			p.lang = l.langs[lang]
		}
		for f := range p.length {
			p.length[f], p.ends[f] = int32(l.below(math.MaxInt32)), int32(l.below(math.MaxInt32))
		}
		p.size, p.words = l.below(math.MaxInt), l.below(math.MaxInt32)
		p.card.most, p.card.size, p.card.brief, p.card.body = int(l.Uint()), l.below(math.MaxInt), l.below(math.MaxInt), l.below(math.MaxInt)
		list[i] = sizes{l.below(math.MaxInt32), l.below(math.MaxInt32)}
		if p.card.body > list[i].packed {
			l.Fail()
		}
	}
	text := strings.Clone(l.String())
	take := func(n int) (piece string) {
		if n > len(text) {
			l.Fail()
			return ""
		}
		piece, text = text[:n], text[n:]
		return piece
	}
	l.pages = make([]*page, len(pages))
	for i, s := range list {
		pages[i].facets, pages[i].card.packed = take(s.facets), take(s.packed)
		l.pages[i] = &pages[i]
	}
	if text != "" {
		l.Fail()
	}
}

func (l *loader) loadWords() {
	x := &l.inverted
	n := l.Count(6)
	x.words, x.spoken = make([]word, n), make([]uint64, n)
	sizes := make([]int, n)
	var end extent
	for id := range x.words {
		w := &x.words[id]
		sizes[id] = l.below(math.MaxInt32)
		end.postings += l.below(math.MaxInt32)
		end.places += l.below(math.MaxInt32)
		w.ends, w.docs, w.common = end, int32(l.below(math.MaxInt32)), l.Bool()
		x.spoken[id] = l.Uint()
	}
	text := strings.Clone(l.String())
	x.lists = lists{[]byte(l.String()), []byte(l.String())}
	for id, size := range sizes {
		if size > len(text) {
			l.Fail()
			return
		}
		x.words[id].text, text = text[:size], text[size:]
	}
	if end != (extent{len(x.lists.postings), len(x.lists.places)}) || text != "" {
		l.Fail()
	}
}

func (l *loader) loadTitles() {
	l.titles.ends = make([]int32, len(l.pages))
	for doc := range l.pages {
		for range l.Count(4) {
			l.titles.list = append(l.titles.list, neighbour{
				int32(l.below(len(l.inverted.words))), int32(l.below(math.MaxInt32)), uint8(l.below(fieldCount)), l.Bool(),
			})
		}
		l.titles.ends[doc] = int32(len(l.titles.list))
	}
}

func (l *loader) loadKinship() {
	k := &l.kinship
	words := l.inverted.words
	k.spoken, k.of = l.inverted.spoken, make([]int32, len(words))
	families, seen := l.Count(1), 0
	for id := range k.of {
		// Families are in the order of their first words.
		if k.of[id] = int32(l.below(min(seen+1, families))); int(k.of[id]) == seen {
			seen++
		}
	}
	if l.Err() != nil || seen != families {
		l.Fail()
		return
	}
	k.group(families)
	for range l.Count(1) {
		k.endings = append(k.endings, strings.Clone(l.String()))
	}
	k.stems = map[string][]string{}
	for range l.Count(1) {
		lang, list := strings.Clone(l.String()), make([]string, len(words))
		for id := range list {
			n, rest := l.below(len(words[id].text)+1), l.String()
			if list[id] = words[id].text[:n]; rest != "" {
				list[id] += rest
			}
		}
		k.stems[lang] = list
		if l.Err() != nil {
			return
		}
	}
}

func (l *loader) loadBorrowing() {
	b := &l.borrowing
	l.numbers(b.from.means[:])
	b.from.documents, b.from.compound = l.below(math.MaxInt32), l.Bool()
	text := l.String()
	if len(text) != len(l.kinship.families) {
		l.Fail()
		return
	}
	b.rarities = make([]rarity, len(text))
	for i := range b.rarities {
		b.rarities[i] = rarity(text[i])
	}
	b.expander.Load(l.Reader, len(l.pages), len(l.kinship.families))
}
