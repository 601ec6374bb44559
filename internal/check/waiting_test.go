package check_test

import (
	"testing"

	"github.com/microleadership/playbook/internal/check"
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

func TestWhatAWaitingStoryLacksIsANote(t *testing.T) {
	story := func(id string, r playbook.Review) *playbook.Entry {
		return &playbook.Entry{Kind: playbook.KindStory, ID: id, File: "content/stories/" + id + ".md", Story: &playbook.Story{Review: r}}
	}
	principle := &playbook.Entry{Kind: playbook.KindPrinciple, ID: "p", File: "content/principles/p.md", Principle: &playbook.Principle{}}
	p := playbook.Assemble(playbook.Input{Entries: []*playbook.Entry{story("waits", "submitted"), story("accepted", "accepted"), story("silent", ""), principle}})
	for _, tt := range []struct {
		file, code string
		is, want   diag.Severity
	}{
		{"content/stories/waits.md", "missing-field", diag.Error, diag.Note},
		{"content/stories/waits.md", "missing-section", diag.Error, diag.Note},
		{"content/stories/waits.md", "style", diag.Warning, diag.Note},
		{"content/stories/waits.md", "followers", diag.Note, diag.Note},
		{"content/stories/waits.md", "identifying-data", diag.Error, diag.Error},
		{"content/stories/waits.md", "unknown-value", diag.Error, diag.Error},
		{"content/stories/accepted.md", "missing-field", diag.Error, diag.Error},
		{"content/stories/silent.md", "missing-field", diag.Error, diag.Error},
		{"content/principles/p.md", "missing-field", diag.Error, diag.Error},
		{"content/playbook.yaml", "missing-field", diag.Error, diag.Error},
	} {
		got := check.Waiting(p, diag.List{{Code: tt.code, Severity: tt.is, Pos: diag.Position{File: tt.file}}})
		if got[0].Severity != tt.want {
			t.Errorf("%s in %s is a matter of %s, want %s", tt.code, tt.file, got[0].Severity, tt.want)
		}
	}
}
