package markdown

import (
	"github.com/yuin/goldmark/ast"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

func (l links) image(p *page, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkContinue
	}
	a := p.address(n.(*ast.Image).Destination)
	alt := escape(p.textOf(n))
	switch {
	case a.kind == refused:
		p.refuse(n, a)
		p.put(alt)
	case a.kind == local:
		l.localImage(p, n.(*ast.Image), a, alt)
	case l.bare:
		p.put(`<img src="`, a.href, `" alt="`, alt, `">`)
	default:
		l.remoteImage(p, n, a, alt)
	}
	return ast.WalkSkipChildren
}

func (l links) localImage(p *page, n *ast.Image, a address, alt string) {
	p.put(`<img src="`)
	p.slot(p.link(playbook.LinkImage, n, a))
	p.put(`" alt="`, alt, `"`)
	if title := caption(n); title != "" && (l.bare || !isFigure(n.Parent())) {
		p.put(` title="`, escape(title), `"`)
	}
	if !l.bare {
		p.put(` loading="lazy" decoding="async"`)
	}
	p.put(">")
}

// remoteImage links to an image instead of showing it: a published page loads
// nothing from another host, which would see who reads it.
func (l links) remoteImage(p *page, n ast.Node, a address, alt string) {
	at := p.at(n)
	p.report("remote-image", diag.Warning, at, at, "an image on another host is linked to, not shown", "put the file beside the entry")
	if l.open(p, n, a) {
		p.put(">")
	}
	if alt == "" {
		alt = a.href
	}
	p.put(alt)
	p.closeLink()
}

// caption is the title of an image.
func caption(n *ast.Image) string { return string(unescape(n.Title)) }

// figures makes a figure of an image that stands alone in its paragraph and has a title.
func figures() construct {
	return construct{render: nodeFuncs{ast.KindParagraph: renderParagraph}}
}

func renderParagraph(p *page, n ast.Node, entering bool) ast.WalkStatus {
	figure := isFigure(n)
	switch {
	case figure && entering:
		p.put("<figure>")
	case figure:
		p.put("<figcaption>", escape(caption(n.FirstChild().(*ast.Image))), "</figcaption></figure>\n")
	case entering:
		p.put("<p>")
	default:
		p.put("</p>\n")
	}
	return ast.WalkContinue
}

func isFigure(n ast.Node) bool {
	if n.Kind() != ast.KindParagraph || n.ChildCount() != 1 {
		return false
	}
	image, ok := n.FirstChild().(*ast.Image)
	return ok && len(image.Title) > 0 && parseAddress(image.Destination).kind == local
}
