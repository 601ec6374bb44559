package theme

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

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
	l, ok := t.layouts[layout]
	if !ok {
		return &Problem{diag.Diagnostic{
			Code: "theme-template", Severity: diag.Error, Pos: diag.Position{File: "layouts/" + layout + ".html"},
			Text: "the theme has no layout “" + layout + "”",
			Hint: diag.DidYouMean(layout, slices.Sorted(maps.Keys(t.layouts))),
		}}
	}
	if len(l.list) > 0 {
		return &Problem{l.list[0]}
	}
	out := &writer{to: w}
	err := l.set.ExecuteTemplate(out, baseLayout, view)
	if err == nil || out.err != nil {
		return out.err
	}
	return &Problem{l.files.diagnose(err, view, "layouts/"+layout+".html")}
}

// Version stands for all that pages of this layout are made of besides their view: of
// themes in which it is the same, the same view renders into the same bytes, or the
// same Problem. It says nothing of what the view has from the theme: Stylesheets, Scripts.
func (t *Theme) Version(layout string) string {
	if l, ok := t.layouts[layout]; ok {
		return l.version
	}
	return "none of " + strings.Join(slices.Sorted(maps.Keys(t.layouts)), " ")
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
