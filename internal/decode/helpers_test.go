package decode_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/decode"
	"github.com/microleadership/playbook/internal/diag"
)

// document makes a document that starts on line 3 of its file, so that a position in
// the piece cannot be taken for one in the file.
func document(text string) decode.Document {
	text = "first\nsecond\n" + text
	return decode.Document{
		File: "content/a.md",
		Text: text[len("first\nsecond\n"):],
		Line: 3,
		All:  text,
	}
}

// lines writes diagnostics one a line: position+length code: text (hint).
func lines(list diag.List) string {
	var b strings.Builder
	for _, d := range list {
		fmt.Fprintf(&b, "%d:%d+%d %s: %s", d.Pos.Line, d.Pos.Column, d.Length, d.Code, d.Text)
		if d.Hint != "" {
			fmt.Fprintf(&b, " (%s)", d.Hint)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// sameLines compares what was reported with the lines wanted, written as a raw string.
func sameLines(t *testing.T, want string, got diag.List) {
	t.Helper()
	var wanted strings.Builder
	for line := range strings.Lines(want) {
		if line = strings.TrimSpace(line); line != "" {
			wanted.WriteString(line + "\n")
		}
	}
	if d := cmp.Diff(wanted.String(), lines(got)); d != "" {
		t.Errorf("diagnostics (-want +got):\n%s", d)
	}
}
