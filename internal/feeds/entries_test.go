package feeds

import (
	"flag"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/playbook"
)

var update = flag.Bool("update", false, "write the golden files")

// evident is a playbook in which there is something of all that entries.json tells.
func evident() *playbook.Playbook {
	entry := func(kind playbook.Kind, id, title string) *playbook.Entry {
		e := &playbook.Entry{Kind: kind, ID: id, File: "content/" + kind.Dir() + "/" + id + ".md"}
		e.Title, e.Summary = title, "In one sentence."
		return e
	}
	peers := func() *playbook.Situation {
		return &playbook.Situation{Way: playbook.BySuggestion, Toward: []string{"peer"}, Action: "start", Magnitude: "tiny", Style: []playbook.Style{"question"}, Setting: "task"}
	}
	ask := entry(playbook.KindPrinciple, "ask", "Ask first")
	ask.Principle = &playbook.Principle{Statement: "Who is asked thinks.", Practice: "Ask once."}
	ask.RedirectFrom = []string{"ask.html", "/old/"}
	rain := entry(playbook.KindExample, "rain", "Ask about the rain")
	rain.Situation, rain.Example = peers(), &playbook.Example{Principles: []string{"ask"}, Act: "Ask."}
	rain.Tags = []string{"weather"}
	story := func(id, title string, outcome playbook.Outcome, provenance playbook.Provenance) *playbook.Entry {
		e := entry(playbook.KindStory, id, title)
		e.Situation = peers()
		e.Story = &playbook.Story{
			Principles: []string{"ask"}, Examples: []string{"rain"}, Outcome: outcome, Provenance: provenance,
			Review: playbook.ReviewAccepted, Credit: playbook.CreditAnonymous, Team: "Ward 7", When: "2025-Q3",
		}
		return e
	}
	map1 := story("map", "The map", playbook.Followed, playbook.Submitted)
	map1.Situation.Toward, map1.Situation.Setting, map1.Tags = []string{"boss", "peer"}, "event", []string{"cartography"}
	vote := story("vote", "The lone vote", playbook.NotFollowed, playbook.Submitted)
	tale := story("tale", "A tale", playbook.PartlyFollowed, playbook.Illustrative)
	about := entry(playbook.KindPage, "about", "About")
	about.Say(&playbook.Text{Body: playbook.Body{Links: []playbook.Link{{Target: "../principles/ask.md"}, {Target: "nowhere.md"}}}})
	s := playbook.DefaultSettings()
	s.Title, s.Privacy.Group = "A playbook", 3
	return playbook.Assemble(playbook.Input{Settings: s, Entries: []*playbook.Entry{ask, rain, map1, vote, tale, about}})
}

func TestEntriesSayWhatTheyRestOn(t *testing.T) {
	got := appendEntries(nil, evident())
	const file = "testdata/entries.json"
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-update writes it):\n%s", file, diff)
	}
}
