package frontmatter_test

import (
	"testing"

	"github.com/microleadership/playbook/internal/frontmatter"
)

func TestLocate(t *testing.T) {
	for src, want := range map[string]frontmatter.Block{
		"---\na: 1\n---\nbody":                 {Format: "yaml", Text: "a: 1\n", Line: 2},
		"\uFEFF\r\n---yaml \r\na: 1\r\n---":    {Format: "yaml", Text: "a: 1\n", Line: 3},
		"+++\na = 1\r# b\n+++\n":               {Format: "toml", Text: "a = 1\n# b\n", Line: 2},
		"---toml\n---\n":                       {Format: "toml", Line: 2},
		"---\na: |\n  x\n  ---\n---\n---\nb\n": {Format: "yaml", Text: "a: |\n  x\n  ---\n", Line: 2},
	} {
		if got, ok := frontmatter.Locate([]byte(src)); !ok || got != want {
			t.Errorf("%q: %+v, %v, want %+v", src, got, ok, want)
		}
	}
	for _, src := range []string{"", "body", "---\na: 1\n", " ---\na: 1\n---\n", "\xff\xfe---"} {
		if got, ok := frontmatter.Locate([]byte(src)); ok {
			t.Errorf("%q: %+v", src, got)
		}
	}
}
