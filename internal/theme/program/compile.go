package program

import (
	"fmt"
	"html/template"
	"reflect"
	"text/template/parse"
)

// compiler makes routines of escaped templates. It stops at the first thing that it does
// not know.
type compiler struct {
	set       *template.Template
	functions template.FuncMap
	routines  map[string]*routine
	err       error

	// Of the template that is being compiled:
	tree  *parse.Tree
	scope []string // the variables that can be seen, at their places in the frame
	slots int
}

// refuse remembers that the template cannot be compiled, and where.
func (c *compiler) refuse(n parse.Node, why string) {
	if c.err == nil {
		at, _ := c.tree.ErrorContext(n)
		c.err = fmt.Errorf("%s: %s", at, why)
	}
}

// routine compiles the template with this name, which call wants.
func (c *compiler) routine(name string, call *parse.TemplateNode) *routine {
	if t, ok := c.routines[name]; ok {
		return t
	}
	t := &routine{}
	c.routines[name] = t
	found := c.set.Lookup(name)
	if found == nil || found.Tree == nil || found.Tree.Root == nil {
		// One that is called inside of a tag or a script is escaped for that place in a copy,
		// which html/template keeps to itself.
		c.refuse(call, "a template is called where no text stands, or there is none: "+name)
		return t
	}
	outer := *c
	c.tree, c.scope, c.slots = found.Tree, []string{"$"}, 1
	t.steps, t.text = c.list(found.Tree.Root)
	t.slots, t.done = c.slots, true
	c.tree, c.scope, c.slots = outer.tree, outer.scope, outer.slots
	return t
}

// list compiles the parts of a template, and joins neighbours whose text is known. When
// that are all, there is only the text.
func (c *compiler) list(list *parse.ListNode) (steps, []byte) {
	var out steps
	var text []byte
	write := func() {
		if now := text; len(now) > 0 {
			out = append(out, func(r *run, _ reflect.Value) signal {
				r.out = append(r.out, now...)
				return goOn
			})
		}
		text = nil
	}
	if list != nil {
		for _, n := range list.Nodes {
			s, known := c.node(n)
			text = append(text, known...)
			if s != nil {
				write()
				out = append(out, s)
			}
			if leaves(n) {
				break // what is behind is never reached, and html/template has not escaped it
			}
		}
	}
	if out == nil {
		return nil, text
	}
	write()
	return out, nil
}

// block compiles the parts of one branch; what it declares ends with it.
func (c *compiler) block(list *parse.ListNode) steps {
	mark := len(c.scope)
	out, text := c.list(list)
	c.scope = c.scope[:mark]
	if len(text) > 0 {
		out = steps{func(r *run, _ reflect.Value) signal {
			r.out = append(r.out, text...)
			return goOn
		}}
	}
	return out
}

// node compiles one part: into a step, or into the text that it always is.
func (c *compiler) node(n parse.Node) (step, []byte) {
	switch n := n.(type) {
	case *parse.TextNode:
		return nil, n.Text
	case *parse.CommentNode:
		return nil, nil
	case *parse.ActionNode:
		return c.action(n)
	case *parse.IfNode:
		return c.ifNode(n), nil
	case *parse.WithNode:
		return c.withNode(n), nil
	case *parse.RangeNode:
		return c.rangeNode(n), nil
	case *parse.TemplateNode:
		return c.call(n)
	case *parse.BreakNode:
		return func(*run, reflect.Value) signal { return leaveLoop }, nil
	case *parse.ContinueNode:
		return func(*run, reflect.Value) signal { return nextRound }, nil
	}
	c.refuse(n, "an unknown part of a template")
	return nil, nil
}

// action compiles {{.Title | escaper}} and {{$x := .Title}}.
func (c *compiler) action(n *parse.ActionNode) (step, []byte) {
	if len(n.Pipe.Decl) > 0 {
		from := c.pipe(n.Pipe, len(n.Pipe.Cmds))
		slots := c.declared(n.Pipe)
		return func(r *run, dot reflect.Value) signal {
			r.set(slots, from.eval(r, dot))
			return goOn
		}, nil
	}
	escape, commands := c.escapersOf(n)
	if escape == nil {
		return nil, nil
	}
	from := c.pipe(n.Pipe, commands)
	if text, ok := written(from, escape); ok {
		return nil, text
	}
	eval := from.eval
	return func(r *run, dot reflect.Value) signal {
		r.out = escape(r.out, eval(r, dot))
		return goOn
	}, nil
}

// written is the text of an action that is the same in all pages. One that fails is left
// for each page to fail.
func written(o operand, escape func([]byte, value) []byte) (text []byte, ok bool) {
	if !o.known {
		return nil, false
	}
	defer func() {
		if recover() != nil {
			text, ok = nil, false
		}
	}()
	return escape(nil, o.eval(new(run), reflect.Value{})), true
}

// escapersOf are those at the end of an action, and the number of commands before them.
// An action without any has not been escaped, or is one that is not understood.
func (c *compiler) escapersOf(n *parse.ActionNode) (func([]byte, value) []byte, int) {
	var all []escaper
	commands := n.Pipe.Cmds
	first := len(commands)
	for first > 1 {
		e, ok := escaperOf(commands[first-1])
		if !ok {
			break
		}
		all = append([]escaper{e}, all...)
		first--
	}
	if len(all) == 0 {
		c.refuse(n, "an action that is escaped in an unknown way")
		return nil, 0
	}
	return chain(all), first
}

func escaperOf(cmd *parse.CommandNode) (escaper, bool) {
	name, ok := cmd.Args[0].(*parse.IdentifierNode)
	if !ok || len(cmd.Args) != 1 {
		return escaper{}, false
	}
	if e, ok := escapers[name.Ident]; ok {
		return e, true
	}
	e, ok := borrowed.others[name.Ident]
	return e, ok
}

// call compiles {{template "name" .}}. One that is only text stands where it is called.
func (c *compiler) call(n *parse.TemplateNode) (step, []byte) {
	called := c.routine(n.Name, n)
	if n.Pipe == nil {
		if called.done && called.steps == nil {
			return nil, called.text
		}
		return func(r *run, _ reflect.Value) signal {
			called.run(r, reflect.Value{})
			return goOn
		}, nil
	}
	from := c.pipe(n.Pipe, len(n.Pipe.Cmds))
	if len(n.Pipe.Decl) > 0 {
		c.refuse(n, "a variable is declared in a call")
	}
	return func(r *run, dot reflect.Value) signal {
		called.run(r, from.eval(r, dot).reflect())
		return goOn
	}, nil
}
