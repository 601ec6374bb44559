package check_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/check"
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

func TestApply(t *testing.T) {
	settings := playbook.Settings{Rules: map[string]diag.Severity{"raw-html": diag.Off, "footnote": diag.Error, "encoding": diag.Note}}
	list := diag.List{
		{Code: "raw-html", Severity: diag.Warning},
		{Code: "footnote", Severity: diag.Warning},
		{Code: "encoding", Severity: diag.Error},
		{Code: "syntax", Severity: diag.Error},
		{Code: "syntax", Severity: diag.Off},
	}
	want := diag.List{
		{Code: "footnote", Severity: diag.Error},
		{Code: "encoding", Severity: diag.Note},
		{Code: "syntax", Severity: diag.Error},
	}
	if diff := cmp.Diff(want, check.Apply(settings, list)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestSettingsChangeSeverities turns each rule that finds something off, and down to a note.
func TestSettingsChangeSeverities(t *testing.T) {
	for _, file := range fixtures(t) {
		f, _ := readFixture(t, file)
		p, assets := f.assemble(t, func([]string) {})
		before := check.Run(p, check.Options{Assets: assets})
		code := before[0].Code
		for _, severity := range []diag.Severity{diag.Off, diag.Note} {
			p.Settings.Rules = map[string]diag.Severity{code: severity}
			n := 0
			for _, d := range check.Run(p, check.Options{Assets: assets}) {
				if d.Code == code {
					n++
					if d.Severity != severity {
						t.Errorf("%s is %s, want %s", code, d.Severity, severity)
					}
				}
			}
			if severity == diag.Off && n > 0 || severity == diag.Note && n == 0 {
				t.Errorf("%s set to %s is reported %d times", code, severity, n)
			}
		}
	}
}

func TestBaseHasNoMistakes(t *testing.T) {
	f, _ := readFixture(t, "testdata/rules/consent.txtar")
	delete(f.files, "content/stories/wrong.md")
	if got := printed(t, f.run(t, func([]string) {})); got != "" {
		t.Error(got)
	}
}

// TestEmpty holds that nothing has to be there.
func TestEmpty(t *testing.T) {
	p := playbook.Assemble(playbook.Input{Entries: []*playbook.Entry{
		{Kind: playbook.KindStory, File: "content/stories/.md", Story: &playbook.Story{}, Situation: &playbook.Situation{}},
		{Kind: playbook.KindExample, File: "content/examples/.md", Example: &playbook.Example{}, Situation: &playbook.Situation{}},
		{Kind: playbook.KindPrinciple, File: "content/principles/.md", Principle: &playbook.Principle{}},
	}})
	for _, d := range check.Run(p, check.Options{}) {
		if d.Code != "missing-section" && d.Code != "orphan" {
			t.Errorf("%+v", d)
		}
	}
}

func TestUnreadableAsset(t *testing.T) {
	f, _ := readFixture(t, "testdata/rules/image-metadata.txtar")
	p, _ := f.assemble(t, func([]string) {})
	_, nothing := fixture{files: map[string]string{"content/playbook.yaml": f.files["content/playbook.yaml"]}}.assemble(t, func([]string) {})
	list := check.Run(p, check.Options{Assets: nothing})
	if !slices.ContainsFunc(list, isImageMetadata) {
		t.Errorf("a file that cannot be read passes as clean: %v", list)
	}
	if list := check.Run(p, check.Options{}); slices.ContainsFunc(list, isImageMetadata) {
		t.Errorf("without assets: %v", list)
	}
}

func isImageMetadata(d diag.Diagnostic) bool { return d.Code == "image-metadata" }

func TestCodesAreUnique(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range check.Rules() {
		if seen[r.Code] || r.Why == "" || r.Fix == "" || r.Severity == diag.Off {
			t.Errorf("twice, or without why, fix or severity: %+v", r)
		}
		seen[r.Code] = true
	}
	if len(check.Codes()) >= len(seen) || !seen["unknown-field"] || !seen["orphan"] {
		t.Errorf("codes: %v", check.Codes())
	}
}
