package news_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/news"
	"github.com/microleadership/playbook/internal/playbook"
)

// drawEntries draws a small playbook. Two draws share many addresses, so that entries stay,
// come, go and move.
func drawEntries(t *rapid.T, name string) []*playbook.Entry {
	id := rapid.Custom(func(t *rapid.T) string { return fmt.Sprintf("e%d", rapid.IntRange(0, 7).Draw(t, "id")) })
	ids := rapid.SliceOfNDistinct(id, 0, 7, rapid.ID).Draw(t, name)
	refs := rapid.SliceOfN(id, 0, 3)
	var out []*playbook.Entry
	for _, id := range ids {
		kind := rapid.SampledFrom(playbook.Kinds()).Draw(t, "kind")
		e := &playbook.Entry{Kind: kind, ID: id, File: fmt.Sprintf("content/%s/%s.md", kind.Dir(), id)}
		e.Title = rapid.SampledFrom([]string{"Ask", "Listen", "Wait"}).Draw(t, "title")
		e.Draft = rapid.IntRange(0, 4).Draw(t, "draft") == 0
		for _, from := range refs.Draw(t, "old") {
			e.RedirectFrom = append(e.RedirectFrom, "principles/"+from+".html")
		}
		e.Tags = rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b"}), 0, 2).Draw(t, "tags")
		situation := &playbook.Situation{Way: playbook.ByExample, Toward: []string{rapid.SampledFrom([]string{"peer", "boss"}).Draw(t, "toward")}}
		switch kind {
		case playbook.KindPrinciple:
			e.Principle = &playbook.Principle{}
		case playbook.KindExample:
			e.Situation, e.Example = situation, &playbook.Example{Principles: refs.Draw(t, "principles")}
		case playbook.KindStory:
			e.Situation = situation
			e.Story = &playbook.Story{
				Principles: refs.Draw(t, "principles"), Examples: refs.Draw(t, "examples"),
				Outcome:    playbook.Outcome(rapid.SampledFrom(playbook.Outcome("").Values()).Draw(t, "outcome")),
				Provenance: playbook.Provenance(rapid.SampledFrom(playbook.Provenance("").Values()).Draw(t, "provenance")),
				Review:     playbook.ReviewAccepted,
				Team:       rapid.SampledFrom([]string{"", "a", "b", "c"}).Draw(t, "team"),
			}
		}
		var links []playbook.Link
		for _, to := range refs.Draw(t, "links") {
			links = append(links, playbook.Link{Target: "../principles/" + to + ".md"})
		}
		text := rapid.SampledFrom([]string{"one", "two"}).Draw(t, "text")
		e.Say(&playbook.Text{Body: playbook.Body{Links: links, Chunks: []string{text}}})
		out = append(out, e)
	}
	return out
}

func assemble(entries []*playbook.Entry) *playbook.Playbook {
	copies := make([]*playbook.Entry, len(entries))
	for i, e := range entries {
		again := *e
		copies[i] = &again
	}
	return playbook.Assemble(playbook.Input{Settings: playbook.DefaultSettings(), Entries: copies})
}

func snapshot(entries []*playbook.Entry) *news.Snapshot {
	return news.Of(assemble(entries), news.Options{Texts: true})
}

func TestNothingHasChangedSinceTheSameState(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries := drawEntries(t, "entries")
		shuffled := rapid.Permutation(entries).Draw(t, "shuffled")
		if r := news.Compare(snapshot(entries), snapshot(shuffled)); r.Changed() {
			t.Fatalf("%+v", r)
		}
	})
}

func TestOrderOfFilesNeverMatters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawEntries(t, "before"), drawEntries(t, "after")
		again := news.Compare(snapshot(rapid.Permutation(a).Draw(t, "a")), snapshot(rapid.Permutation(b).Draw(t, "b")))
		if diff := cmp.Diff(news.Compare(snapshot(a), snapshot(b)), again, cmp.AllowUnexported(news.Gone{}, news.Cell{})); diff != "" {
			t.Fatal(diff)
		}
	})
}

// What one way is new, promoted or covered, is the other way gone, demoted or emptied.
// Only a redirect works one way.
func TestTheWayBackIsTheMirror(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawEntries(t, "before"), drawEntries(t, "after")
		if rapid.Bool().Draw(t, "no redirects") {
			for _, e := range slices.Concat(a, b) {
				e.RedirectFrom = nil
			}
		}
		there, back := news.Compare(snapshot(a), snapshot(b)), news.Compare(snapshot(b), snapshot(a))
		came, went := addresses(there.New), map[string]bool{}
		for _, r := range there.Renamed {
			came[r.Address] = true
		}
		for _, r := range back.Removed {
			went[r.Address] = true
		}
		for _, r := range back.Renamed {
			went[r.From] = true
		}
		if diff := cmp.Diff(came, went); diff != "" {
			t.Fatal("new there and gone back: ", diff)
		}
		if len(there.Renamed)+len(back.Renamed) > 0 {
			return
		}
		if diff := cmp.Diff(turned(there.Promoted), steps(back.Demoted)); diff != "" {
			t.Fatal("promoted there and demoted back: ", diff)
		}
		if (there.Coverage == nil) != (back.Coverage == nil) || len(there.Edited) != len(back.Edited) || there.Frame != back.Frame {
			t.Fatalf("%+v, and back %+v", there, back)
		}
		if there.Coverage != nil {
			if diff := cmp.Diff(cells(there.Coverage.Gained), cells(back.Coverage.Lost)); diff != "" {
				t.Fatal("gained there and lost back: ", diff)
			}
		}
	})
}

func addresses(list []news.Item) map[string]bool {
	out := map[string]bool{}
	for _, i := range list {
		out[i.Address] = true
	}
	return out
}

func steps(list []news.Step) [][3]string {
	var out [][3]string
	for _, s := range list {
		out = append(out, [3]string{s.Address, s.From, s.To})
	}
	return out
}

func turned(list []news.Step) [][3]string {
	out := steps(list)
	for i := range out {
		out[i][1], out[i][2] = out[i][2], out[i][1]
	}
	return out
}

func cells(list []news.Cell) [][3]string {
	var out [][3]string
	for _, c := range list {
		out = append(out, [3]string{c.Principle.Address, c.Table, c.Column})
	}
	return out
}

// Of an address that was there and is not, the report says so, unless a page leads on.
func TestEveryLostAddressIsTold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := assemble(drawEntries(t, "before")), assemble(drawEntries(t, "after"))
		r := news.Compare(news.Of(a, news.Options{}), news.Of(b, news.Options{}))
		var told, want []string
		for _, g := range r.Gone {
			told = append(told, g.Address)
		}
		now := published(b)
		for address := range published(a) {
			if !now[address] {
				want = append(want, address)
			}
		}
		slices.Sort(want)
		if diff := cmp.Diff(want, told); diff != "" {
			t.Fatal(diff)
		}
	})
}

// published says where a site has a page because of its entries.
func published(p *playbook.Playbook) map[string]bool {
	out := map[string]bool{}
	for _, e := range p.Published() {
		out[e.PageAddress()] = true
		for _, from := range e.RedirectFrom {
			out[playbook.RedirectAddress(from)] = true
		}
		for _, tag := range e.Derived.Tags {
			if e.Kind != playbook.KindPage {
				out[playbook.TagAddress(tag)] = true
			}
		}
	}
	return out
}

// A story that was not followed never raises anything; it is told as what it is.
func TestAnAttemptPromotesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries := drawEntries(t, "entries")
		story := &playbook.Entry{Kind: playbook.KindStory, ID: "told", File: "content/stories/told.md", Situation: &playbook.Situation{}}
		story.Title = "Told"
		story.Story = &playbook.Story{
			Review: playbook.ReviewAccepted, Provenance: playbook.Submitted,
			Outcome: rapid.SampledFrom([]playbook.Outcome{playbook.NotFollowed, playbook.OutcomeUnknown}).Draw(t, "outcome"),
		}
		for _, e := range entries {
			story.Story.Principles = append(story.Story.Principles, e.ID)
			story.Story.Examples = append(story.Story.Examples, e.ID)
		}
		r := news.Compare(snapshot(entries), snapshot(append(slices.Clone(entries), story)))
		if len(r.Promoted)+len(r.Demoted) > 0 || len(r.Attempts) != 1 || len(r.Stories) != 1 || len(r.New) != 1 {
			t.Fatalf("%+v", r)
		}
	})
}
