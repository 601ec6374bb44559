package search

import (
	"slices"
	"strings"

	"github.com/microleadership/playbook/internal/search/shard"
)

// renewed says which word of one dictionary is which of another.
type renewed struct {
	was  []int32 // of each word: its place in the last dictionary, -1 if it is new
	now  []int32 // of each word of the last dictionary: its place, -1 if it is gone
	read []int32 // of each word that was read: its place
	same bool    // the dictionaries are
}

// merger makes the lists of now: those of the last time without the documents that are
// gone, and with those that are new. Lists of which no document has come, changed or
// gone are copied as they are. Nothing here depends on an edit being small.
type merger struct {
	*collection
	last    *inverted
	fresh   *inverted
	now     []int32 // of each document of the last time: which it is, -1 for none
	moved   bool    // some are not in their place any more
	norms   []norms // of each document, when impacts count otherwise than before
	respeak bool    // the languages are others
	out     inverted
	before  map[int][]said // what the documents said that are gone, if others may have taken their places
}

// merge joins what the last build left with what was read.
func (c *collection) merge(last *memory, read inverted) {
	if len(last.inverted.words) == 0 {
		c.inverted = read
		c.renewed = renewed{was: fill(len(read.words), none), read: fill(len(read.words), itself)}
		return
	}
	m := merger{collection: c, last: &last.inverted, fresh: &read, respeak: !slices.Equal(last.langs, c.langs), now: fill(len(last.pages), none)}
	kept := 0
	for doc, was := range c.was {
		if was >= 0 {
			m.now[was] = int32(doc)
			m.moved = m.moved || int(was) != doc
			kept++
		}
	}
	if last.means != c.means {
		m.norms = make([]norms, len(c.pages))
		for doc, p := range c.pages {
			m.norms[doc] = c.weights.norms(&p.length, c.means)
		}
	}
	if gone := len(last.pages) - kept; !m.moved && len(last.pages) == len(c.pages) && m.norms == nil && 8*gone <= len(c.pages) {
		m.before = map[int][]said{}
	}
	m.run(m.left(kept == len(last.pages)))
	m.compareSayings()
	c.inverted = m.out
}

func none(int) int32     { return -1 }
func itself(i int) int32 { return int32(i) }

// fill returns a list of n numbers.
func fill(n int, number func(i int) int32) []int32 {
	list := make([]int32, n)
	for i := range list {
		list[i] = number(i)
	}
	return list
}

// left counts the documents that each word of the last time still has.
func (m *merger) left(all bool) []int32 {
	left := make([]int32, len(m.last.words))
	for id := range left {
		if left[id] = m.last.words[id].docs; all {
			continue
		}
		for doc, level := range eachPosting(m.last.postings(id)) {
			if m.now[doc] < 0 {
				left[id]--
				if m.before != nil {
					m.before[doc] = append(m.before[doc], said{int32(id), uint8(level)})
				}
			}
		}
	}
	return left
}

// run goes through both dictionaries.
func (m *merger) run(left []int32) {
	old, fresh := m.last, m.fresh
	size := len(old.words) + len(fresh.words)
	m.out = inverted{words: make([]word, 0, size), spoken: make([]uint64, 0, size)}
	m.out.lists = lists{roomFor(old.lists.postings, fresh.lists.postings), roomFor(old.lists.places, fresh.lists.places)}
	m.renewed = renewed{was: make([]int32, 0, size), now: make([]int32, len(old.words)), read: make([]int32, len(fresh.words)), same: true}
	asTheyWere := !m.moved && m.norms == nil
	for a, b := 0, 0; a < len(old.words) || b < len(fresh.words); {
		order := m.compare(a, b)
		switch {
		case order < 0 && left[a] == 0:
			m.renewed.now[a], m.renewed.same = -1, false
			a++
			continue
		case order < 0 && asTheyWere && left[a] == old.words[a].docs:
			m.copy(old, a)
			if m.respeak {
				m.out.spoken[len(m.out.spoken)-1] = m.spoken(old, a)
			}
		case order < 0:
			m.join(a, -1)
		case order == 0 && left[a] > 0:
			m.join(a, b)
		default:
			m.copy(fresh, b)
		}
		if order >= 0 {
			m.renewed.read[b] = int32(len(m.renewed.was))
			b++
		}
		if order > 0 {
			m.renewed.was, m.renewed.same = append(m.renewed.was, -1), false
		} else {
			m.renewed.now[a] = int32(len(m.renewed.was))
			m.renewed.was = append(m.renewed.was, int32(a))
			a++
		}
	}
}

// roomFor is enough for what two lists have together, with the steps that become longer.
func roomFor(a, b []byte) []byte {
	n := len(a) + len(b)
	return make([]byte, 0, n+n/64)
}

func (m *merger) compare(a, b int) int {
	switch {
	case a == len(m.last.words):
		return 1
	case b == len(m.fresh.words):
		return -1
	}
	return strings.Compare(m.last.words[a].text, m.fresh.words[b].text)
}

// copy takes a word over.
func (m *merger) copy(from *inverted, id int) {
	w := from.words[id]
	m.out.lists.postings = append(m.out.lists.postings, from.postings(id)...)
	m.out.lists.places = append(m.out.lists.places, from.places(id)...)
	m.add(word{text: w.text, docs: w.docs, common: w.common}, from.spoken[id])
}

func (m *merger) add(w word, spoken uint64) {
	w.ends = extent{len(m.out.lists.postings), len(m.out.lists.places)}
	m.out.words, m.out.spoken = append(m.out.words, w), append(m.out.spoken, spoken)
}

// spoken finds the languages of a word whose documents are all in their places.
func (m *merger) spoken(from *inverted, id int) (set uint64) {
	for doc := range eachPosting(from.postings(id)) {
		set |= langSet(m.lang[doc])
	}
	return set
}

// join takes over a word that may be in documents of both, or have lost some.
func (m *merger) join(a, b int) {
	old, fresh := newCursor(m.last, a), newCursor(m.fresh, b)
	begin := extent{len(m.out.lists.postings), len(m.out.lists.places)}
	w := word{text: m.last.words[a].text}
	next, set := 0, uint64(0)
	old.next(m.now)
	fresh.next(nil)
	for old.more || fresh.more {
		from := &old
		if !old.more || fresh.more && fresh.doc < old.doc {
			from = &fresh
		}
		doc, digit := from.doc, from.level
		if from == &old && m.norms != nil {
			impact, _ := m.pages[doc].impact(from.lists.places, from.positions, &m.norms[doc])
			digit = level(impact)
		}
		out := &m.out.lists
		out.postings = appendPosting(out.postings, next, doc, digit)
		out.places = shard.AppendNumber(out.places, doc-max(0, next-1))
		out.places = append(out.places, from.lists.places[from.positions:from.at.places]...)
		set |= langSet(m.lang[doc])
		w.docs++
		next = doc + 1
		if from == &old {
			old.next(m.now)
		} else {
			fresh.next(nil)
		}
	}
	w.common = tooCommon(m.out.lists.places[begin.places:])
	m.add(w, set)
}
