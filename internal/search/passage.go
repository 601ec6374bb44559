package search

import (
	"regexp"

	"github.com/microleadership/playbook/internal/search/words"
)

const (
	// maxPassage is the length of a passage in words: about two lines on a phone
	// and a half.
	maxPassage = 36
	// before is how many words are shown before the first match when a long sentence
	// has to be cut.
	before = 6
)

// excerpt completes a match with what is shown of it.
func (x *Index) excerpt(r ranked, m match) Hit {
	d := x.Document(m.doc)
	w := x.wanted(r)
	hit := Hit{Doc: m.doc, Score: m.score}
	inTitle, _ := w.mark(words.Split(d.Title))
	hit.Title = inTitle
	leads := x.ledBy(r, m.doc)
	if len(leads) == 0 {
		passage, at := w.best(d, words.Sentences(d.Body))
		hit.Passage = passage.Passage
		hit.Anchor = w.anchor(d, section(locate(d.Body, d.Headings), at), passage.worth)
	}
	best := -1.0
	for _, l := range leads {
		if passage, _ := w.best(l.Document, []Range{{Start: 0, End: len(l.Body)}}); passage.worth > best {
			best = passage.worth
			hit.Passage = passage.Passage
			hit.Anchor = w.anchor(l.Document, l.section, best)
		}
	}
	return hit
}

// ledBy returns a document as the words of a query lead to it, in the order of the query.
func (x *Index) ledBy(r ranked, doc int) (leads []lead) {
	for _, f := range r.fillings {
		for _, a := range f.alts {
			family := x.kin[a.forms[0].id]
			if i, ok := x.leads.find(family, doc); ok {
				leads = append(leads, x.lead(i, family))
			}
		}
	}
	return leads
}

// wanted tells which words fill which slots.
type wanted struct {
	slots    map[string][]int
	worth    []float64
	all      float64 // what all slots are worth: no passage is worth more
	compound bool    // words may be parts of others
}

// minPart is how many letters a part of a compound and the rest of it have at least.
const minPart = 4

var compoundable = regexp.MustCompile(`^[a-z]{8,}$`)

// find returns the slots that a token fills.
func (w wanted) find(term string) []int {
	slots := w.slots[term]
	if len(slots) > 0 || !w.compound || !compoundable.MatchString(term) {
		return slots
	}
	for i := minPart; i <= len(term)-minPart; i++ {
		slots = append(append(slots, w.slots[term[:i]]...), w.slots[term[i:]]...)
	}
	return slots
}

func (x *Index) wanted(r ranked) wanted {
	w := wanted{slots: map[string][]int{}, worth: make([]float64, len(r.fillings)), compound: x.compound}
	for i, f := range r.fillings {
		w.worth[i] = f.worth
		w.all += f.worth
		for _, a := range f.alts {
			for _, form := range a.forms {
				text := x.words[form.id].text
				w.slots[text] = append(w.slots[text], i)
			}
		}
	}
	return w
}

// mark returns the ranges of the tokens that are wanted, and what they are worth:
// each slot once.
func (w wanted) mark(tokens []words.Token) ([]Range, float64) {
	var ranges []Range
	filled := make([]bool, len(w.worth))
	for _, t := range tokens {
		slots := w.find(t.Term)
		if slots == nil {
			continue
		}
		for _, i := range slots {
			filled[i] = true
		}
		if n := len(ranges); n > 0 && t.Start < ranges[n-1].End {
			ranges[n-1].End = max(ranges[n-1].End, t.End)
		} else {
			ranges = append(ranges, Range{Start: t.Start, End: t.End})
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
// in the body it is: -1 when it is the summary. When neither has anything of the
// query, a name by which the page is asked for may: it says why the page was found.
func (w wanted) best(d Document, sentences []Range) (cutting, int) {
	best, at := w.cut(d.Summary), -1
	for _, s := range sentences {
		if best.worth == w.all && best.Text != "" {
			break
		}
		if c := w.cut(d.Body[s.Start:s.End]); c.worth > best.worth || best.Text == "" {
			best, at = c, s.Start
		}
	}
	if best.worth == 0 {
		for _, name := range names(&d) {
			if c := w.cut(name); c.worth > best.worth {
				best, at = c, -1
			}
		}
	}
	return best, at
}

// cut marks a sentence and, when it is long, cuts it to the window of words that
// is worth most.
func (w wanted) cut(sentence string) cutting {
	tokens := words.Split(sentence)
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
		start := tokens[from].Start
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
func endOf(tokens []words.Token) int {
	end := 0
	for _, t := range tokens {
		end = max(end, t.End)
	}
	return end
}

// window returns the stretch of maxPassage tokens that is worth most, with some
// words before its first match.
func (w wanted) window(tokens []words.Token) (from, to int) {
	best := -1.0
	for i, t := range tokens {
		if i > 0 && w.find(t.Term) == nil {
			continue
		}
		start := max(0, min(i-before, len(tokens)-maxPassage))
		if _, worth := w.mark(tokens[start : start+maxPassage]); worth > best {
			best, from = worth, start
		}
		if best == w.all {
			break
		}
	}
	return from, from + maxPassage
}
