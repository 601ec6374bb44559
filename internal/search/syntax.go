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
			r.filters = append(r.filters, f)
			blank(text[at[0]:at[1]])
			continue
		}
		if name != "" {
			value = name + ":" + value
		}
		switch p := phraseOf(value); {
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

// phraseOf returns the words of a text, compounds in their parts.
func phraseOf(text string) phrase {
	var p phrase
	for _, t := range words.Split(text) {
		if !t.Whole {
			p = append(p, t.Term)
		}
	}
	return p
}
