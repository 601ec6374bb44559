package frontmatter_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/config"
	"github.com/microleadership/playbook/internal/decode"
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/frontmatter"
	"github.com/microleadership/playbook/internal/playbook"
)

const file = "content/pages/about.md"

// vocabularies are the ones that a playbook has unless it says otherwise.
func vocabularies() map[string][]string { return config.Vocabularies(playbook.DefaultSettings()) }

func parse(kind playbook.Kind, src string) (frontmatter.Parsed, diag.List) {
	return frontmatter.Parse(file, kind, "about", []byte(src), vocabularies())
}

// sameLines compares diagnostics with lines of “line:column+length code: text (hint)”.
func sameLines(t *testing.T, want string, got diag.List) {
	t.Helper()
	var wanted, b strings.Builder
	for line := range strings.Lines(want) {
		if line = strings.TrimSpace(line); line != "" {
			wanted.WriteString(line + "\n")
		}
	}
	for _, d := range got {
		fmt.Fprintf(&b, "%d:%d+%d %s: %s", d.Pos.Line, d.Pos.Column, d.Length, d.Code, d.Text)
		if d.Hint != "" {
			fmt.Fprintf(&b, " (%s)", d.Hint)
		}
		b.WriteByte('\n')
	}
	if d := cmp.Diff(wanted.String(), b.String()); d != "" {
		t.Errorf("diagnostics (-want +got):\n%s", d)
	}
}

// placed fails when a diagnostic does not stand in the file, or shows another line.
func placed(t interface{ Errorf(string, ...any) }, src string, list diag.List) {
	all := strings.Split(decode.Normalise([]byte(src)), "\n")
	if strings.HasPrefix(src, "\xFF\xFE") || strings.HasPrefix(src, "\xFE\xFF") {
		all = []string{""} // UTF-16 has no lines that could be shown
	}
	for _, d := range list {
		switch pos := d.Pos; {
		case pos.File != file || pos.Line < 1 || pos.Line > len(all):
			t.Errorf("%+v does not stand in the file", d)
		case pos.Column < 1 || pos.Column > utf8.RuneCountInString(all[pos.Line-1])+1:
			t.Errorf("%+v stands beyond its line", d)
		case d.Source != all[pos.Line-1]:
			t.Errorf("%+v shows another line than %q", d, all[pos.Line-1])
		case d.Code == "" || d.Text == "" || d.Severity != diag.Error:
			t.Errorf("%+v is not complete", d)
		}
	}
}

func parseWith(vocabularies map[string][]string, kind playbook.Kind, src string) (frontmatter.Parsed, diag.List) {
	return frontmatter.Parse(file, kind, "about", []byte(src), vocabularies)
}
