package pages

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestStylesComeWithWhatSpeaksForThem(t *testing.T) {
	v := finderOf(principle("a"),
		example("one", asking("unsure", "think", boss, "question"), "a"), example("two", asking("unsure", "think", boss, "question"), "a"),
		tale("told", asking("unsure", "stop", boss, "facts"), "partly", "submitted", "a"),
		tale("made-up", asking("unsure", "stop", []string{"peer"}, "facts", "reassurance"), "followed", "illustrative", "a"),
		tale("tried", asking("unsure", "stop", boss, "question", "enthusiasm"), "unknown", "submitted", "a"),
		tale("tried-too", asking("unsure", "stop", boss, "enthusiasm"), "not-followed", "illustrative", "a"),
	)
	want := []FinderFit{{"unsure", "If they are unsure", []FinderStyle{
		{"With facts", "1 story that some followed and 1 invented story", false},
		{"With a question", "2 examples; 1 attempt did not land", false},
		{"With reassurance", "1 invented story", false},
		{"With enthusiasm", "1 attempt and 1 invented attempt did not land", true},
	}}}
	if diff := cmp.Diff(want, v.Fits); diff != "" {
		t.Error(diff)
	}
	if got := v.Audiences[0].Cells[0].Styles; len(got) != 2 || got[0].Evidence != "1 invented story" {
		t.Errorf("toward a peer there is only what was invented, and it says %+v", got)
	}
}

// An invented story never puts a style before one that a true story speaks for.
func TestInventionsOutweighNothingTrue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 3)
		draw := func() styleCount {
			return styleCount{n.Draw(t, "followed"), n.Draw(t, "partly"), n.Draw(t, "examples"), n.Draw(t, "invented"), n.Draw(t, "missed"), n.Draw(t, "missed too")}
		}
		a, b := draw(), draw()
		if a.followed > b.followed {
			b.invented += rapid.IntRange(0, 1000).Draw(t, "more inventions")
			b.examples += rapid.IntRange(0, 1000).Draw(t, "more examples")
			if a.compare(b) >= 0 {
				t.Fatalf("%+v does not come before %+v", a, b)
			}
		}
		if a.compare(b) != -b.compare(a) {
			t.Fatalf("%+v and %+v stand before each other", a, b)
		}
		if a.against() && strings.Contains(a.evidence(), ";") {
			t.Fatal(a.evidence())
		}
	})
}
