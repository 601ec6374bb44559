package frontmatter_test

import (
	"strings"
	"testing"

	"github.com/microleadership/playbook/internal/frontmatter"
	"github.com/microleadership/playbook/internal/playbook"
)

// An entry that comes from another tool is told where its data belongs.
func TestFieldsOfOtherToolsHaveAPlace(t *testing.T) {
	text := "---\ntitle: T\nsummary: S\ndate: 2024-05-01\npermalink: /old/\ncategories: [a]\n---\n"
	_, list := frontmatter.Parse("content/pages/a.md", playbook.KindPage, "a", []byte(text), nil)
	want := []string{"publish_on", "redirect_from", "tags"}
	if len(list) != len(want) {
		t.Fatalf("%+v", list)
	}
	for i, d := range list {
		if d.Code != "unknown-field" || d.Pos.Line != 4+i || !strings.Contains(d.Hint, want[i]) {
			t.Errorf("line %d: %s, hint %q; want %s", d.Pos.Line, d.Text, d.Hint, want[i])
		}
	}
}

func TestPrinciplesNameTheirLens(t *testing.T) {
	text := "---\ntitle: T\nsummary: S\nstatement: S\npractice: P\n---\n"
	_, list := frontmatter.Parse("content/principles/a.md", playbook.KindPrinciple, "a", []byte(text), nil)
	if len(list) != 1 || list[0].Text != "“lens” is missing" {
		t.Errorf("%+v", list)
	}
}
