package playbook

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// genEntries draws a small playbook: principles, and examples and stories that may
// name them, each other, or nothing that exists.
func genEntries(t *rapid.T) []*Entry {
	n := rapid.IntRange(1, 12).Draw(t, "entries")
	ref := rapid.Custom(func(t *rapid.T) string { return fmt.Sprintf("e%d", rapid.IntRange(0, n+1).Draw(t, "ref")) })
	refs := rapid.SliceOfN(ref, 0, 4)
	var out []*Entry
	for i := range n {
		kind := rapid.SampledFrom(Kinds()).Draw(t, "kind")
		e := &Entry{Kind: kind, ID: fmt.Sprintf("e%d", i), File: fmt.Sprintf("content/%s/e%d.md", kind.Dir(), i)}
		e.Title = rapid.SampledFrom([]string{"Ask", "ask", "Listen", "Wait"}).Draw(t, "title")
		e.Draft = rapid.Bool().Draw(t, "draft")
		for _, to := range refs.Draw(t, "related") {
			e.Related = append(e.Related, Relation{to, "see-also"})
		}
		switch kind {
		case KindPrinciple:
			e.Principle = &Principle{Order: rapid.IntRange(0, 3).Draw(t, "order")}
		case KindExample:
			e.Example = &Example{Principles: refs.Draw(t, "principles")}
		case KindStory:
			e.Story = &Story{
				Principles: refs.Draw(t, "principles"), Examples: refs.Draw(t, "examples"),
				Outcome:    Outcome(rapid.SampledFrom(Outcome("").Values()).Draw(t, "outcome")),
				Provenance: Provenance(rapid.SampledFrom(Provenance("").Values()).Draw(t, "provenance")),
				Review:     Review(rapid.SampledFrom(Review("").Values()).Draw(t, "review")),
				Team:       rapid.SampledFrom([]string{"", "a", "b", "c"}).Draw(t, "team"),
			}
		}
		out = append(out, e)
	}
	return out
}

// summary is what readers see of the derived data, by file.
func summary(p *Playbook) map[string][]string {
	files := func(list []*Entry) string {
		out := ""
		for _, e := range list {
			out += " " + e.File
		}
		return out
	}
	out := map[string][]string{}
	for _, e := range p.Entries {
		d := e.Derived
		related := ""
		for _, r := range d.Related {
			related += " " + r.Entry.File
		}
		out[e.File] = []string{d.Maturity.String(), files(d.Examples), files(d.Stories), files(d.Attempts), related, files(d.Backlinks)}
	}
	return out
}

func TestOrderOfFilesNeverMatters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries := genEntries(t)
		shuffled := rapid.Permutation(entries).Draw(t, "shuffled")
		first := Assemble(Input{Entries: entries})
		want, wantOrder := summary(first), slices.Clone(first.Entries)
		second := Assemble(Input{Entries: shuffled})
		if diff := cmp.Diff(want, summary(second)); diff != "" {
			t.Fatal(diff)
		}
		if !slices.Equal(wantOrder, second.Entries) {
			t.Fatal("the reading order differs")
		}
	})
}

func TestUnfollowedStoriesNeverRaiseMaturity(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries := genEntries(t)
		with := maturities(Assemble(Input{Entries: entries}))
		without := maturities(Assemble(Input{Entries: slices.DeleteFunc(slices.Clone(entries), func(e *Entry) bool {
			return e.Story != nil && !e.Story.somebodyFollowed()
		})}))
		for file, m := range without {
			if with[file] != m {
				t.Fatalf("%s is %s with the attempts and %s without", file, with[file], m)
			}
		}
	})
}

func maturities(p *Playbook) map[string]Maturity {
	out := map[string]Maturity{}
	for _, e := range p.Entries {
		out[e.File] = e.Derived.Maturity
	}
	return out
}

func TestListsHoldPublishedEntriesOnlyAndEachOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := Assemble(Input{Entries: genEntries(t)})
		for _, e := range p.Published() {
			seen := map[*Entry]string{}
			for name, list := range map[string][]*Entry{"examples": e.Derived.Examples, "stories": e.Derived.Stories, "attempts": e.Derived.Attempts, "backlinks": e.Derived.Backlinks} {
				for _, other := range list {
					if !other.Derived.Published {
						t.Fatalf("%s lists %s, which is not published", e.File, other.File)
					}
					if seen[other] != "" {
						t.Fatalf("%s lists %s under %s and %s", e.File, other.File, seen[other], name)
					}
					seen[other] = name
				}
			}
		}
	})
}

func TestSelectionDecidesWhatIsPublished(t *testing.T) {
	entry := func(change func(*Entry)) *Entry {
		e := &Entry{Kind: KindPrinciple, ID: "p", Principle: &Principle{}}
		change(e)
		return e
	}
	draft := entry(func(e *Entry) { e.Draft = true })
	future := entry(func(e *Entry) { e.PublishOn = "2026-05-02" })
	waiting := &Entry{Kind: KindStory, ID: "s", Story: &Story{Review: ReviewSubmitted}}
	for _, tt := range []struct {
		name  string
		entry *Entry
		sel   Selection
		want  bool
	}{
		{"a plain entry", entry(func(*Entry) {}), Selection{}, true},
		{"a draft", draft, Selection{}, false},
		{"a draft, drafts asked for", draft, Selection{Drafts: true}, true},
		{"the day before", future, Selection{Today: "2026-05-01"}, false},
		{"the day itself", future, Selection{Today: "2026-05-02"}, true},
		{"the day before, future asked for", future, Selection{Today: "2026-05-01", Future: true}, true},
		{"a story that waits for review", waiting, Selection{Drafts: true, Future: true}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			Assemble(Input{Entries: []*Entry{tt.entry}, Selection: tt.sel})
			if got := tt.entry.Derived.Published; got != tt.want {
				t.Errorf("published: got %v, want %v", got, tt.want)
			}
		})
	}
}

func TestHistoryStaysSecretUnlessTheTellerIsNamed(t *testing.T) {
	change := map[string]Change{"f": {Time: time.Date(2026, 3, 9, 12, 0, 0, 0, time.UTC), Authors: []string{"Mira Holt"}}}
	for _, credit := range Credit("").Values() {
		e := &Entry{Kind: KindStory, ID: "s", File: "f", Story: &Story{Review: ReviewAccepted, Credit: Credit(credit)}}
		e.Authors = []string{"Jo Lind"}
		Assemble(Input{Settings: Settings{Contributors: true}, Entries: []*Entry{e}, History: change})
		named := Credit(credit) == CreditNamed
		if got := e.Derived.Updated != "" || len(e.Derived.Authors) > 0; got != named {
			t.Errorf("credit %s: date %q and authors %q are shown", credit, e.Derived.Updated, e.Derived.Authors)
		}
	}
}

func TestBacklinksComeFromTextToo(t *testing.T) {
	a := &Entry{Kind: KindPrinciple, ID: "a", File: "content/principles/a.md", Principle: &Principle{}}
	b := &Entry{Kind: KindPage, ID: "b", File: "content/pages/b.md"}
	b.Say(&Text{Body: Body{Links: []Link{{Target: "../principles/a.md"}, {Kind: LinkWiki, Target: "a"}}}})
	Assemble(Input{Entries: []*Entry{a, b}})
	if !slices.Equal(a.Derived.Backlinks, []*Entry{b}) {
		t.Errorf("backlinks: %v", a.Derived.Backlinks)
	}
}

func TestContributorsAreNamedOnlyWhenTheTeamChose(t *testing.T) {
	change := map[string]Change{"f": {Authors: []string{"Mira Holt", "Jo Lind"}}}
	for chosen, want := range map[bool][]string{false: {"Jo Lind"}, true: {"Jo Lind", "Mira Holt"}} {
		e := &Entry{Kind: KindPrinciple, ID: "p", File: "f", Principle: &Principle{}}
		e.Authors = []string{"Jo Lind"}
		Assemble(Input{Settings: Settings{Contributors: chosen}, Entries: []*Entry{e}, History: change})
		if !slices.Equal(e.Derived.Authors, want) {
			t.Errorf("chosen %v: %q, want %q", chosen, e.Derived.Authors, want)
		}
	}
}
