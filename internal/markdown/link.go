package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// links renders links, bare addresses and images: only addresses that may be
// linked, and those of this playbook as slots.
type links struct {
	bare bool // as CommonMark has it: no class, no rel, no lazy loading
}

func (l links) construct() construct {
	return construct{render: nodeFuncs{
		ast.KindLink:     l.link,
		ast.KindAutoLink: l.autoLink,
		ast.KindImage:    l.image,
	}}
}

func (l links) link(p *page, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		p.closeLink()
		return ast.WalkContinue
	}
	link := n.(*ast.Link)
	a := p.address(link.Destination)
	if !l.open(p, n, a) {
		return ast.WalkContinue
	}
	if len(link.Title) > 0 {
		p.put(` title="`, escape(string(unescape(link.Title))), `"`)
	}
	p.put(">")
	return ast.WalkContinue
}

func (l links) autoLink(p *page, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkContinue
	}
	link := n.(*ast.AutoLink)
	label := link.Label(p.src)
	dest := link.URL(p.src)
	if link.AutoLinkType == ast.AutoLinkEmail && !bytes.HasPrefix(bytes.ToLower(dest), []byte("mailto:")) {
		dest = append([]byte("mailto:"), dest...)
	}
	if l.open(p, n, parseTyped(dest)) {
		p.put(">")
	}
	p.put(escape(string(label)))
	p.closeLink()
	return ast.WalkContinue
}

var unmarked = strings.NewReplacer(`\`, `\\`, "&", `\&`)

// parseTyped judges an address in which \ and & stand for themselves.
func parseTyped(dest []byte) address { return parseAddress([]byte(unmarked.Replace(string(dest)))) }

// open writes the start tag of a link but for its >, unless there is to be none:
// because of the address, or because HTML has no link inside a link.
func (l links) open(p *page, n ast.Node, a address) bool {
	inside := p.inLink()
	p.refuse(n, a)
	if a.kind == refused || inside {
		p.closers = append(p.closers, "")
		return false
	}
	p.closers = append(p.closers, "</a>")
	p.put(`<a href="`)
	if a.kind == local {
		p.slot(p.link(playbook.LinkInline, n, a))
	}
	p.put(a.href, `"`)
	if a.kind == external && !l.bare {
		p.put(` class="external" rel="noopener"`)
	}
	return true
}

// address judges a destination as typed. It counts as output even if nothing of
// it is written: a definition may be long, and pointed to often.
func (p *page) address(destination []byte) address {
	if !p.room(len(destination)) {
		return address{kind: refused}
	}
	return parseAddress(destination)
}

func (p *page) closeLink() {
	last := len(p.closers) - 1
	p.put(p.closers[last])
	p.closers = p.closers[:last]
}

func (p *page) inLink() bool {
	for _, c := range p.closers {
		if c != "" {
			return true
		}
	}
	return false
}

// refuse reports an address that is not linked.
func (p *page) refuse(n ast.Node, a address) {
	if a.kind != refused || p.full {
		return
	}
	at := p.at(n)
	p.report(a.code, diag.Error, at, at, a.problem, a.hint)
}

// link makes the slot of a link or image.
func (p *page) link(kind playbook.LinkKind, n ast.Node, a address) playbook.Link {
	return playbook.Link{Kind: kind, Target: a.target, Fragment: a.fragment, Pos: p.place(p.at(n))}
}
