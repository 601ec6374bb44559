package search

import "slices"

const (
	// maxPassage is the length of a passage in words: about two lines on a phone
	// and a half.
	maxPassage = 36
	// lead is how many words are shown before the first match when a long sentence
	// has to be cut.
	lead = 6
)

// excerpt completes a match with what is shown of it.
func (x *Index) excerpt(r ranked, m match) Hit {
	d := x.docs[m.doc]
	w := x.wanted(r)
	hit := Hit{Doc: m.doc, Score: m.score, Terms: x.matched(r, m.doc)}
	inTitle, _ := w.mark(analyse(d.Title))
	hit.Title = inTitle
	passage, at := w.best(d)
	hit.Passage = passage.Passage
	hit.Anchor = w.anchor(d, x.places[m.doc], passage.worth, at)
	return hit
}

// matched returns the terms of the query's slots that a document has.
func (x *Index) matched(r ranked, doc int) []string {
	var terms []string
	for _, f := range r.slots {
		for _, a := range f.alts {
			for _, form := range a.forms {
				if _, ok := x.find(form.id, doc); ok && !slices.Contains(terms, x.terms[form.id]) {
					terms = append(terms, x.terms[form.id])
				}
			}
		}
	}
	return terms
}

// wanted tells which terms fill which slots. Stop words are left out when the
// query has others: marked everywhere they would only distract.
type wanted struct {
	slots map[string][]int
	worth []float64
}

func (x *Index) wanted(r ranked) wanted {
	w := wanted{slots: map[string][]int{}, worth: make([]float64, len(r.slots))}
	content := slices.ContainsFunc(r.slots, func(f filled) bool { return !f.stop })
	for i, f := range r.slots {
		w.worth[i] = f.worth
		if f.stop && content {
			continue
		}
		for _, a := range f.alts {
			for _, form := range a.forms {
				w.slots[x.terms[form.id]] = append(w.slots[x.terms[form.id]], i)
			}
		}
	}
	return w
}

// mark returns the ranges of the tokens that are wanted, and what they are worth:
// each slot once.
func (w wanted) mark(tokens []token) ([]Range, float64) {
	var ranges []Range
	filled := make([]bool, len(w.worth))
	for _, t := range tokens {
		slots, ok := w.slots[t.term]
		if !ok {
			continue
		}
		for _, i := range slots {
			filled[i] = true
		}
		if n := len(ranges); n > 0 && t.start < ranges[n-1].End {
			ranges[n-1].End = max(ranges[n-1].End, t.end)
		} else {
			ranges = append(ranges, Range{t.start, t.end})
		}
	}
	worth := 0.0
	for i, ok := range filled {
		if ok {
			worth += w.worth[i]
		}
	}
	return ranges, worth
}

// cutting is a passage with what it is worth.
type cutting struct {
	Passage
	worth float64
}

// best returns the passage worth most, earlier ones before later ones, and where
// in the body it is: -1 when it is the summary.
func (w wanted) best(d Document) (cutting, int) {
	best, at := w.cut(d.Summary), -1
	for _, s := range sentences(d.Body) {
		if c := w.cut(d.Body[s.Start:s.End]); c.worth > best.worth || best.Text == "" {
			best, at = c, s.Start
		}
	}
	return best, at
}

// cut marks a sentence and, when it is long, cuts it to the window of words that
// is worth most.
func (w wanted) cut(sentence string) cutting {
	tokens := analyse(sentence)
	from, to := 0, len(tokens)
	if to > maxPassage {
		from, to = w.window(tokens)
	}
	ranges, worth := w.mark(tokens[from:to])
	c := cutting{Passage{sentence, ranges}, worth}
	if to < len(tokens) {
		c.Text = sentence[:endOf(tokens[from:to])] + " …"
	}
	if from > 0 {
		start := tokens[from].start
		c.Text = "… " + c.Text[start:]
		for i := range ranges {
			ranges[i].Start += len("… ") - start
			ranges[i].End += len("… ") - start
		}
	}
	return c
}

// endOf returns where tokens end; that is not always where the last one does, for
// a compound reaches further than its first part.
func endOf(tokens []token) int {
	end := 0
	for _, t := range tokens {
		end = max(end, t.end)
	}
	return end
}

// window returns the stretch of maxPassage tokens that is worth most, with some
// words before its first match.
func (w wanted) window(tokens []token) (from, to int) {
	best := -1.0
	for i, t := range tokens {
		if _, ok := w.slots[t.term]; !ok && i > 0 {
			continue
		}
		start := max(0, min(i-lead, len(tokens)-maxPassage))
		if _, worth := w.mark(tokens[start : start+maxPassage]); worth > best {
			best, from = worth, start
		}
	}
	return from, from + maxPassage
}
