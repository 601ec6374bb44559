package news

import (
	"fmt"
	"strings"

	"github.com/microleadership/playbook/internal/playbook"
)

// line is one thing to tell, as both forms show it: of what, and the rest.
type line struct {
	item  Item
	seen  seen
	rest  []piece
	place string // where to look in the source
}

// seen says where the page of an item is to be seen.
type seen uint8

const (
	nowhere seen = iota // any more
	soon                // with the changes
	already             // now, and with the changes
)

// piece is a piece of a sentence; code is what somebody may want to copy.
type piece struct {
	text string
	code bool
}

func says(text string) piece { return piece{text: text} }
func code(text string) piece { return piece{text, true} }

// group is all that there is to tell of one sort.
type group struct {
	what  string // in a word
	count string // in the summary: “2 stories accepted”
	lines []line
}

// groups puts what is lost before what is new: it is what somebody may want to mend.
func (r *Report) groups() []group {
	var out []group
	add := func(what, one, many string, lines []line) {
		if n := len(lines); n > 0 {
			out = append(out, group{what, count(n, one, many), lines})
		}
	}
	fresh, accepted, attempts := r.told()
	add("broken", "link broken", "links broken", each(r.Broken, Broken.line))
	add("removed", "removed", "removed", each(r.Removed, Removal.line))
	add("gone", "address gone", "addresses gone", r.goneLines())
	add("orphaned", "orphaned", "orphaned", each(r.Orphaned, func(o Orphan) line {
		return line{o.Item, already, []piece{says(strings.Join(o.Why, "; "))}, o.File}
	}))
	add("demoted", "demoted", "demoted", each(r.Demoted, Step.line))
	add("promoted", "promoted", "promoted", each(r.Promoted, Step.line))
	add("new", "new", "new", fresh)
	add("accepted", "story accepted", "stories accepted", accepted)
	add("attempt", "attempt told", "attempts told", attempts)
	add("renamed", "renamed", "renamed", each(r.Renamed, func(n Renaming) line {
		return line{n.Item, soon, []piece{says("was "), code(n.From), says(", which leads there")}, ""}
	}))
	add("edited", "edited", "edited", each(r.Edited, func(i Item) line { return line{i, already, nil, i.File} }))
	return r.notYet(out)
}

// notYet knows of entries that are at their new address only with the changes.
func (r *Report) notYet(groups []group) []group {
	moved := map[string]bool{}
	for _, n := range r.Renamed {
		moved[n.Address] = true
	}
	for _, g := range groups {
		for i, l := range g.lines {
			if l.seen == already && moved[l.item.Address] {
				g.lines[i].seen = soon
			}
		}
	}
	return groups
}

func each[T any](list []T, of func(T) line) []line {
	out := make([]line, len(list))
	for i, v := range list {
		out[i] = of(v)
	}
	return out
}

// told sorts what is new: stories that happened stand apart, and of those the attempts.
func (r *Report) told() (fresh, accepted, attempts []line) {
	attempt := map[string]bool{}
	for _, s := range r.Attempts {
		attempt[s.Address] = true
		attempts = append(attempts, line{s, soon, []piece{says("told as one that did not land")}, s.File})
	}
	for _, s := range r.Stories {
		if !attempt[s.Address] {
			accepted = append(accepted, line{s, soon, nil, s.File})
		}
	}
	for _, n := range r.New {
		switch {
		case n.Invented:
			fresh = append(fresh, line{n, soon, []piece{says("invented, and says so")}, n.File})
		case n.Kind != playbook.KindStory:
			fresh = append(fresh, line{n, soon, nil, n.File})
		}
	}
	return fresh, accepted, attempts
}

func (b Broken) line() line {
	place := b.File
	if place != "" && b.Line > 0 {
		place = fmt.Sprintf("%s:%d:%d", b.File, b.Line, b.Column)
	}
	return line{b.Item, already, []piece{says("the link to "), code(b.Link), says(" leads nowhere: " + b.Problem)}, place}
}

func (x Removal) line() line {
	rest := []piece{says("its address is gone, so links from outside break")}
	switch {
	case x.LedTo != "":
		rest = []piece{says("its address leads to "), code(x.LedTo)}
	case x.MovedTo != "":
		rest = []piece{
			says("it looks moved to "), code(x.MovedTo), says(": without "), code("redirect_from: [" + x.Address + "]"),
			says(" there, links from outside break"),
		}
	}
	return line{x.Item, nowhere, rest, ""}
}

func (s Step) line() line {
	rest := s.From + " → " + s.To
	for i, story := range s.By {
		rest += []string{", by “", ", “"}[min(i, 1)] + story.Title + "”"
	}
	return line{s.Item, already, []piece{says(rest)}, ""}
}

// goneLines leave out the addresses of entries that are listed as removed.
func (r *Report) goneLines() []line {
	var out []line
	for _, g := range r.Gone {
		if !g.removed {
			out = append(out, line{Item{Address: g.Address}, nowhere, []piece{says("was " + g.Was + ", and leads nowhere now")}, ""})
		}
	}
	return out
}

// cells say what the map has lost and gained.
func (r *Report) cells() []group {
	if r.Coverage == nil {
		return nil
	}
	var out []group
	add := func(what, some, now string, cells []Cell) {
		if len(cells) > 0 {
			out = append(out, group{what, "", each(cells, func(c Cell) line {
				return line{c.Principle, c.seen, []piece{says(some + " " + c.name() + " " + now)}, ""}
			})})
		}
	}
	add("emptied", "nothing", "any more", r.Coverage.Lost)
	add("covered", "something", "now", r.Coverage.Gained)
	return r.notYet(out)
}

// name is what a cell has or lacks: “toward boss”, “in the style facts”, “by example”.
func (c Cell) name() string {
	switch {
	case c.Table == "toward":
		return "toward " + c.Column
	case c.Column == "by-example":
		return "by example"
	}
	return "in the style " + c.Column
}

// figures say in a few words how the coverage has changed.
func (c *MapChanges) figures() string {
	if c.Before == c.After {
		return "coverage as before"
	}
	return fmt.Sprintf("coverage %d %% → %d %% (%d of %d cells → %d of %d)",
		c.Before.Percent, c.After.Percent, c.Before.Covered, c.Before.Cells, c.After.Covered, c.After.Cells)
}

// summary counts each sort.
func (r *Report) summary(groups []group) []string {
	var parts []string
	for _, g := range groups {
		parts = append(parts, g.count)
	}
	if r.Coverage != nil {
		parts = append(parts, r.Coverage.figures())
	}
	if r.Frame {
		parts = append(parts, "what stands around every page changes")
	}
	return parts
}

// counted says how much there is.
func (c Counts) counted() string {
	stories := count(c.Stories, "story", "stories")
	if c.Attempts > 0 {
		stories += fmt.Sprintf(" (%s)", count(c.Attempts, "attempt", "attempts"))
	}
	return fmt.Sprintf("%s, %s, %s; %d of %d cells covered (%d %%)",
		count(c.Principles, "principle", "principles"), count(c.Examples, "example", "examples"), stories,
		c.Coverage.Covered, c.Coverage.Cells, c.Coverage.Percent)
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
