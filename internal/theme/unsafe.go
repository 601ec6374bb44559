package theme

import (
	"cmp"
	"errors"
	"html/template"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/microleadership/playbook/internal/diag"
)

// unsafe says why the pages of a layout cannot be escaped safely, if so.
//
// The template package reads a whole page as one text, so a tag that a layout leaves
// open shows far from there, in the footer. So each part is tried by itself; when all
// are right, it is the base.
func (d definitions) unsafe(set *template.Template, t *tools) diag.List {
	page := escape(set, baseLayout)
	if page == nil {
		return nil
	}
	for _, part := range d.parts() {
		fresh := d.from(part.name).set(t) // what was escaped once stays as it is
		if own := escape(fresh, part.name); own != nil {
			return diag.List{d.files().diagnose(own, nil, part.from.path)}
		}
	}
	return diag.List{d.files().diagnose(page, nil, baseLayout+".html")}
}

// escape escapes a template, as the package does when one is first executed and
// before it looks at the view.
func escape(set *template.Template, name string) *template.Error {
	var e *template.Error
	errors.As(set.ExecuteTemplate(io.Discard, name, nil), &e)
	return e
}

// parts are the templates of a layout without the base, those that call fewest others
// first, so that what is called is looked at before what calls it.
func (d definitions) parts() []block {
	out := slices.DeleteFunc(slices.Collect(maps.Values(d)), func(b block) bool {
		return b.from.path == baseLayout+".html"
	})
	slices.SortFunc(out, func(a, b block) int {
		return cmp.Or(cmp.Compare(len(a.uses.calls), len(b.uses.calls)), strings.Compare(a.name, b.name))
	})
	return out
}

var (
	action  = regexp.MustCompile(`(?s)\{\{.*?\}\}`)
	rawText = regexp.MustCompile(`(?i)<(script|style|textarea|title)\b`)
	snippet = regexp.MustCompile(`: ("(?:[^"\\]|\\.)*")$`)
)

// unplaced finds the place in file p of a mistake that is reported without one.
func (l layers) unplaced(e *template.Error, p string) diag.Diagnostic {
	d := diag.Diagnostic{Code: "theme-template", Severity: diag.Error, Text: e.Description}
	text := string(l[p].bytes)
	at := 0
	if start, ok := unclosed(text); ok || e.ErrorCode == template.ErrEndContext {
		d.Text = "a tag, a quotation mark or a script is never closed"
		at = start
	} else if m := snippet.FindStringSubmatch(e.Description); m != nil {
		shown, _ := strconv.Unquote(m[1])
		shown, _, _ = strings.Cut(strings.TrimSpace(shown), "\n")
		at = max(0, strings.Index(text, shown))
	}
	before := text[:at]
	start := strings.LastIndex(before, "\n") + 1
	d.Pos, d.Source = l.at(p, strings.Count(before, "\n")+1, utf8.RuneCountInString(before[start:])+1)
	return d
}

// unclosed returns where the tag or comment starts that the text ends in, if it does;
// or else where the last element starts whose content is no HTML.
func unclosed(text string) (int, bool) {
	blank := action.ReplaceAllStringFunc(text, func(s string) string { return strings.Repeat(" ", len(s)) })
	z := html.NewTokenizer(strings.NewReader(blank))
	at := 0
	for z.Next() != html.ErrorToken {
		at += len(z.Raw())
	}
	if at < len(text) {
		return at, true
	}
	if raw := rawText.FindAllStringIndex(text, -1); raw != nil {
		return raw[len(raw)-1][0], false
	}
	return 0, false
}
