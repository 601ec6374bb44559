package check_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/check"
)

const docsFile = "../../docs/rules.md"

// TestDocs holds docs/rules.md to the rules that there are.
func TestDocs(t *testing.T) {
	got := docs()
	if *update {
		if err := os.WriteFile(docsFile, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(docsFile)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("run go test ./internal/check -update (-file +rules):\n%s", diff)
	}
}

func docs() string {
	var b strings.Builder
	b.WriteString(`# The rules of playbook check

<!-- Written by go test ./internal/check -update. Change the rules, not this file. -->

Each rule has a code, which messages show in brackets. Its severity can be changed in
content/playbook.yaml; a rule that is off is not looked at:

` + "```yaml\nrules:\n  long-summary: off\n  orphan: error\n```" + `

The influence essay asks for followers, forbids command and separates leading from teaching.
Rules about that do not hold for entries whose lens is service. Rules that look for words know
English only, and skip what is quoted, negated or code.

`)
	heading := ""
	own, settable := check.Own(), check.Codes()
	for _, r := range check.Rules() {
		h := "## Reading the files"
		switch {
		case slices.Contains(own, r.Code):
			h = "## The playbook as a whole"
		case !slices.Contains(settable, r.Code):
			h = "## Whatever the settings say"
		}
		if h != heading {
			fmt.Fprintf(&b, "%s%s\n\n| code | severity | why | how to fix it |\n|---|---|---|---|\n", strings.Repeat("\n", min(1, len(heading))), h)
			heading = h
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", r.Code, r.Severity, r.Why, r.Fix)
	}
	return b.String()
}
