package search

import (
	"strings"

	"github.com/microleadership/playbook/internal/search/words"
)

// locate returns where each heading is in the body: the first line that is its text
// and no line of a heading before it, -1 where there is none. The body is read once,
// however many headings there are.
func locate(body string, headings []Heading) []int {
	lines := map[string][]int{} // where each heading's text is a line
	for _, h := range headings {
		lines[h.Text] = nil
	}
	start := 0
	for line := range strings.SplitSeq(body, "\n") {
		if at, ok := lines[line]; ok && line != "" {
			lines[line] = append(at, start)
		}
		start += len(line) + 1
	}
	places := make([]int, len(headings))
	from := 0
	for i, h := range headings {
		at := lines[h.Text]
		for len(at) > 0 && at[0] < from {
			at = at[1:]
		}
		lines[h.Text] = at
		places[i] = -1
		if len(at) > 0 {
			places[i], from = at[0], at[0]+1
		}
	}
	return places
}

// section returns which heading a place in the body is under, -1 for none.
func section(places []int, at int) int {
	section := -1
	for i, place := range places {
		if place >= 0 && place <= at {
			section = i
		}
	}
	return section
}

// anchor returns the heading that a result should lead to: the one whose own words
// and the passage under it are worth most. It must be worth more than the title
// alone, or the page's top is the better place to arrive at.
func (w wanted) anchor(d Document, section int, passage float64) string {
	_, least := w.mark(words.Split(d.Title))
	id := ""
	for i, h := range d.Headings {
		_, worth := w.mark(words.Split(h.Text))
		if i == section {
			worth += passage
		}
		if worth > least {
			least, id = worth, h.ID
		}
	}
	return id
}
