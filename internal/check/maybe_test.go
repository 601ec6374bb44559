package check_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/check"
)

// joined draws texts of pieces that stand side by side, or with something between them.
func joined(pieces ...string) *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		all := rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 8).Draw(t, "pieces")
		return strings.Join(all, rapid.SampledFrom([]string{"", " "}).Draw(t, "between"))
	})
}

// TestCheapQuestions holds that they say no only where there is nothing to be found, and that
// the texts have something to be found.
func TestCheapQuestions(t *testing.T) {
	days := joined("March", "Mar", "Mar.", "May", "Sept", "Marching", "é", "_", "on", "3", "31", "1st", "2nd", "rd", "th", "of", ",", ".", " ", "  ", "2024", "1999")
	runs := joined("2024", "1999", "20245", "03", "3", "31", "-", "/", ".", " ", "(", ")", "+", "0", "030", "555", "1234", "12345")
	names := joined("Anna", "anna", "ánna", "Änna", "A\u0301nna", "Zoë", "zoe", "\u0301", "’s", "'s", "'", "’", "é", "x", "-", "_", " ", "Smith")
	asked, yes := 0, 0
	ask := func(t *rapid.T, text string, may, is bool) {
		asked++
		if is {
			yes++
		}
		if is && !may {
			t.Fatalf("%q is said to have nothing in it", text)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		line := days.Draw(t, "line")
		may, is := check.MayNameDay(line)
		ask(t, line, may, is)
		run := runs.Draw(t, "run")
		mayBe, isOne := check.MayBeNumbers(run)
		ask(t, run, mayBe[0], isOne[0])
		ask(t, run, mayBe[1], isOne[1])
		line = names.Draw(t, "names")
		may, is = check.MayBegin([]string{"Anna Smith", "Zoë", "\u0301"}, line)
		ask(t, line, may, is)
	})
	if 50*yes < asked {
		t.Errorf("of %d questions only %d are to be answered with yes", asked, yes)
	}
}
