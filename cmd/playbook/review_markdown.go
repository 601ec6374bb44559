package main

import (
	"bytes"
	"fmt"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/news"
)

// markdown is the list as a comment for an issue or a merge request, in which nothing that
// a story says is markup or calls anybody.
func (q *queue) markdown() []byte {
	var b bytes.Buffer
	if len(q.waiting) == 0 {
		b.WriteString("No story waits for review.\n")
		return b.Bytes()
	}
	fmt.Fprintf(&b, "**%s for review**, oldest first\n\n| story | waits | promises | errors | warnings |\n|---|---|---|--:|--:|\n", q.count())
	for _, w := range q.waiting {
		fmt.Fprintf(&b, "| %s<br>%s | %s | %s | %d | %d |\n", news.Escape(w.heading()), news.CodeCell(q.p.path(w.File)), days(q.days(w)),
			news.Escape(promises(w.Story)), w.found.Count(diag.Error), w.found.Count(diag.Warning))
	}
	for _, w := range q.waiting {
		if len(w.found) == 0 {
			continue
		}
		fmt.Fprintf(&b, "\n**%s**\n\n", news.Escape(w.heading()))
		for _, f := range q.p.located(w.found) {
			place := f.Pos.File
			if f.Pos.Line > 0 {
				place = fmt.Sprintf("%s:%d", place, f.Pos.Line)
			}
			fmt.Fprintf(&b, "- %s: **%s** %s (%s)\n", news.Code(place), f.Severity, news.Escape(f.Text), news.Code(f.Code))
			if f.Hint != "" {
				fmt.Fprintf(&b, "  %s\n", news.Escape(f.Hint))
			}
		}
	}
	return b.Bytes()
}
