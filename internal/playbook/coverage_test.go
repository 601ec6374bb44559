package playbook

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// Each cell holds what somebody counts who goes through all entries for it alone.
func TestEachCellIsANaiveCount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := assembled(genSituated(t))
		c := p.Coverage()
		cells, covered := 0, 0
		for name, m := range map[string]Map{"toward": c.Toward, "styles": c.Styles} {
			if len(m.Rows) != len(p.Published(KindPrinciple)) {
				t.Fatalf("%d rows of %d principles", len(m.Rows), len(p.Published(KindPrinciple)))
			}
			for _, row := range m.Rows {
				for i, column := range m.Columns {
					want := naive(p, row.Principle, name, column)
					if row.Cells[i] != want {
						t.Fatalf("%s × %s is %+v, want %+v", row.Principle.ID, column, row.Cells[i], want)
					}
					cells++
					if want != (Cell{}) {
						covered++
					}
				}
			}
		}
		percent := 100
		if cells > 0 {
			percent = covered * 100 / cells
		}
		if c.Cells() != cells || c.Covered() != covered || c.Percent() != percent {
			t.Fatalf("%d of %d, %d %%; want %d of %d, %d %%", c.Covered(), c.Cells(), c.Percent(), covered, cells, percent)
		}
	})
}

func naive(p *Playbook, principle *Entry, table, column string) Cell {
	var c Cell
	for _, e := range p.Entries {
		if !e.Derived.Published || e.Situation == nil || !names(e, principle) {
			continue
		}
		in := slices.Contains(e.Derived.Toward, column)
		if table == "styles" {
			in = e.Situation.Way == ByExample && column == "by-example" ||
				e.Situation.Way == BySuggestion && slices.Contains(e.Situation.Style, Style(column))
		}
		switch {
		case !in:
		case e.Story == nil:
			c.Examples++
		case e.Story.Provenance == Illustrative:
			c.Illustrative++
		case e.Story.Outcome == Followed || e.Story.Outcome == PartlyFollowed:
			c.Stories++
		default:
			c.Attempts++
		}
	}
	return c
}

func TestCoversAreTheCellsWithSomethingInThem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := assembled(genSituated(t)).Coverage()
		covers := c.Covers()
		n := 0
		for _, row := range c.Toward.Rows {
			v := covers[row.Principle]
			n += len(v.Toward) + len(v.Styles)
			for i, column := range c.Toward.Columns {
				if slices.Contains(v.Toward, column) != row.Cells[i].Covered() {
					t.Fatalf("%s is covered %q, and the cell is %+v", row.Principle.ID, v.Toward, row.Cells[i])
				}
			}
		}
		if n != c.Covered() {
			t.Fatalf("%d cells are named, %d covered", n, c.Covered())
		}
	})
}

func TestCoverageOfSmallPlaybooks(t *testing.T) {
	principle := func() *Entry {
		return &Entry{Kind: KindPrinciple, ID: "p", File: "content/principles/p.md", Principle: &Principle{}}
	}
	example := func(change func(*Entry)) *Entry {
		e := &Entry{Kind: KindExample, ID: "x", File: "content/examples/x.md", Example: &Example{Principles: []string{"p", "p"}}}
		e.Situation = &Situation{Way: ByExample, Toward: []string{"peer", "peer", "boss"}}
		change(e)
		return e
	}
	type figures struct{ Covered, Cells, Percent int }
	for _, tt := range []struct {
		name    string
		entries []*Entry
		want    figures
	}{
		{"nothing at all", nil, figures{0, 0, 100}},
		{"a principle", []*Entry{principle()}, figures{0, 10, 0}},
		{"an example of nothing", []*Entry{example(func(*Entry) {})}, figures{0, 0, 100}},
		{"what is named twice counts once", []*Entry{principle(), example(func(*Entry) {})}, figures{3, 10, 30}},
		{"a draft", []*Entry{principle(), example(func(e *Entry) { e.Draft = true })}, figures{0, 10, 0}},
		{"a value that nobody knows", []*Entry{principle(), example(func(e *Entry) { e.Situation.Toward = []string{"cat"} })}, figures{1, 10, 10}},
		{"no situation", []*Entry{principle(), example(func(e *Entry) { e.Situation = nil })}, figures{0, 10, 0}},
		{"two styles", []*Entry{principle(), example(func(e *Entry) {
			e.Situation = &Situation{Way: BySuggestion, Toward: []string{"group"}, Style: []Style{"facts", "question"}}
		})}, figures{3, 10, 30}},
	} {
		c := assembled(tt.entries).Coverage()
		if diff := cmp.Diff(tt.want, figures{c.Covered(), c.Cells(), c.Percent()}); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}
