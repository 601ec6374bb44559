// Package corpus makes playbooks of any size, twice: as this program reads them and as
// Hugo does, with the same titles, texts, fields, relations, tags and links. Their
// words are those of internal/search/cost/corpus, which have the shape of a language;
// here they become entries.
//
// A tenth are principles, the rest examples and stories in equal parts. An entry has
// about 300 words in three sections, and some have a table, code, a list, a quotation or
// a footnote. The same size and seed give the same bytes.
package corpus

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	words "github.com/microleadership/playbook/internal/search/cost/corpus"
)

// The folders of an entry's kind, in both forms.
const (
	Principles = "principles"
	Examples   = "examples"
	Stories    = "stories"
)

// Corpus is a playbook that is not written yet.
type Corpus struct {
	Entries []*Entry // principles first, then examples, then stories
	tags    []string
}

// Entry is one file.
type Entry struct {
	Kind  string // its folder
	ID    string // its name, without .md
	Title string

	said   string // what its words are taken from, until it is written
	fields []field
	body   string // with links as this program reads them
}

// File is where the entry stands in both forms, from the root.
func (e *Entry) File() string { return "content/" + e.Kind + "/" + e.ID + ".md" }

// Address is where its page stands in both sites.
func (e *Entry) Address() string { return e.Kind + "/" + e.ID + ".html" }

// New makes a playbook of n entries, at least ten.
func New(n int, seed uint64) *Corpus {
	c := &Corpus{}
	taken := map[string]bool{}
	for p := range words.Generate(n, seed) {
		e := &Entry{Kind: kindOf(len(c.Entries), n), Title: p.Title, said: p.Text}
		e.ID = name(p.Title, p.ID, taken)
		c.Entries = append(c.Entries, e)
	}
	c.tags = tagsOf(c.Entries, int(20*math.Sqrt(math.Sqrt(float64(n)))))
	w := newWriter(c, rand.New(rand.NewPCG(seed, uint64(n))), taken)
	for i, e := range c.Entries {
		w.write(i, e)
	}
	return c
}

func kindOf(i, n int) string {
	switch principles := n / 10; {
	case i < principles:
		return Principles
	case i < principles+(n-principles)/2:
		return Examples
	}
	return Stories
}

// name makes a file name of a title, as people do; a second one of its kind gets a number.
func name(title, number string, taken map[string]bool) string {
	parts := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return !isWordLetter(r) })
	digits := func(part string) bool { return strings.Trim(part, "0123456789") == "" }
	for i := len(parts) - 1; i > 0; i-- {
		if digits(parts[i]) && digits(parts[i-1]) { // 36.4 2008 would read as a date
			parts = slices.Delete(parts, i, i+1)
		}
	}
	slug := strings.Join(parts, "-")
	if slug == "" || taken[slug] {
		slug = strings.TrimPrefix(slug+"-"+number, "-")
	}
	taken[slug] = true
	return slug
}

func isWordLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= '0' && r <= '9' }

// tagsOf takes the first long plain words of titles as tags.
func tagsOf(entries []*Entry, most int) []string {
	var tags []string
	seen := map[string]bool{}
	for _, e := range entries {
		for word := range strings.FieldsSeq(strings.ToLower(e.Title)) {
			if len(word) < 5 || seen[word] || strings.IndexFunc(word, func(r rune) bool { return r < 'a' || r > 'z' }) >= 0 {
				continue
			}
			seen[word] = true
			if tags = append(tags, word); len(tags) == most {
				return tags
			}
		}
	}
	return tags
}
