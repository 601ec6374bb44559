package markdown_test

import (
	"bytes"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/markdown"
)

// pieces are what Markdown is made of; texts of them reach far more than random bytes do.
var pieces = []string{
	"a", "b ", " ", "\n", "\n\n", "\t", "    ", "# ", "## ", "###### ", "> ", "- ", "1. ", "* ", ": ", "---\n", "===\n", "```", "```go\n", "~~~\n",
	"*", "**", "_", "~~", "`", "``", "[", "]", "(", ")", "![", "](", "[[", "]]", "|", "|-|\n", "|a|b|\n", "[^1]", "[^1]: ", "[a]: ", "[a]", "\\",
	"<", ">", "<b>", "</b>", "<!--", "-->", "<div>\n", "<https://a.b>", "https://a.b/c", "www.a.b", "a@b.c", "&amp;", "&#0;", "&#x1;", "&quot;",
	"[!NOTE]", "> [!TIP] t\n", "- [ ] ", "- [x] ", "\"", "'", "--", "...", "javascript:", "#x", "x.md", "x.png \"t\"", "\x00", "\xff", "\r\n", "\r", "é", "語", "\ufeff",
}

func text(t *rapid.T) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 60).Draw(t, "pieces"), "")
}

// check holds what is true of any conversion.
func check(t errorer, c *markdown.Converter, src []byte) {
	t.Helper()
	kept := bytes.Clone(src)
	body, found := c.Convert("x.md", src, 7)
	if !bytes.Equal(kept, src) {
		t.Fatalf("the source was changed")
	}
	wellFormed(t, body)
	inert(t, body)
	sameBlocks(t, body, bytes.Count(src, []byte("\n"))+bytes.Count(src, []byte("\r")))
	if !utf8.ValidString(body.Text) || strings.ContainsRune(body.Text, 0) {
		t.Fatalf("bad text: %q", body.Text)
	}
	for _, h := range body.Headings {
		if h.Offset > len(body.Text) || !strings.HasPrefix(body.Text[h.Offset:], h.Text) {
			t.Fatalf("heading %q is not at %d of %q", h.Text, h.Offset, body.Text)
		}
	}
	lines := bytes.Count(src, []byte("\n")) + bytes.Count(src, []byte("\r")) + 1
	for _, d := range found {
		if d.Pos.Line < 7 || d.Pos.Line >= 7+lines || d.Pos.Column < 1 || d.Pos.Column > utf8.RuneCountInString(d.Source)+1 {
			t.Fatalf("%s at %d:%d of %q", d.Code, d.Pos.Line, d.Pos.Column, src)
		}
	}
	for _, l := range body.Links {
		if l.Pos.Line < 7 || l.Pos.Line >= 7+lines || l.Pos.Column < 1 {
			t.Fatalf("link at %d:%d of %q", l.Pos.Line, l.Pos.Column, src)
		}
	}
}

func TestProperties(t *testing.T) {
	c := markdown.New(markdown.Options{Reserved: []string{"main", "a"}})
	rapid.Check(t, func(t *rapid.T) { check(t, c, []byte(text(t))) })
}

// TestConcurrent converts many texts at once with one converter, and each a
// second time alone: nothing may remain of one conversion in another.
func TestConcurrent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := markdown.New(markdown.Options{})
		texts := rapid.SliceOfN(rapid.Custom(text), 2, 6).Draw(t, "texts")
		at := make([]string, len(texts))
		var group sync.WaitGroup
		for i, s := range texts {
			group.Go(func() {
				body, _ := c.Convert("x.md", []byte(s), 1)
				at[i] = slots(body)
			})
		}
		group.Wait()
		for i, s := range texts {
			body, _ := markdown.New(markdown.Options{}).Convert("x.md", []byte(s), 1)
			if diff := cmp.Diff(slots(body), at[i]); diff != "" {
				t.Fatalf("%q (-alone +together):\n%s", s, diff)
			}
		}
	})
}

func FuzzConvert(f *testing.F) {
	for _, p := range payloads {
		f.Add([]byte(p))
	}
	for _, p := range pieces {
		f.Add([]byte(p + "a" + p + "\n" + p))
	}
	c := markdown.New(markdown.Options{})
	f.Fuzz(func(t *testing.T, src []byte) { check(t, c, src) })
}
