package pages

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/playbook"
)

// tale is an accepted story.
func tale(id string, sit playbook.Situation, outcome playbook.Outcome, from playbook.Provenance, principles ...string) *playbook.Entry {
	e := &playbook.Entry{Kind: playbook.KindStory, ID: id, File: "content/stories/" + id + ".md", Situation: &sit}
	e.Title = "Title of " + id
	e.Story = &playbook.Story{Principles: principles, Outcome: outcome, Provenance: from, Review: playbook.ReviewAccepted, Credit: playbook.CreditNamed}
	return e
}

func showing(toward ...string) playbook.Situation {
	return playbook.Situation{Way: playbook.ByExample, Toward: toward}
}

func coverageOf(entries ...*playbook.Entry) CoverageView {
	return plan(entries...)[playbook.CoverageAddress].(CoverageView)
}

// cells writes a row's cells in a line each.
func cells(row CoverageRow) []string {
	var out []string
	for _, c := range row.Cells {
		var parts []string
		for _, n := range c.Counts {
			parts = append(parts, fmt.Sprint(n.N, " ", n.Noun, " → ", n.Href))
		}
		out = append(out, strings.Join(append(parts, c.TellHref), "; "))
	}
	return out
}

func TestAFieldLeadsToWhatIsThereOrAsksForAStory(t *testing.T) {
	asks := playbook.Situation{Way: playbook.BySuggestion, Toward: []string{"boss"}, Style: []playbook.Style{"question", "facts"}}
	v := coverageOf(
		principle("sub/a"), example("one", showing("peer"), "sub/a"), example("two", showing("peer", "group"), "sub/a"),
		tale("told", asks, "followed", "submitted", "sub/a"), tale("made-up", showing("peer"), "partly", "illustrative", "sub/a"),
		tale("made-up-too", showing("peer"), "not-followed", "illustrative", "sub/a"), tale("tried", showing("group"), "unknown", "submitted", "sub/a"),
	)
	want := []string{
		"2 invented stories → principles/sub/a.html#group-stories; 2 examples → principles/sub/a.html#group-examples; ",
		"1 story that was followed → stories/told.html; ",
		"share.html#principle=sub%2Fa&toward=newcomer",
		"1 example → examples/two.html; 1 attempt → stories/tried.html; ",
	}
	if diff := cmp.Diff(want, cells(v.Maps[0].Rows[0])); diff != "" {
		t.Error(diff)
	}
	styles := cells(v.Maps[1].Rows[0])
	if !strings.Contains(styles[1], "stories/told.html") || styles[2] != "share.html#principle=sub%2Fa&style=enthusiasm&way=by-suggestion" {
		t.Error(styles)
	}
	var marks []string
	for _, c := range v.Maps[0].Columns {
		marks = append(marks, c.Marks[0].Name)
	}
	if diff := cmp.Diff([]string{"invented", "story", "none", "example"}, marks); diff != "" {
		t.Error(diff)
	}
	if v.Covered != (Covered{6, 10}) || v.Told != (Covered{3, 10}) || v.Maps[0].Covered != (Covered{3, 4}) || v.Maps[0].Rows[0].Covered != (Covered{3, 4}) || v.Merged != 0 {
		t.Errorf("%+v, %+v, %+v", v.Covered, v.Told, v.Maps[0].Covered)
	}
}

func TestByExampleAsksForNoStyle(t *testing.T) {
	v := coverageOf(principle("a"))
	if got := v.Maps[1].Rows[0].Cells[0].TellHref; got != "share.html#principle=a&way=by-example" {
		t.Error(got)
	}
}

func TestAPlaybookWithoutPrinciplesHasNoMap(t *testing.T) {
	if v := coverageOf(example("a", showing("peer"))); v.Maps != nil || v.Covered != (Covered{}) {
		t.Errorf("%+v", v)
	}
}

// What an attempt can do is fill an empty field. It changes the mark of no other.
func TestAnAttemptRaisesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 2)
		c := playbook.Cell{Examples: n.Draw(t, "examples"), Illustrative: n.Draw(t, "invented"), Stories: n.Draw(t, "stories"), Attempts: n.Draw(t, "attempts")}
		before := markOf(c)
		c.Attempts++
		if after := markOf(c); after != before && before != "none" {
			t.Fatalf("an attempt makes %s of %s", after, before)
		} else if before == "none" && after != "attempt" {
			t.Fatalf("an attempt alone is %s", after)
		}
	})
}

func TestStoriesOfFewAreSaidToBeLeftOut(t *testing.T) {
	hidden := tale("hidden", showing("boss"), "followed", "submitted", "a")
	hidden.Story.Credit = playbook.CreditAnonymous
	v := coverageOf(principle("a"), hidden)
	if v.Merged != 1 || v.Maps[0].Covered.N != 0 || v.Maps[1].Covered.N != 1 {
		t.Errorf("%d are left out, %+v covered", v.Merged, v.Maps[0].Covered)
	}
	for _, c := range v.Maps[0].Columns {
		if c.Title == Label(playbook.DefaultSettings(), "toward", playbook.Other) {
			t.Error("what is merged has a column")
		}
	}
}

// However large a playbook is, a map is not: it shows the rows with the widest gaps.
func TestALargeMapShowsTheWidestGaps(t *testing.T) {
	entries := make([]*playbook.Entry, 0, 1010)
	for i := range 1000 {
		id := fmt.Sprintf("p%04d", i)
		entries = append(entries, principle(id))
		if i%10 != 0 {
			entries = append(entries, example("x"+id, showing("peer"), id))
		}
	}
	m := coverageOf(entries...).Maps[0]
	if len(m.Rows) != maxFields/4 || m.Omitted != 1000-len(m.Rows) || m.Covered != (Covered{900, 4000}) || m.Columns[0].Covered != (Covered{900, 1000}) {
		t.Fatalf("%d rows, %d left out, %+v", len(m.Rows), m.Omitted, m.Covered)
	}
	empty := 0
	for _, row := range m.Rows {
		if row.Covered.N == 0 {
			empty++
		}
	}
	if empty != 100 || !slices.IsSortedFunc(m.Rows, func(a, b CoverageRow) int { return strings.Compare(a.Title, b.Title) }) {
		t.Errorf("%d of 100 empty rows are shown, or not in their order", empty)
	}
	for _, c := range m.Columns {
		for i, mark := range c.Marks {
			if mark.X < 0 || mark.Y < 0 || mark.X+stripMark > m.Width || mark.Y+stripMark > m.Height || len(c.Marks) != len(m.Rows) {
				t.Fatalf("mark %d stands at %d, %d of a strip of %d by %d", i, mark.X, mark.Y, m.Width, m.Height)
			}
		}
	}
}

// Every number adds up, and whoever follows a count finds as many.
func TestCountsAddUp(t *testing.T) {
	audience := rapid.SampledFrom([]string{"peer", "boss", "newcomer", "group"})
	rapid.Check(t, func(t *rapid.T) {
		entries := []*playbook.Entry{principle("a"), principle("b")}
		total := map[string]int{}
		for i := range rapid.IntRange(0, 8).Draw(t, "entries") {
			toward := rapid.SliceOfNDistinct(audience, 1, 3, rapid.ID[string]).Draw(t, "toward")
			id, of := fmt.Sprint("e", i), rapid.SampledFrom([]string{"a", "b"}).Draw(t, "principle")
			e := example(id, showing(toward...), of)
			if rapid.Bool().Draw(t, "story") {
				e = tale(id, showing(toward...), playbook.Outcome(rapid.SampledFrom(playbook.Outcome("").Values()).Draw(t, "outcome")), playbook.Provenance(rapid.SampledFrom(playbook.Provenance("").Values()).Draw(t, "provenance")), of)
			}
			for _, to := range toward {
				total[of+to]++
			}
			entries = append(entries, e)
		}
		pages := plan(entries...)
		m := pages[playbook.CoverageAddress].(CoverageView).Maps[0]
		for r, row := range m.Rows {
			of := []string{"a", "b"}[r]
			for i, cell := range row.Cells {
				column := playbook.DefaultSettings().Vocabularies.Toward[i].ID
				n := 0
				for _, count := range cell.Counts {
					n += count.N
					address, group, grouped := strings.Cut(count.Href, "#")
					view, ok := pages[address].(EntryView)
					if !ok || grouped == (count.N == 1) || grouped && !slices.ContainsFunc(view.Groups, func(g Group) bool { return "group-"+g.ID == group }) {
						t.Fatalf("%d %s lead to %s", count.N, count.Noun, count.Href)
					}
				}
				if n != total[of+column] || (cell.TellHref == "") != (n > 0) {
					t.Fatalf("%s toward %s has %d of %d", of, column, n, total[of+column])
				}
				if u, err := url.Parse(cell.TellHref); err != nil || n == 0 && u.Fragment != "principle="+of+"&toward="+column {
					t.Fatalf("%s toward %s asks for %q", of, column, cell.TellHref)
				}
			}
		}
	})
}
