package theme

import (
	"html/template"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/microleadership/playbook/internal/diag"
)

var (
	action  = regexp.MustCompile(`(?s)\{\{.*?\}\}`)
	snippet = regexp.MustCompile(`: ("(?:[^"\\]|\\.)*")$`)
)

// unplaced finds the place of a mistake that the escaper reports without one. It reads
// a whole page as one text, so it names the page and not the file at fault, which is
// the layout, a partial or the base.
func (t *Theme) unplaced(e *template.Error, layout string) diag.Diagnostic {
	d := diag.Diagnostic{Code: "theme-template", Severity: diag.Error, Text: e.Description}
	if e.ErrorCode == template.ErrEndContext {
		d.Text = "the page ends inside a tag, an attribute or a script"
	}
	files := slices.Concat([]string{layout}, t.files.in("partials", ".html"), []string{baseLayout + ".html"})
	for _, p := range files {
		if at, ok := unclosed(string(t.files[p].bytes)); ok {
			d.Text = "this is never closed"
			d.Hint = "look for a quotation mark or “>” that is missing"
			t.place(&d, p, at)
			return d
		}
	}
	if m := snippet.FindStringSubmatch(e.Description); m != nil {
		text, _ := strconv.Unquote(m[1])
		text, _, _ = strings.Cut(strings.TrimSpace(text), "\n")
		for _, p := range files {
			if at := strings.Index(string(t.files[p].bytes), text); at >= 0 && text != "" {
				t.place(&d, p, at)
				return d
			}
		}
	}
	t.place(&d, layout, 0)
	return d
}

// unclosed returns where the tag or comment starts that the file ends in, if it does.
func unclosed(text string) (int, bool) {
	text = action.ReplaceAllStringFunc(text, func(s string) string { return strings.Repeat(" ", len(s)) })
	z := html.NewTokenizer(strings.NewReader(text))
	at := 0
	for z.Next() != html.ErrorToken {
		at += len(z.Raw())
	}
	return at, at < len(text)
}

// place puts the diagnostic at a byte of a file.
func (t *Theme) place(d *diag.Diagnostic, p string, at int) {
	before := string(t.files[p].bytes[:at])
	start := strings.LastIndex(before, "\n") + 1
	d.Pos, d.Source = t.files.at(p, strings.Count(before, "\n")+1, utf8.RuneCountInString(before[start:])+1)
}
