package markdown

import (
	"fmt"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// nodeFuncs renders nodes by kind.
type nodeFuncs map[ast.NodeKind]func(p *page, n ast.Node, entering bool) ast.WalkStatus

// RegisterFuncs makes a renderer of goldmark's of it, for a construct. The functions themselves
// are taken from the map.
func (f nodeFuncs) RegisterFuncs(renderer.NodeRendererFuncRegisterer) {}

// renderers has the function for each kind of node: ours, or else goldmark's. It does the work of
// goldmark's own renderer, which calls three functions for each.
type renderers struct {
	ours   []func(p *page, n ast.Node, entering bool) ast.WalkStatus
	theirs []renderer.NodeRendererFunc
}

// newRenderers takes the first function that the constructs have for a kind.
func newRenderers(constructs []construct) *renderers {
	r := &renderers{}
	html.NewRenderer().RegisterFuncs(r)
	r.Register(ast.KindText, renderText)
	for i := len(constructs) - 1; i >= 0; i-- {
		switch own := constructs[i].render.(type) {
		case nil:
		case nodeFuncs:
			for kind, f := range own {
				r.set(kind, f)
			}
		default:
			own.RegisterFuncs(r)
		}
	}
	return r
}

func (r *renderers) set(kind ast.NodeKind, f func(p *page, n ast.Node, entering bool) ast.WalkStatus) {
	r.grow(kind)
	r.ours[kind] = f
}

// Register is part of goldmark's renderer.NodeRendererFuncRegisterer.
func (r *renderers) Register(kind ast.NodeKind, f renderer.NodeRendererFunc) {
	r.grow(kind)
	r.ours[kind], r.theirs[kind] = nil, f
}

func (r *renderers) grow(kind ast.NodeKind) {
	for int(kind) >= len(r.ours) {
		r.ours = append(r.ours, nil)
		r.theirs = append(r.theirs, nil)
	}
}

// walk renders n and what is in it, unless the page is full.
func (r *renderers) walk(p *page, n ast.Node) (status ast.WalkStatus) {
	if status = r.render(p, n, true); status == ast.WalkStop {
		return status
	}
	if status != ast.WalkSkipChildren {
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			if r.walk(p, c) == ast.WalkStop {
				return ast.WalkStop
			}
		}
	}
	if r.render(p, n, false) == ast.WalkStop {
		return ast.WalkStop
	}
	return ast.WalkContinue
}

func (r *renderers) render(p *page, n ast.Node, entering bool) ast.WalkStatus {
	kind := n.Kind()
	if int(kind) >= len(r.ours) {
		return ast.WalkContinue
	}
	if f := r.ours[kind]; f != nil {
		if p.full {
			p.cut = true
			p.reject("too-large", p.at(n), fmt.Sprintf("the page is larger than %d MB from here on", MaxOutput>>20), "look for a link definition or a table that repeats too often")
			return ast.WalkStop
		}
		return f(p, n, entering)
	}
	if f := r.theirs[kind]; f != nil {
		// A page takes every write, so that there is no error.
		status, _ := f(p, p.src, n, entering)
		return status
	}
	return ast.WalkContinue
}

// needsWriter tells the characters of text that goldmark's writer has a meaning for.
var needsWriter = func() (is [256]bool) {
	for _, b := range []byte("&<>\"\\\x00") {
		is[b] = true
	}
	return is
}()

// renderText writes text as it stands if it may, which nearly all text may. It takes the place of goldmark's function.
func renderText(p util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	t := n.(*ast.Text)
	value := t.Segment.Value(src)
	switch {
	case t.IsRaw():
		html.DefaultWriter.RawWrite(p, value)
		return ast.WalkContinue, nil
	case isPlain(value):
		_, _ = p.Write(value)
	default:
		html.DefaultWriter.Write(p, value)
	}
	switch {
	case t.HardLineBreak():
		_, _ = p.WriteString("<br>\n")
	case t.SoftLineBreak():
		_ = p.WriteByte('\n')
	}
	return ast.WalkContinue, nil
}

func isPlain(text []byte) bool {
	for _, b := range text {
		if needsWriter[b] {
			return false
		}
	}
	return true
}
