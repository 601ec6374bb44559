package search

import (
	"strings"

	"github.com/microleadership/playbook/internal/search/words"
)

// locate returns where each heading is in the body, looking for a line of its own
// from the heading before on; -1 where there is none.
func locate(body string, headings []Heading) []int {
	places := make([]int, len(headings))
	from := 0
	for i, h := range headings {
		places[i] = lineOf(body, from, h.Text)
		if places[i] >= 0 {
			from = places[i] + len(h.Text)
		}
	}
	return places
}

// lineOf returns where from on text is a line of body.
func lineOf(body string, from int, text string) int {
	if text == "" {
		return -1
	}
	for {
		i := strings.Index(body[from:], text)
		if i < 0 {
			return -1
		}
		start, end := from+i, from+i+len(text)
		if (start == 0 || body[start-1] == '\n') && (end == len(body) || body[end] == '\n') {
			return start
		}
		from = end
	}
}

// anchor returns the heading that a result should lead to: the one whose own words
// and the passage under it are worth most. It must be worth more than the title
// alone, or the page's top is the better place to arrive at.
func (w wanted) anchor(d Document, places []int, passage float64, at int) string {
	section := -1
	for i, place := range places {
		if place >= 0 && place <= at {
			section = i
		}
	}
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
