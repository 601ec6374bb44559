package playbook

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestMaturityFollowsTheEvidence(t *testing.T) {
	for _, tt := range []struct {
		name     string
		evidence Evidence
		want     Maturity
	}{
		{"nothing", Evidence{}, Idea},
		{"one example", Evidence{Examples: 1}, Illustrated},
		{"an invented story", Evidence{Illustrative: 1}, Illustrated},
		{"any number of invented stories", Evidence{Illustrative: 9, Teams: 0}, Illustrated},
		{"followed in part", Evidence{Partly: 3, Teams: 3}, Illustrated},
		{"one that was followed", Evidence{Followed: 1}, Attested},
		{"three from two teams", Evidence{Followed: 3, Teams: 2}, Attested},
		{"two from two teams", Evidence{Followed: 2, Teams: 2}, Attested},
		{"three from three teams", Evidence{Followed: 3, Teams: 3}, Proven},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.evidence.Maturity(); got != tt.want {
				t.Errorf("%+v: got %s, want %s", tt.evidence, got, tt.want)
			}
		})
	}
}

func TestOnlyFollowedStoriesCount(t *testing.T) {
	for _, tt := range []struct {
		name    string
		stories []Story
		want    Maturity
	}{
		{"an attempt raises nothing", []Story{{Outcome: NotFollowed, Provenance: Submitted, Review: ReviewAccepted}}, Idea},
		{"nobody knows raises nothing", []Story{{Outcome: OutcomeUnknown, Provenance: Submitted, Review: ReviewAccepted}}, Idea},
		{"an invented attempt raises nothing", []Story{{Outcome: NotFollowed, Provenance: Illustrative, Review: ReviewAccepted}}, Idea},
		{"not accepted raises nothing", []Story{{Outcome: Followed, Provenance: Submitted, Review: ReviewSubmitted}}, Idea},
		{"invented and followed illustrates", []Story{{Outcome: Followed, Provenance: Illustrative, Review: ReviewAccepted}}, Illustrated},
		{"submitted and followed attests", []Story{{Outcome: Followed, Provenance: Submitted, Review: ReviewAccepted}}, Attested},
		{"one team three times", []Story{
			{Outcome: Followed, Provenance: Submitted, Review: ReviewAccepted, Team: "Blue"},
			{Outcome: Followed, Provenance: Submitted, Review: ReviewAccepted, Team: "blue"},
			{Outcome: Followed, Provenance: Submitted, Review: ReviewAccepted, Team: " Blue "},
		}, Attested},
		{"three teams", []Story{
			{Outcome: Followed, Provenance: Submitted, Review: ReviewAccepted, Team: "Blue"},
			{Outcome: Followed, Provenance: Submitted, Review: ReviewAccepted, Team: "Red"},
			{Outcome: Followed, Provenance: Submitted, Review: ReviewAccepted, Team: "Green"},
		}, Proven},
	} {
		t.Run(tt.name, func(t *testing.T) {
			principle := &Entry{Kind: KindPrinciple, ID: "p", Principle: &Principle{}}
			entries := []*Entry{principle}
			for i, s := range tt.stories {
				s.Principles = []string{"p"}
				entries = append(entries, &Entry{Kind: KindStory, ID: string(rune('a' + i)), Story: &s})
			}
			Assemble(Input{Entries: entries})
			if got := principle.Derived.Maturity; got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

// genSituated is genEntries with situations, other spellings of teams and days of publication.
func genSituated(t *rapid.T) []*Entry {
	entries := genEntries(t)
	for _, e := range entries {
		if e.Example == nil && e.Story == nil {
			continue
		}
		e.Situation = &Situation{Way: ByExample, Toward: rapid.SliceOfN(rapid.SampledFrom([]string{"peer", "boss", "nobody we know"}), 1, 3).Draw(t, "toward")}
		if rapid.Bool().Draw(t, "said") {
			e.Situation.Way = BySuggestion
			for _, s := range rapid.SliceOfN(rapid.SampledFrom(Style("").Values()), 1, 3).Draw(t, "style") {
				e.Situation.Style = append(e.Situation.Style, Style(s))
			}
		}
		e.PublishOn = rapid.SampledFrom([]Date{"", "2026-01-01", "2027-01-01"}).Draw(t, "publish on")
		if rapid.Bool().Draw(t, "of all") { // by chance alone, few stories would count
			for _, to := range entries {
				if e.Story != nil {
					e.Draft, e.PublishOn, e.Story.Review = false, "", ReviewAccepted
					e.Story.Principles, e.Story.Examples = append(e.Story.Principles, to.ID), append(e.Story.Examples, to.ID)
				} else {
					e.Example.Principles = append(e.Example.Principles, to.ID)
				}
			}
		}
		if e.Story != nil {
			e.Story.Team = rapid.SampledFrom([]string{"", "Blue", " blue ", "BLUE", "Red", "Gre\u0301en", "GR\u00c9EN"}).Draw(t, "team name")
			e.Story.Credit = Credit(rapid.SampledFrom(Credit("").Values()).Draw(t, "credit"))
		}
	}
	return entries
}

func assembled(entries []*Entry) *Playbook {
	return Assemble(Input{Settings: DefaultSettings(), Entries: entries, Selection: Selection{Today: "2026-06-01"}})
}

func evidence(p *Playbook) map[string]Evidence {
	out := map[string]Evidence{}
	for _, e := range p.Entries {
		out[e.File] = e.Derived.Evidence
	}
	return out
}

func TestOrderOfFilesNeverMattersToWhatIsWeighed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries := genSituated(t)
		p := assembled(entries)
		weighed, attested, linked, coverage := evidence(p), attestedBy(p), linkedTo(p), p.Coverage()
		q := assembled(rapid.Permutation(entries).Draw(t, "shuffled"))
		if diff := cmp.Diff(weighed, evidence(q)) + cmp.Diff(attested, attestedBy(q)) + cmp.Diff(linked, linkedTo(q)); diff != "" {
			t.Fatal(diff)
		}
		if !reflect.DeepEqual(coverage, q.Coverage()) {
			t.Fatal("the coverage differs")
		}
	})
}

func attestedBy(p *Playbook) map[string][]string {
	out := map[string][]string{}
	for _, e := range p.Entries {
		for _, s := range e.AttestedBy() {
			out[e.File] = append(out[e.File], s.File)
		}
	}
	return out
}

func linkedTo(p *Playbook) map[string]int {
	out := map[string]int{}
	for i, n := range p.Linked() {
		out[p.Entries[i].File] = n
	}
	return out
}

// The rule, in the words of the model: maturity, evidence and attested-by are what somebody
// would count who reads every file.
func TestMaturityIsWhatAReaderWouldCount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := assembled(genSituated(t))
		for _, idea := range p.Entries {
			if idea.Principle == nil && idea.Example == nil {
				continue
			}
			illustrated, followed, teams := false, 0, map[string]bool{}
			var attesting []string
			for _, e := range p.Entries {
				switch {
				case !idea.Derived.Published || !e.Derived.Published || !names(e, idea):
				case e.Example != nil:
					illustrated = true
				case e.Story == nil || e.Story.Review != ReviewAccepted || e.Draft || e.PublishOn > "2026-06-01":
				case e.Story.Outcome == NotFollowed || e.Story.Outcome == OutcomeUnknown:
				case e.Story.Outcome == Followed && e.Story.Provenance == Submitted:
					followed++
					attesting = append(attesting, e.File)
					if team := strings.ToLower(strings.TrimSpace(norm.NFC.String(e.Story.Team))); team != "" {
						teams[team] = true
					}
				default: // invented, or followed in part
					illustrated = true
				}
			}
			want := Idea
			switch {
			case !idea.Derived.Published:
				want = NoMaturity
			case followed >= 3 && len(teams) >= 3:
				want = Proven
			case followed >= 1:
				want = Attested
			case illustrated:
				want = Illustrated
			}
			var by []string
			for _, s := range idea.AttestedBy() {
				by = append(by, s.File)
			}
			slices.Sort(by)
			slices.Sort(attesting)
			if idea.Derived.Maturity != want || !slices.Equal(by, attesting) {
				t.Fatalf("%s is %s by %q, want %s by %q", idea.File, idea.Derived.Maturity, by, want, attesting)
			}
		}
	})
}

// names says whether an example or story refers to a principle or example by its id.
func names(e, idea *Entry) bool {
	return idea.Principle != nil && slices.Contains(e.Principles(), idea.ID) ||
		idea.Example != nil && e.Story != nil && slices.Contains(e.Story.Examples, idea.ID)
}

// A story that does not count changes no evidence, wherever it points; one that does never lowers any.
func TestAStoryRaisesOnlyWhatItAttests(t *testing.T) {
	everything := func(entries []*Entry, s Story) *Entry {
		for _, e := range entries {
			s.Principles, s.Examples = append(s.Principles, e.ID), append(s.Examples, e.ID)
		}
		return &Entry{Kind: KindStory, ID: "told", File: "content/stories/told.md", Situation: &Situation{}, Story: &s}
	}
	happened := Story{Outcome: Followed, Provenance: Submitted, Review: ReviewAccepted, Team: "Violet"}
	for _, tt := range []struct {
		name   string
		change func(*Entry)
		upTo   Maturity // to which it may raise; NoMaturity if to none
	}{
		{"not followed", func(e *Entry) { e.Story.Outcome = NotFollowed }, NoMaturity},
		{"nobody knows", func(e *Entry) { e.Story.Outcome = OutcomeUnknown }, NoMaturity},
		{"invented and not followed", func(e *Entry) { e.Story.Provenance, e.Story.Outcome = Illustrative, NotFollowed }, NoMaturity},
		{"waiting for review", func(e *Entry) { e.Story.Review = ReviewSubmitted }, NoMaturity},
		{"a draft", func(e *Entry) { e.Draft = true }, NoMaturity},
		{"of tomorrow", func(e *Entry) { e.PublishOn = "2026-06-02" }, NoMaturity},
		{"followed in part", func(e *Entry) { e.Story.Outcome = PartlyFollowed }, Illustrated},
		{"invented", func(e *Entry) { e.Story.Provenance = Illustrative }, Illustrated},
		{"invented and followed in part", func(e *Entry) { e.Story.Provenance, e.Story.Outcome = Illustrative, PartlyFollowed }, Illustrated},
		{"followed", func(*Entry) {}, Proven},
	} {
		t.Run(tt.name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				entries := genSituated(t)
				story := everything(entries, happened)
				tt.change(story)
				without, weighed := maturities(assembled(entries)), evidence(assembled(entries))
				with := assembled(append(slices.Clone(entries), story))
				for file, m := range maturities(with) {
					before := without[file]
					switch {
					case m < before:
						t.Fatalf("%s was %s and is %s", file, before, m)
					case m > before && m > tt.upTo:
						t.Fatalf("%s was raised to %s", file, m)
					case tt.upTo == NoMaturity && evidence(with)[file] != weighed[file]:
						t.Fatalf("%s: evidence was %+v and is %+v", file, weighed[file], evidence(with)[file])
					case before == Idea && tt.upTo >= Illustrated && m == Idea:
						t.Fatalf("%s stays an idea", file)
					}
				}
			})
		})
	}
}

// Who reaches an entry from which page, by looking at all pairs.
func TestLinkedCountsThePagesThatLeadThere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries := genSituated(t)
		for _, e := range entries {
			var links []Link
			for range rapid.IntRange(0, 3).Draw(t, "links") {
				links = append(links, Link{Kind: LinkWiki, Target: rapid.SampledFrom([]string{"e0", "e1", "e2", "e3"}).Draw(t, "to")})
			}
			e.Say(&Text{Body: Body{Links: links}})
		}
		p := assembled(entries)
		got := linkedTo(p)
		for _, to := range p.Entries {
			want := 0
			for _, from := range p.Entries {
				if from != to && from.Derived.Published && to.Derived.Published && leadsTo(p, from, to) {
					want++
				}
			}
			if got[to.File] != want {
				t.Fatalf("%s: %d pages lead there, want %d", to.File, got[to.File], want)
			}
		}
	})
}

func leadsTo(p *Playbook, from, to *Entry) bool {
	for _, r := range from.Derived.Related {
		if r.Entry == to {
			return true
		}
	}
	for i := range from.Outline.Links {
		if p.Follow(from, i).Entry == to {
			return true
		}
	}
	return names(from, to) || names(to, from)
}
