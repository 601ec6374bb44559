package theme

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/microleadership/playbook/internal/diag"
)

// Problem is a layout's mistake that showed when a page was rendered.
type Problem struct{ diag.Diagnostic }

func (p *Problem) Error() string {
	return fmt.Sprintf("%s:%d: %s", p.Pos.File, p.Pos.Line, p.Text)
}

// Render writes the page that layout makes of view, or nothing of it. A mistake in a
// template is a *Problem, the same that Load reported if it did; any other error is the
// writer's.
func (t *Theme) Render(w io.Writer, layout string, view any) error {
	b := pageBuffers.Get().(*[]byte)
	defer pageBuffers.Put(b)
	page, err := t.AppendPage((*b)[:0], layout, view)
	*b = page[:0]
	if err == nil {
		_, err = w.Write(page)
	}
	return err
}

var pageBuffers = sync.Pool{New: func() any { return new([]byte) }}

// AppendPage appends the page that layout makes of view to dst. After an error, which is
// always a *Problem, what it returns is as long as dst was.
func (t *Theme) AppendPage(dst []byte, layout string, view any) ([]byte, error) {
	l, ok := t.layouts[layout]
	if !ok {
		return dst, &Problem{diag.Diagnostic{
			Code: "theme-template", Severity: diag.Error, Pos: diag.Position{File: "layouts/" + layout + ".html"},
			Text: "the theme has no layout “" + layout + "”",
			Hint: diag.DidYouMean(layout, slices.Sorted(maps.Keys(t.layouts))),
		}}
	}
	if len(l.list) > 0 {
		return dst, &Problem{l.list[0]}
	}
	page, err := l.fast(dst, view)
	if err == nil {
		return page, nil
	}
	l.notFast(err)
	b := bytes.NewBuffer(dst)
	if err := l.set.ExecuteTemplate(b, baseLayout, view); err != nil {
		return dst, &Problem{l.files.diagnose(err, view, "layouts/"+layout+".html")}
	}
	return b.Bytes(), nil
}

// notFast remembers why. That is an allocation, which pages that are fast do without.
func (l *layout) notFast(why error) { l.slow.Store(&why) }

// fast makes a page by the layout's program. An error says why html/template has to.
func (l *layout) fast(dst []byte, view any) ([]byte, error) {
	p, err := l.program()
	if err != nil {
		return dst, err
	}
	return p.Append(dst, view)
}

// Slow says why the pages of a layout take more than ten times as long as they could: what it
// is in the templates that is left to html/template (see the package program), or what it
// was in the last page that needed it. It is nil while no page did.
func (t *Theme) Slow(layout string) error {
	l, ok := t.layouts[layout]
	if !ok || l.program == nil {
		return nil
	}
	if _, err := l.program(); err != nil {
		return err
	}
	if why := l.slow.Load(); why != nil {
		return *why
	}
	return nil
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
