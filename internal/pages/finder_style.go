package pages

import (
	"cmp"
	"slices"

	"github.com/microleadership/playbook/internal/playbook"
)

// styleCounts are what speaks for each style, by the columns of the coverage's map.
type styleCounts map[string]*styleCount

// styleCount counts examples and stories. Only stories that happened, and were followed,
// prove anything; the invented ones are counted apart, and said to be.
type styleCount struct {
	followed, partly, examples, invented int
	missed, missedInvented               int // nobody followed, or nobody knows
}

func (c *styleCounts) add(e *playbook.Entry) {
	if *c == nil {
		*c = styleCounts{}
	}
	for _, column := range playbook.StyleColumnsOf(e) {
		if (*c)[column] == nil {
			(*c)[column] = &styleCount{}
		}
		(*c)[column].add(e)
	}
}

func (n *styleCount) add(e *playbook.Entry) {
	s := e.Story
	switch {
	case s == nil:
		n.examples++
	case e.IsAttempt() && s.Provenance == playbook.Illustrative:
		n.missedInvented++
	case e.IsAttempt():
		n.missed++
	case s.Provenance == playbook.Illustrative:
		n.invented++
	case s.Outcome == playbook.Followed:
		n.followed++
	default:
		n.partly++
	}
}

// against says that it was tried, and that nothing speaks for it.
func (n styleCount) against() bool { return n.followed+n.partly+n.examples+n.invented == 0 }

// compare puts first what has more evidence: one story that happened counts for more than
// any number of examples, and these for more than inventions.
func (n styleCount) compare(other styleCount) int {
	return cmp.Or(
		first(other.against(), n.against()),
		cmp.Compare(other.followed, n.followed), cmp.Compare(other.partly, n.partly),
		cmp.Compare(other.examples, n.examples), cmp.Compare(other.invented, n.invented),
		cmp.Compare(n.missed, other.missed), cmp.Compare(n.missedInvented, other.missedInvented),
	)
}

// evidence says it in words.
func (n styleCount) evidence() string {
	text := enumerate(counted(
		countOf{n.followed, "story that was followed", "stories that were followed"},
		countOf{n.partly, "story that some followed", "stories that some followed"},
		countOf{n.examples, "example", "examples"},
		countOf{n.invented, "invented story", "invented stories"},
	))
	missed := enumerate(counted(countOf{n.missed, "attempt", "attempts"}, countOf{n.missedInvented, "invented attempt", "invented attempts"}))
	switch {
	case missed == "":
		return text
	case text == "":
		return missed + " did not land"
	}
	return text + "; " + missed + " did not land"
}

// styles lists those that were tried, what has most evidence first.
func (c styleCounts) styles(topics map[string]*topic) []FinderStyle {
	columns := slices.DeleteFunc(playbook.StyleColumns(), func(column string) bool { _, ok := c[column]; return !ok })
	slices.SortStableFunc(columns, func(a, b string) int { return c[a].compare(*c[b]) })
	var out []FinderStyle
	for _, column := range columns {
		title := withStyle[column]
		if column == string(playbook.ByExample) {
			title = topics["way"].word(column).label
		}
		out = append(out, FinderStyle{title, c[column].evidence(), c[column].against()})
	}
	return out
}

// counted says each number that is not 0 with its noun.
func counted(list ...countOf) []string {
	var out []string
	for _, c := range list {
		if c.n > 0 {
			out = append(out, count(c.n, c.one, c.many))
		}
	}
	return out
}

type countOf struct {
	n         int
	one, many string
}
