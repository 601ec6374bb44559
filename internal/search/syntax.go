package search

import (
	"regexp"
	"strings"

	"github.com/microleadership/playbook/internal/search/words"
)

// chunk is a piece of a query: perhaps a minus, perhaps the name of a facet, then a
// quotation or what goes on to the next space. An opened quotation that is not
// closed is no quotation: the reader is still typing it.
var chunk = regexp.MustCompile(`(-?)(?:([A-Za-z_]+):)?(?:"([^"]*)"|([^" \t\r\n\x{a0}\x{3000}]+))`)

// maxChunks is up to how many chunks a query may have syntax. More are a text, whose
// quotation marks and dashes are meant as such.
const maxChunks = 16

var quotes = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`)

func plainQuotes(text string) string { return quotes.Replace(text) }

// syntax reads "phrases", -word, -"phrase" and facet:value into the request, and
// returns the text with spaces in place of all that is not to be looked for as
// words. What looks like syntax and is none stays: "note:" is a word.
func (x *Index) syntax(r *request) string {
	text := []byte(r.text)
	chunks := chunk.FindAllStringSubmatchIndex(r.text, -1)
	if len(chunks) > maxChunks {
		return r.text
	}
	for _, at := range chunks {
		minus, name, quoted := at[3] > at[2], group(r.text, at, 2), at[6] >= 0
		value := group(r.text, at, 3) + group(r.text, at, 4)
		if f, ok := x.facetValue(name, value); ok {
			f.drop = minus
			r.filter(f)
			blank(text[at[0]:at[1]])
			continue
		}
		if name != "" {
			value = name + ":" + value
		}
		switch p := quotation(value); {
		case minus && len(p) > 0:
			r.without = append(r.without, p)
			blank(text[at[0]:at[1]])
		case quoted && len(p) > 0:
			r.phrases = append(r.phrases, p)
			blank(text[at[0]:at[6]])
			blank(text[at[7]:at[1]])
		}
	}
	return string(text)
}

// filter adds a typed filter; two of one facet are alternatives.
func (r *request) filter(f filter) {
	for i, g := range r.filters {
		if g.facet == f.facet && g.drop == f.drop {
			r.filters[i].values = append(g.values, f.values...)
			return
		}
	}
	r.filters = append(r.filters, f)
}

func group(text string, at []int, n int) string {
	if at[2*n] < 0 {
		return ""
	}
	return text[at[2*n]:at[2*n+1]]
}

func blank(text []byte) {
	for i := range text {
		text[i] = ' '
	}
}

// facetValue looks up facet:value, by the names or the labels that readers see.
func (x *Index) facetValue(name, value string) (filter, bool) {
	for i, c := range x.facets {
		if !strings.EqualFold(name, c.Name) {
			continue
		}
		for v, o := range c.Values {
			if key := wordsOf(value); key != "" && (key == wordsOf(o.Value) || key == wordsOf(o.Label)) {
				return filter{facet: i, values: []int{v}}, true
			}
		}
	}
	return filter{}, false
}

// wordsOf is a text as far as its words go.
func wordsOf(text string) string { return strings.Join(phraseOf(text), " ") }

// quotation returns the words of a text that must follow each other. A single compound
// is one word: -c++ leaves pages on c alone.
func quotation(text string) phrase {
	tokens := words.Split(text)
	if n := len(tokens); n > 0 && tokens[0].Whole && !lone(tokens[0].Term) && tokens[0].End >= tokens[n-1].End {
		return phrase{tokens[0].Term}
	}
	return phraseOf(text)
}

// phraseOf returns the words of a text, compounds in their parts. A long quotation is
// found by its first words: each may be a shard to load.
func phraseOf(text string) phrase {
	var p phrase
	for _, t := range words.Split(text) {
		if !t.Whole && len(p) < maxContent {
			p = append(p, t.Term)
		}
	}
	return p
}
