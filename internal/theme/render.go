package theme

import (
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/microleadership/playbook/internal/diag"
)

// Problem is a layout's mistake that showed when a page was rendered.
type Problem struct{ diag.Diagnostic }

func (p *Problem) Error() string {
	return fmt.Sprintf("%s:%d: %s", p.Pos.File, p.Pos.Line, p.Text)
}

// Render writes the page that layout makes of view. A mistake in a template is a
// *Problem, the same that Load reported if it did; any other error is the writer's.
func (t *Theme) Render(w io.Writer, layout string, view any) error {
	if d, ok := t.broken[layout]; ok {
		return &Problem{d}
	}
	set, ok := t.layouts[layout]
	if !ok {
		return &Problem{diag.Diagnostic{
			Code: "theme-template", Severity: diag.Error, Pos: diag.Position{File: "layouts/" + layout + ".html"},
			Text: "the theme has no layout “" + layout + "”",
			Hint: diag.DidYouMean(layout, slices.Sorted(maps.Keys(t.layouts))),
		}}
	}
	out := &writer{to: w}
	err := set.ExecuteTemplate(out, baseLayout, view)
	if err == nil || out.err != nil {
		return out.err
	}
	return &Problem{t.diagnose(err, view, "layouts/"+layout+".html")}
}

// writer remembers that writing failed: whatever else fails is the template's mistake.
type writer struct {
	to  io.Writer
	err error
}

func (w *writer) Write(b []byte) (int, error) {
	n, err := w.to.Write(b)
	w.err = err
	return n, err
}
