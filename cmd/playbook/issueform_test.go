package main

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"github.com/microleadership/playbook/internal/build"
)

// built is a playbook as commands see it.
func built(t *testing.T, dir string) *build.Result {
	t.Helper()
	p, err := openProject(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() })
	b, err := p.builder(selection{}, builderOptions{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := b.Rebuild(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// The forms that ship are those that would be made now: of this repository's playbook, and of
// the one that init writes.
func TestIssueFormsAreThoseThatWouldBeMade(t *testing.T) {
	for _, c := range []struct{ playbook, github, gitlab string }{
		{"../..", "../../.github/ISSUE_TEMPLATE/story.yml", "../../.gitlab/issue_templates/Story.md"},
		{"scaffold", "scaffold/dot-github/ISSUE_TEMPLATE/story.yml", "scaffold/dot-gitlab/issue_templates/Story.md"},
	} {
		f := formOf(built(t, c.playbook))
		for file, want := range map[string][]byte{c.github: f.github(), c.gitlab: f.gitlab()} {
			if os.Getenv("UPDATE_GOLDEN") != "" {
				if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(file, want, 0o644); err != nil {
					t.Fatal(err)
				}
				continue
			}
			got, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != string(want) {
				t.Errorf("%s is not what the model says; run UPDATE_GOLDEN=1 go test ./cmd/playbook -run TestIssueForms", file)
			}
		}
	}
}

// githubForm is what GitHub reads of an issue form.
type githubForm struct {
	Name, Description string
	Labels            []string
	Body              []struct {
		Type, ID   string
		Attributes struct {
			Label, Description, Value string
			Options                   []string
			Multiple                  bool
		}
		Validations struct{ Required bool }
	}
}

// GitHub refuses a form with two ids, labels or choices that are alike, one with “None” as a
// choice, and one without a question.
func TestIssueFormKeepsGitHubsRules(t *testing.T) {
	var f githubForm
	if err := yaml.Load(formOf(built(t, "../..")).github(), &f, yaml.WithKnownFields()); err != nil {
		t.Fatal(err)
	}
	if f.Name == "" || f.Description == "" || len(f.Body) < 20 {
		t.Errorf("name %q, description %q, %d parts", f.Name, f.Description, len(f.Body))
	}
	seen := map[string]bool{}
	required := 0
	for _, part := range f.Body {
		a := part.Attributes
		if part.Type == "markdown" {
			if !strings.Contains(a.Value, "account on this forge is shown") {
				t.Error("the form does not say that the forge shows the account")
			}
			continue
		}
		if part.ID == "" || a.Label == "" || seen["id "+part.ID] || seen["label "+a.Label] {
			t.Errorf("id %q, label %q", part.ID, a.Label)
		}
		seen["id "+part.ID], seen["label "+a.Label] = true, true
		if part.Validations.Required {
			required++
		}
		if (part.Type == "dropdown") != (len(a.Options) > 0) {
			t.Errorf("%s: %s with %d choices", part.ID, part.Type, len(a.Options))
		}
		for i, o := range a.Options {
			if strings.EqualFold(o, "none") || slices.Contains(a.Options[:i], o) {
				t.Errorf("%s: choice %q", part.ID, o)
			}
		}
	}
	if required != len(mustAnswer) {
		t.Errorf("%d questions are required", required)
	}
}
