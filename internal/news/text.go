package news

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// TextOptions say how WriteText prints.
type TextOptions struct {
	Most int    // lines of one sort at the most; 0 means all
	More string // where the rest can be seen: “-v shows all”
}

// WriteText prints a report for people, one line for each thing:
//
//	changes for readers: 1 promoted, 1 accepted, coverage 8 % → 16 % (1 of 12 cells → 2 of 12)
//	  promoted  principle “Ask first”: illustrated → attested, by “The roster”
//	  accepted  story “The roster” (content/stories/roster.md)
//
// Of one in which nothing has changed it prints nothing. No control character of a title
// reaches the terminal.
func (r *Report) WriteText(w io.Writer, o TextOptions) error {
	out := bufio.NewWriter(w)
	switch {
	case r.First:
		_, _ = fmt.Fprintf(out, "for readers, with nothing before to compare: %s\n", r.Counts.counted())
	case r.Changed():
		groups := r.groups()
		_, _ = fmt.Fprintf(out, "changes for readers: %s\n", strings.Join(r.summary(groups), ", "))
		for _, g := range append(groups, r.cells()...) {
			shown, left := g.most(o.Most)
			for _, l := range shown {
				_, _ = fmt.Fprintf(out, "  %-9s %s\n", g.what, l.text())
			}
			if left > 0 {
				_, _ = fmt.Fprintf(out, "  %-9s … and %d more; %s\n", g.what, left, o.More)
			}
		}
	}
	return out.Flush()
}

// most is as much of a group as there is room for; nobody is told of one line that it is left out.
func (g group) most(room int) (shown []line, left int) {
	if room == 0 || len(g.lines) <= room+1 {
		return g.lines, 0
	}
	return g.lines[:room], len(g.lines) - room
}

func (l line) text() string {
	place := plain(l.place)
	text := plain(l.item.Address)
	if l.item.Kind != "" {
		text = string(l.item.Kind) + " “" + plain(l.item.Title) + "”"
		if place == "" && len(l.rest) == 0 {
			place = plain(l.item.Address)
		}
	}
	for i, p := range l.rest {
		if i == 0 {
			text += ": "
		}
		text += visible(p.text)
	}
	if place != "" {
		text += " (" + place + ")"
	}
	return text
}
