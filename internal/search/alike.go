package search

import "slices"

// said is a word of a document, by its place in a dictionary, and the level of its impact.
type said struct {
	id    int32
	level uint8
}

// compareSayings finds, among documents that were changed, those with the same words of the same
// impacts as before: who edits a facet or puts a word in bold changes nothing else.
func (m *merger) compareSayings() {
	m.alike = slices.Clone(m.was)
	if len(m.before) == 0 {
		return
	}
	after := m.fresh.say()
	for doc, list := range m.before {
		same := func(a, b said) bool {
			return m.renewed.now[a.id] == m.renewed.read[b.id] && a.level == b.level
		}
		if slices.EqualFunc(list, after[doc], same) {
			m.alike[doc] = int32(doc)
		}
	}
}

// say returns what all documents say.
func (x *inverted) say() map[int][]said {
	list := map[int][]said{}
	for id := range x.words {
		for doc, level := range eachPosting(x.postings(id)) {
			list[doc] = append(list[doc], said{int32(id), uint8(level)})
		}
	}
	return list
}
