package markdown_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/markdown"
	"github.com/microleadership/playbook/internal/playbook"
)

func convert(src string) (playbook.Body, diag.List) {
	return markdown.New(markdown.Options{}).Convert("content/x.md", []byte(src), 1)
}

func TestPositionsAreOfTheFile(t *testing.T) {
	src := "first\r\n\r\nÄ é [x](javascript:x) and [y](y.md)\r\n"
	body, found := markdown.New(markdown.Options{}).Convert("content/stories/x.md", []byte(src), 12)
	want := diag.List{{
		Code: "unsafe-link", Severity: diag.Error, Pos: diag.Position{File: "content/stories/x.md", Line: 14, Column: 5},
		Text:   "an address that starts with “javascript:” is not linked",
		Hint:   "use https:, mailto:, tel: or the path of a file; ./ before a path that has a colon",
		Source: "Ä é [x](javascript:x) and [y](y.md)",
	}}
	if diff := cmp.Diff(want, found); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	wantLinks := []playbook.Link{{Target: "y.md", Pos: diag.Position{File: "content/stories/x.md", Line: 14, Column: 27}}}
	if diff := cmp.Diff(wantLinks, body.Links); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if body.Line != 12 {
		t.Errorf("body starts on line %d", body.Line)
	}
}

func TestSectionsEndAtTheNext(t *testing.T) {
	body, _ := convert("before\n\n## One\n\na\n\n### Below\n\nb\n\n## Two\n\nc[^1]\n\n[^1]: note\n")
	var got []string
	for _, s := range body.Sections {
		got = append(got, s.Heading.Text+": "+s.Text)
	}
	want := []string{"One: a\nBelow\nb", "Two: c"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestWords(t *testing.T) {
	for src, want := range map[string]int{
		"":                              0,
		"one two":                       2,
		"don't -- well-known, e.g. 3.5": 4,
		"… – !":                         0,
		"日本語 text です":                   6,
		"`code` *and* [link](x.md)":     3,
	} {
		if body, _ := convert(src); body.Words != want {
			t.Errorf("%q has %d words, want %d", src, body.Words, want)
		}
	}
}

func TestReservedIDs(t *testing.T) {
	body, _ := markdown.New(markdown.Options{Reserved: []string{"main", "term-hat"}}).
		Convert("x.md", []byte("## Main\n\nHat\n: x\n"), 1)
	if got := body.Headings[0].ID; got != "main-1" {
		t.Errorf("heading got %q", got)
	}
	if got := body.Terms[0].ID; got != "term-hat-1" {
		t.Errorf("term got %q", got)
	}
}

func TestLanguages(t *testing.T) {
	for lang, want := range map[string]string{
		"":      "“a” ‘b’ don’t",
		"en-GB": "“a” ‘b’ don’t",
		"de":    "„a“ ‚b‘ don’t",
		"DE-at": "„a“ ‚b‘ don’t",
		"fr":    "«\u00a0a\u00a0» “b” don’t",
	} {
		body, _ := markdown.New(markdown.Options{Lang: lang}).Convert("x.md", []byte(`"a" 'b' don't`), 1)
		if body.Text != want {
			t.Errorf("%q: %q, want %q", lang, body.Text, want)
		}
	}
}

func TestLabels(t *testing.T) {
	c := markdown.New(markdown.Options{Labels: markdown.Labels{Note: "Hinweis <1>", Anchor: "Link zu:"}})
	body, _ := c.Convert("x.md", []byte("> [!NOTE]\n> x\n\n> [!TIP]\n> y\n\n## A\n"), 1)
	for _, want := range []string{`<p class="callout-title">Hinweis &lt;1&gt;</p>`, `<p class="callout-title">Tip</p>`, `aria-label="Link zu: A"`} {
		if !strings.Contains(body.Chunks[0], want) {
			t.Errorf("no %s in %s", want, body.Chunks[0])
		}
	}
}

// TestLimits checks that each limit is reported where it is passed, and not before.
func TestLimits(t *testing.T) {
	deep := func(n int) string { return "first\n\n" + strings.Repeat(">", n) + " a" }
	table := func(rows int) string {
		return "first\n\n" + strings.Repeat("|a", 100) + "|\n" + strings.Repeat("|-", 100) + "|\n" + strings.Repeat("|\n", rows-2)
	}
	for name, c := range map[string]struct {
		below, above string
		code         string
		line, column int
	}{
		"quotes":    {deep(markdown.MaxDepth - 1), deep(markdown.MaxDepth), "too-deep", 3, markdown.MaxDepth},
		"lists":     {strings.Repeat("- ", markdown.MaxDepth/2-1) + "a", strings.Repeat("- ", markdown.MaxDepth/2+1) + "a", "too-deep", 1, markdown.MaxDepth + 1},
		"emphasis":  {strings.Repeat("*a _a ", 40) + strings.Repeat("a_ a* ", 40), strings.Repeat("*a _a ", 60) + strings.Repeat("a_ a* ", 60), "too-deep", 1, 0},
		"size":      {strings.Repeat("a\n", markdown.MaxSize/2), strings.Repeat("a\n", markdown.MaxSize/2+1), "too-large", 1, 1},
		"output":    {"[a]: /" + strings.Repeat("x", 40_000) + "\n\n" + strings.Repeat("[a]\n", 100), "[a]: /" + strings.Repeat("x", 40_000) + "\n\n" + strings.Repeat("[a]\n", 300), "too-large", 0, 1},
		"cells":     {table(markdown.MaxTableCells / 100), table(markdown.MaxTableCells/100 + 1), "too-large", 3, 1},
		"markup":    {strings.Repeat("[a](b", 200), "first\n\n" + strings.Repeat("[a](b", 10_000), "too-large", 3, 1},
		"footnotes": {strings.Repeat("[^a]: x\n", markdown.MaxFootnotes), strings.Repeat("[^a]: x\n", markdown.MaxFootnotes+1), "too-large", markdown.MaxFootnotes + 1, 1},
		"reports":   {strings.Repeat("<b>\n\n", markdown.MaxReports), strings.Repeat("<b>\n\n", markdown.MaxReports+7), "raw-html", 0, 1},
	} {
		t.Run(name, func(t *testing.T) {
			if _, found := convert(c.below); name != "reports" && found.HasErrors() {
				t.Errorf("below the limit: %+v", found[0])
			}
			_, found := convert(c.above)
			last := diag.Diagnostic{}
			for _, d := range found {
				if d.Code == c.code {
					last = d
				}
			}
			if last.Code == "" {
				t.Fatalf("above the limit: %+v", found)
			}
			if c.line > 0 && last.Pos.Line != c.line || c.column > 0 && last.Pos.Column != c.column {
				t.Errorf("reported at %d:%d, want %d:%d", last.Pos.Line, last.Pos.Column, c.line, c.column)
			}
			if name == "reports" && (len(found) != markdown.MaxReports+1 || last.Text != "7 more of these") {
				t.Errorf("%d found, the last one %q", len(found), last.Text)
			}
		})
	}
}

const ordinary = `The stand-up had gone quiet again, and *nobody* said why.

## Situation

Two people spoke, "as always", and six did not -- see [the map](../principles/the-map.md#why)
and [[Ask the quiet teammate]].

> [!TIP] Ask, then wait
> Count to five.

| Who | What |
|-----|------|
| you | ask  |

- one
- two with ` + "`code`" + `

` + "```go\nfunc main() { println(\"hi\") }\n```" + `

## What I did

I asked one question[^1], and waited.

[^1]: It felt long.
`

func BenchmarkConvert(b *testing.B) {
	c := markdown.New(markdown.Options{})
	src := []byte(ordinary + strings.Repeat("A paragraph of a dozen words or so, with *one* of them stressed.\n\n", 18))
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		c.Convert("x.md", src, 1)
	}
}
