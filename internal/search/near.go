package search

// neighbours returns, for each document, what it gains by having words of the
// query that follow each other follow each other in its titles too. Two such words
// are scored like a word of their own, so that "lone vote" in a title beats a page
// with both words far apart. Stop words between them do not matter.
func (x *Index) neighbours(slots []filled) []float64 {
	content := 0
	for _, f := range slots {
		if !f.whole {
			content++
		}
	}
	share := x.weights.near * min(1, x.weights.nearWords/float64(content))
	gain := make([]float64, len(x.cards))
	tf := make([]float64, len(x.cards))
	var last *filled
	for i := range slots {
		f := &slots[i]
		if f.whole {
			continue
		}
		if last != nil && f.pos-last.pos <= nearStep {
			scale := share * min(last.worth, f.worth)
			for _, d := range x.together(*last, *f, tf) {
				gain[d] += float64(scale * x.saturate(tf[d]))
				tf[d] = 0
			}
		}
		last = f
	}
	return gain
}

// together finds in tf how much the documents have of a followed by b, whatever they
// stand for, and returns those that have any.
func (x *Index) together(a, b filled, tf []float64) []int {
	second := map[int]bool{}
	for _, alt := range b.alts {
		for _, form := range alt.forms {
			second[form.id] = true
		}
	}
	var docs []int
	for _, alt := range a.alts {
		for _, form := range alt.forms {
			x.pairs.each(form.id, func(word, _ int, postings []byte) {
				if !second[word] {
					return
				}
				for doc, level := range eachPosting(postings) {
					if tf[doc] == 0 {
						docs = append(docs, doc)
					}
					tf[doc] = max(tf[doc], impacts[level])
				}
			})
		}
	}
	return docs
}
