package markdown_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/markdown"
	"github.com/microleadership/playbook/internal/playbook"
)

var update = flag.Bool("update", false, "write the golden files")

// TestGolden shows for each construct what comes out of it: HTML with its slots, what is
// derived, and what is reported.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/golden/*.md")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := describe(t, filepath.Base(file), src)
			golden := strings.TrimSuffix(file, ".md") + ".html"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func describe(t *testing.T, name string, src []byte) string {
	t.Helper()
	body, found := markdown.New(markdown.Options{}).Convert(name, src, 1)
	var s strings.Builder
	s.WriteString(slots(body))
	fmt.Fprintf(&s, "<!-- derived\n%d words: %q\n", body.Words, body.Text)
	for _, h := range body.Headings {
		fmt.Fprintf(&s, "%d:%d h%d #%s at %d: %q\n", h.Pos.Line, h.Pos.Column, h.Level, h.ID, h.Offset, h.Text)
	}
	for _, section := range body.Sections {
		fmt.Fprintf(&s, "section #%s: %q\n", section.Heading.ID, section.Text)
	}
	for _, term := range body.Terms {
		fmt.Fprintf(&s, "term #%s: %q: %q\n", term.ID, term.Name, term.Text)
	}
	s.WriteString("-->\n<!-- found\n")
	for _, d := range found {
		fmt.Fprintf(&s, "%d:%d+%d %s %s: %s (%s)\n", d.Pos.Line, d.Pos.Column, d.Length, d.Severity, d.Code, d.Text, d.Hint)
	}
	s.WriteString("-->\n")
	return s.String()
}

// slots joins a body with each slot shown as {kind target#fragment line:column}.
func slots(b playbook.Body) string {
	return fill(b, func(l playbook.Link) string {
		return fmt.Sprintf("{%d %s#%s %d:%d}", l.Kind, l.Target, l.Fragment, l.Pos.Line, l.Pos.Column)
	})
}

func fill(b playbook.Body, slot func(playbook.Link) string) string {
	var s strings.Builder
	for i, chunk := range b.Chunks {
		s.WriteString(chunk)
		if i < len(b.Links) {
			s.WriteString(slot(b.Links[i]))
		}
	}
	return s.String()
}
