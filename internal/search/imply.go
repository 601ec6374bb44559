package search

import "github.com/microleadership/playbook/internal/search/meaning"

// imply gives words the documents that mean them without having them. What is
// meant is a word in whatever form, so the most common form stands for all.
func (x *Index) imply() {
	rows := make([][]meaning.Weight, len(x.docs))
	tf := make([]float64, len(x.docs))
	for family, ids := range x.families {
		if x.stop[x.words[x.mostCommon(ids)].text] {
			continue
		}
		forms := make([]form, len(ids))
		for i, id := range ids {
			forms[i] = form{id, 1}
		}
		docs, n := x.frequencies(forms, tf)
		for _, d := range docs {
			weight := idf(len(x.docs), n) * x.saturate(tf[d])
			rows[d] = append(rows[d], meaning.Weight{Term: int32(family), Weight: float32(weight)})
			tf[d] = 0
		}
	}
	for doc, families := range meaning.Expand(len(x.families), rows) {
		for _, family := range families {
			w := &x.words[x.mostCommon(x.families[family])]
			w.meant = append(w.meant, int32(doc))
		}
	}
}

func (x *Index) mostCommon(ids []int) int {
	best := ids[0]
	for _, id := range ids {
		if len(x.words[id].postings) > len(x.words[best].postings) {
			best = id
		}
	}
	return best
}
