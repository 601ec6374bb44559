package program

import (
	"reflect"
	"strings"
	"text/template/parse"
)

// operand is an expression. One that is known gives the same value in all pages, and
// needs neither a run nor a dot for it.
type operand struct {
	eval  func(r *run, dot reflect.Value) value
	known bool
	text  bool   // it never gives an interface
	field *field // of the dot, if it is no more than that
}

func constant(v value) operand {
	return operand{eval: func(*run, reflect.Value) value { return v }, known: true}
}

// mistake is what html/template says something about if a page comes to it.
func mistake(what string) operand {
	return operand{eval: func(*run, reflect.Value) value {
		giveUp(what)
		return value{}
	}}
}

// nothing stands for what was refused.
var nothing = constant(value{})

// pipe compiles the first commands of a pipeline; what it declares is for the caller.
func (c *compiler) pipe(p *parse.PipeNode, commands int) operand {
	if commands == 0 {
		c.refuse(p, "an empty pipeline")
		return nothing
	}
	out := unwrapping(c.command(p.Cmds[0], nil))
	for _, cmd := range p.Cmds[1:commands] {
		out = unwrapping(c.command(cmd, &out))
	}
	return out
}

func unwrapping(o operand) operand {
	if o.known {
		return constant(o.eval(new(run), reflect.Value{}).unwrapped())
	}
	if f := o.field; f != nil { // what nearly all actions are, without a step between
		return operand{eval: func(_ *run, dot reflect.Value) value { return value{Value: opened(f.of(dot))} }}
	}
	if o.text {
		return o
	}
	eval := o.eval
	return operand{eval: func(r *run, dot reflect.Value) value { return eval(r, dot).unwrapped() }}
}

// command compiles one command; before is the one whose result it gets as its last argument.
func (c *compiler) command(cmd *parse.CommandNode, before *operand) operand {
	if name, ok := cmd.Args[0].(*parse.IdentifierNode); ok {
		return c.function(name, cmd.Args[1:], before)
	}
	if len(cmd.Args) > 1 || before != nil {
		c.refuse(cmd, "a method that is called with arguments")
		return nothing
	}
	if _, ok := cmd.Args[0].(*parse.NilNode); ok {
		return mistake("nil is no command")
	}
	return c.argument(cmd.Args[0])
}

// argument compiles what can stand alone, as a value of whatever type it has.
func (c *compiler) argument(n parse.Node) operand {
	switch n := n.(type) {
	case *parse.DotNode:
		return operand{eval: func(_ *run, dot reflect.Value) value { return value{Value: dot} }}
	case *parse.FieldNode:
		return c.dotField(n)
	case *parse.VariableNode:
		slot := c.slot(n)
		return fields(operand{eval: func(r *run, _ reflect.Value) value { return r.vars[r.frame+slot] }}, n.Ident[1:])
	case *parse.ChainNode:
		return fields(c.argument(n.Node), n.Field)
	case *parse.PipeNode:
		if len(n.Decl) > 0 {
			c.refuse(n, "a variable is declared in parentheses")
		}
		return c.pipe(n, len(n.Cmds))
	case *parse.IdentifierNode:
		return c.function(n, nil, nil)
	case *parse.BoolNode:
		return constant(known(n.True))
	case *parse.StringNode:
		return constant(plainText(n.Text))
	case *parse.NilNode:
		return constant(value{})
	case *parse.NumberNode:
		if x := number(n); x != nil {
			return constant(known(x))
		}
		return mistake("a number that is too big")
	}
	c.refuse(n, "an unknown expression")
	return nothing
}

// dotField is the most frequent expression: .Title
func (c *compiler) dotField(n *parse.FieldNode) operand {
	if len(n.Ident) > 1 {
		return fields(operand{eval: func(_ *run, dot reflect.Value) value { return value{Value: dot} }}, n.Ident)
	}
	f := newField(n.Ident[0])
	return operand{field: f, eval: func(_ *run, dot reflect.Value) value { return value{Value: f.of(dot)} }}
}

// fields follows names from one value to the next.
func fields(from operand, names []string) operand {
	for _, name := range names {
		f, eval := newField(name), from.eval
		from = operand{eval: func(r *run, dot reflect.Value) value {
			return value{Value: f.of(eval(r, dot).reflect())}
		}}
	}
	return from
}

// number is a number in a template where no type is asked for, or nil when it is too big.
func number(n *parse.NumberNode) any {
	switch {
	case n.IsComplex:
		return n.Complex128
	case n.IsFloat && strings.ContainsAny(n.Text, ".eEpP") && !isHexInt(n.Text) && n.Text[0] != '\'':
		return n.Float64
	case n.IsInt && int64(int(n.Int64)) == n.Int64:
		return int(n.Int64)
	}
	return nil
}

func isHexInt(s string) bool {
	return len(s) > 2 && s[0] == '0' && (s[1] == 'x' || s[1] == 'X') && !strings.ContainsAny(s, "pP")
}
