package playbook

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// storyOf is a story that was accepted.
func storyOf(id string, credit Credit, toward, setting, team string, tags ...string) *Entry {
	return &Entry{
		Kind: KindStory, ID: id, File: "content/stories/" + id + ".md",
		Common:    Common{Title: id, Tags: tags},
		Situation: &Situation{Way: ByExample, Toward: []string{toward}, Setting: setting},
		Story:     &Story{Outcome: Followed, Provenance: Submitted, Review: ReviewAccepted, Credit: credit, Team: team, When: "2025-Q3"},
	}
}

func private(k int) Settings {
	s := DefaultSettings()
	s.Privacy.Group = k
	return s
}

func TestWhatFewShareIsMerged(t *testing.T) {
	crowd := func() []*Entry {
		return []*Entry{
			storyOf("a", CreditNamed, "peer", "meeting", "Blue", "meetings"),
			storyOf("b", CreditNamed, "peer", "meeting", "Blue", "Meetings"),
		}
	}
	type seen struct {
		Toward  []string
		Setting string
		Team    string
		When    Period
		Tags    []string
	}
	all := seen{[]string{"auditor"}, "night-shift", "Red", "2025-Q3", []string{"meetings", "trolley"}}
	for _, tt := range []struct {
		name   string
		k      int
		change func(*Entry)
		want   seen
	}{
		{"anonymous", 3, func(*Entry) {}, seen{[]string{Other}, Other, "", "2025-Q3", []string{"meetings"}}},
		{"in a larger group", 3, func(e *Entry) {
			e.Situation.Toward = []string{"peer", "auditor"}
			e.Situation.Setting, e.Story.Team = "meeting", "blue"
		}, seen{[]string{"peer", Other}, "meeting", "blue", "2025-Q3", []string{"meetings"}}},
		{"in a quarter of its own", 3, func(e *Entry) { e.Story.When = "2024-Q1" }, seen{[]string{Other}, Other, "", "2024", []string{"meetings"}}},
		{"in a year of its own", 3, func(e *Entry) { e.Story.When = "2019" }, seen{[]string{Other}, Other, "", "2019", []string{"meetings"}}},
		{"by a pseudonym", 3, func(e *Entry) { e.Story.Credit = CreditPseudonym }, seen{[]string{Other}, Other, "", "2025-Q3", []string{"meetings"}}},
		{"without a credit yet", 3, func(e *Entry) { e.Story.Credit = "" }, seen{[]string{Other}, Other, "", "2025-Q3", []string{"meetings"}}},
		{"by its team", 3, func(e *Entry) { e.Story.Credit = CreditTeam }, seen{[]string{Other}, Other, "Red", "2025-Q3", []string{"meetings"}}},
		{"by name", 3, func(e *Entry) { e.Story.Credit = CreditNamed }, all},
		{"invented", 3, func(e *Entry) { e.Story.Provenance = Illustrative }, all},
		{"whatever is shared", 1, func(*Entry) {}, all},
		{"one value typed thrice", 3, func(e *Entry) {
			e.Situation.Toward, e.Tags = []string{"auditor", "auditor", "auditor"}, []string{"trolley", "Trolley", "trolley "}
		}, seen{[]string{Other}, Other, "", "2025-Q3", nil}},
		{"a larger group than there is", 4, func(*Entry) {}, seen{[]string{Other}, Other, "", "2025", nil}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e := storyOf("mine", CreditAnonymous, "auditor", "night-shift", "Red", "meetings", "trolley")
			tt.change(e)
			Assemble(Input{Settings: private(tt.k), Entries: append(crowd(), e)})
			d := e.Derived
			if diff := cmp.Diff(tt.want, seen{d.Toward, d.Setting, d.Team, d.When, d.Tags}); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Three files in three languages are one teller, however they are read.
func TestTranslationsAreNoCrowd(t *testing.T) {
	in := func(id, of, lang, quarter string) *Entry {
		e := storyOf(id, CreditAnonymous, "auditor", "night-shift", "Red", "trolley")
		e.TranslationOf, e.Lang, e.Story.When = of, lang, Period(quarter)
		return e
	}
	entries := []*Entry{in("mine", "", "", "2025-Q3"), in("meine", "mine", "de", "2025-Q3"), in("mia", "mine", "it", "2025-Q3"), in("yours", "", "", "2025-Q3")}
	Assemble(Input{Settings: private(3), Entries: entries})
	for _, e := range entries {
		d := e.Derived
		if d.Setting != Other || d.Team != "" || d.When != "2025" || len(d.Tags) > 0 || !slices.Equal(d.Toward, []string{Other}) {
			t.Errorf("%s shows what two tellers share: %+v", e.ID, d)
		}
	}
	Assemble(Input{Settings: private(3), Entries: append(entries, in("hers", "", "", "2025-Q3"))})
	if d := entries[1].Derived; d.Setting != "night-shift" || d.Team != "Red" || d.When != "2025-Q3" || len(d.Tags) != 1 || d.Toward[0] != "auditor" {
		t.Errorf("what three tellers share is not shown: %+v", d)
	}
	Assemble(Input{Settings: private(3), Entries: []*Entry{in("a", "b", "de", "2025"), in("b", "a", "it", "2025")}}) // a mistake, and no circle
}

// Whatever there is: what a story without a named teller shows is shared by as many as the
// settings want, and the order of files does not matter.
func TestNobodyStandsAlone(t *testing.T) {
	value := func(name string) *rapid.Generator[string] {
		return rapid.SampledFrom([]string{name + "1", name + "2", name + "3"})
	}
	credits := rapid.SampledFrom([]Credit{CreditNamed, CreditTeam, CreditPseudonym, CreditAnonymous, ""})
	rapid.Check(t, func(t *rapid.T) {
		var entries []*Entry
		for i := range rapid.IntRange(1, 9).Draw(t, "entries") {
			e := storyOf(fmt.Sprint("s", i), credits.Draw(t, "credit"), value("toward").Draw(t, "toward"), value("setting").Draw(t, "setting"),
				value("team").Draw(t, "team"), rapid.SliceOfN(value("tag"), 0, 3).Draw(t, "tags")...)
			e.Story.When = Period(value("202").Draw(t, "year") + "-Q1")
			entries = append(entries, e)
		}
		k := rapid.IntRange(1, 4).Draw(t, "k")
		shuffled := rapid.Permutation(entries).Draw(t, "order")
		Assemble(Input{Settings: private(k), Entries: shuffled})
		var first []Derived
		for _, e := range entries {
			first = append(first, e.Derived)
		}
		sharing := func(has func(*Entry) bool) int {
			n := 0
			for _, e := range entries {
				if has(e) {
					n++
				}
			}
			return n
		}
		for _, e := range entries {
			if e.Story.Credit == CreditNamed {
				continue
			}
			d := e.Derived
			for _, v := range d.Toward {
				if n := sharing(func(o *Entry) bool { return slices.Contains(o.Situation.Toward, v) }); v != Other && n < k {
					t.Fatalf("%s shows toward %s, which %d share", e.ID, v, n)
				}
			}
			for _, v := range d.Tags {
				if n := sharing(func(o *Entry) bool { return slices.Contains(o.Tags, v) }); n < k {
					t.Fatalf("%s shows tag %s, which %d share", e.ID, v, n)
				}
			}
			if n := sharing(func(o *Entry) bool { return o.Situation.Setting == d.Setting }); d.Setting != Other && n < k {
				t.Fatalf("%s shows setting %s, which %d share", e.ID, d.Setting, n)
			}
			if n := sharing(func(o *Entry) bool { return o.Story.Team == d.Team }); d.Team != "" && e.Story.Credit != CreditTeam && n < k {
				t.Fatalf("%s shows team %s, which %d share", e.ID, d.Team, n)
			}
			if n := sharing(func(o *Entry) bool { return o.Story.When == d.When }); len(d.When) > 4 && n < k {
				t.Fatalf("%s shows %s, which %d share", e.ID, d.When, n)
			}
		}
		Assemble(Input{Settings: private(k), Entries: entries})
		for i, e := range entries {
			a, b := first[i], e.Derived
			if diff := cmp.Diff([]any{a.Toward, a.Setting, a.Tags, a.Team, a.When}, []any{b.Toward, b.Setting, b.Tags, b.Team, b.When}); diff != "" {
				t.Fatalf("%s depends on the order of files: %s", e.ID, diff)
			}
		}
	})
}

func TestPicturesOfProtectedStoriesHaveNamesThatSayNothing(t *testing.T) {
	show := func(e *Entry, files ...string) *Entry {
		for _, f := range files {
			e.Outline.Links = append(e.Outline.Links, Link{Kind: LinkImage, Target: f})
			e.Outline.Files = append(e.Outline.Files, "")
		}
		return e
	}
	const taken, camera, shared = "stories/mine-1.jpg", "stories/IMG_20250314_jane.JPG", "stories/map.png"
	mine := show(storyOf("mine", CreditAnonymous, "peer", "meeting", ""), "IMG_20250314_jane.JPG", "IMG_20250314_jane.JPG", "map.png")
	open := show(storyOf("open", CreditNamed, "peer", "meeting", ""), "map.png", "open.png")
	open.Story.People = PeopleConsented
	p := Assemble(Input{
		Settings: private(3), Entries: []*Entry{mine, open},
		Assets: map[string]bool{taken: true, camera: true, shared: true, "stories/open.png": true, "pages/plan.png": true},
	})
	for file, want := range map[string]string{
		camera: "stories/mine-2.jpg", shared: "stories/mine-3.png", "stories/open.png": "stories/open.png", "pages/plan.png": "plan.png",
	} {
		if got := p.AssetAddress(file); got != want {
			t.Errorf("%s stands at %s, want %s", file, got, want)
		}
	}
	if got := p.ResolveLink(open, open.Outline.Links[0]).Address; got != "stories/mine-3.png" {
		t.Errorf("a link of another story leads to %s", got)
	}
}
