package theme

import "text/template/parse"

// uses are what a template asks for by name.
type uses struct {
	calls  []*parse.TemplateNode
	assets []string // that are named outright
	asset  bool     // or by what only the view knows
	icon   bool
}

func usesOf(tree *parse.Tree) uses {
	var u uses
	walk(tree.Root, u.node)
	return u
}

func (u *uses) node(n parse.Node) {
	switch n := n.(type) {
	case *parse.ActionNode:
		u.pipe(n.Pipe)
	case *parse.IfNode:
		u.pipe(n.Pipe)
	case *parse.RangeNode:
		u.pipe(n.Pipe)
	case *parse.WithNode:
		u.pipe(n.Pipe)
	case *parse.TemplateNode:
		u.calls = append(u.calls, n)
		u.pipe(n.Pipe)
	}
}

func (u *uses) pipe(p *parse.PipeNode) {
	if p == nil { // {{template "name"}} gives nothing on
		return
	}
	for _, c := range p.Cmds {
		if name, ok := assetByName(c); ok {
			u.assets = append(u.assets, name)
			continue
		}
		for _, a := range c.Args {
			u.argument(a)
		}
	}
}

// assetByName recognises asset "static/icon.svg".
func assetByName(c *parse.CommandNode) (string, bool) {
	if len(c.Args) != 2 {
		return "", false
	}
	f, _ := c.Args[0].(*parse.IdentifierNode)
	name, ok := c.Args[1].(*parse.StringNode)
	if f == nil || f.Ident != "asset" || !ok {
		return "", false
	}
	return name.Text, true
}

func (u *uses) argument(n parse.Node) {
	switch n := n.(type) {
	case *parse.IdentifierNode:
		u.asset = u.asset || n.Ident == "asset"
		u.icon = u.icon || n.Ident == "icon"
	case *parse.PipeNode:
		u.pipe(n)
	case *parse.ChainNode:
		u.argument(n.Node)
	}
}
