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
// *Problem; any other error is the writer's.
func (t *Theme) Render(w io.Writer, layout string, view any) error {
	set, ok := t.layouts[layout]
	if !ok {
		return &Problem{diag.Diagnostic{
			Code: "theme-template", Severity: diag.Error, Pos: diag.Position{File: "layouts/" + layout + ".html"},
			Text: "the theme has no layout “" + layout + "”",
			Hint: diag.DidYouMean(layout, slices.Sorted(maps.Keys(t.layouts))),
		}}
	}
	err := set.ExecuteTemplate(w, baseLayout, view)
	if err == nil || !fromTemplate(err) {
		return err
	}
	return &Problem{t.diagnose(err, view)}
}
