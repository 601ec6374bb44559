package search

import (
	"slices"
	"strings"
)

// meant returns the query with the words that were corrected replaced by what was
// looked for in their place, "" when there was nothing to correct.
func (r ranked) meant(x *Index) string {
	var out strings.Builder
	at := 0
	for _, f := range r.fillings {
		if f.guessed {
			out.WriteString(r.text[at:f.start])
			out.WriteString(x.words[f.alts[0].word].text)
			at = f.end
		}
	}
	if at == 0 {
		return ""
	}
	return out.String() + r.text[at:]
}

// unknown returns the words of the query for which nothing was found.
func (x *Index) unknown(r ranked) []string {
	var list []string
	for _, s := range r.slots {
		if !s.whole && (r.stop || !s.stop) && (!x.compound || x.parts(s) == nil) && !slices.ContainsFunc(r.fillings, func(f filled) bool { return f.start == s.start && f.end == s.end }) {
			list = append(list, r.text[s.start:s.end])
		}
	}
	return list
}
