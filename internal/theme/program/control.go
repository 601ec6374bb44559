package program

import (
	"cmp"
	"reflect"
	"slices"
	"text/template/parse"
)

// branch is what if, with and range have in common.
type branch struct {
	from    func(*run, reflect.Value) value
	slots   []int // of what the pipeline declares
	yes, no steps
}

func (c *compiler) branch(n *parse.BranchNode) branch {
	mark := len(c.scope)
	b := branch{from: c.pipe(n.Pipe, len(n.Pipe.Cmds)).eval, slots: c.declared(n.Pipe)}
	b.yes, b.no = c.block(n.List), c.block(n.ElseList)
	c.scope = c.scope[:mark]
	return b
}

func (b *branch) value(r *run, dot reflect.Value) value {
	v := b.from(r, dot)
	r.set(b.slots, v)
	return v
}

func (c *compiler) ifNode(n *parse.IfNode) step {
	b := c.branch(&n.BranchNode)
	return func(r *run, dot reflect.Value) signal {
		if b.value(r, dot).truth() {
			return b.yes.run(r, dot)
		}
		return b.no.run(r, dot)
	}
}

func (c *compiler) withNode(n *parse.WithNode) step {
	b := c.branch(&n.BranchNode)
	return func(r *run, dot reflect.Value) signal {
		if v := b.value(r, dot); v.truth() {
			return b.yes.run(r, v.reflect())
		}
		return b.no.run(r, dot)
	}
}

func (c *compiler) rangeNode(n *parse.RangeNode) step {
	b := c.branch(&n.BranchNode)
	l := loop{b.slots, b.yes}
	return func(r *run, dot reflect.Value) signal {
		list, _ := behind(b.value(r, dot).reflect()) // whose variables an {{else}} sees too
		if l.over(r, list) {
			return goOn
		}
		if next := b.no.run(r, dot); next != leaveLoop {
			return next
		}
		return goOn // text/template takes a {{break}} in an {{else}} for one of this range
	}
}

// loop is what is done with each item.
type loop struct {
	slots []int // of the item, or of its index and the item
	body  steps
}

// over goes through a list, and says whether there was anything in it. Channels, and
// functions that yield items, may give them only once; those are for html/template.
func (l loop) over(r *run, list reflect.Value) bool {
	switch list.Kind() {
	case reflect.Invalid:
		return false
	case reflect.Slice, reflect.Array:
		for i := range list.Len() {
			if l.round(r, i, reflect.Value{}, list.Index(i)) == leaveLoop {
				break
			}
		}
		return list.Len() > 0
	case reflect.Map:
		for _, key := range sorted(list.MapKeys()) {
			if l.round(r, -1, key, list.MapIndex(key)) == leaveLoop {
				break
			}
		}
		return list.Len() > 0
	}
	if !list.CanInt() && !list.CanUint() || len(l.slots) > 1 {
		giveUp("a range over " + list.Type().String())
	}
	some := false
	for n := range list.Seq() {
		some = true
		if l.round(r, -1, reflect.Value{}, n) == leaveLoop {
			break
		}
	}
	return some
}

// round is done for one item. Its index is i, or else the key.
func (l loop) round(r *run, i int, key, item reflect.Value) signal {
	switch len(l.slots) {
	case 1:
		r.vars[r.frame+l.slots[0]] = value{Value: item}
	case 2:
		if i >= 0 {
			key = reflect.ValueOf(i)
		}
		r.vars[r.frame+l.slots[0]] = value{Value: key}
		r.vars[r.frame+l.slots[1]] = value{Value: item}
	}
	return l.body.run(r, item)
}

// sorted puts the keys of a map into the order in which they are printed.
func sorted(keys []reflect.Value) []reflect.Value {
	if len(keys) == 0 {
		return nil
	}
	switch first := keys[0]; {
	case first.Kind() == reflect.String:
		slices.SortFunc(keys, func(a, b reflect.Value) int { return cmp.Compare(a.String(), b.String()) })
	case first.CanInt():
		slices.SortFunc(keys, func(a, b reflect.Value) int { return cmp.Compare(a.Int(), b.Int()) })
	case first.CanUint():
		slices.SortFunc(keys, func(a, b reflect.Value) int { return cmp.Compare(a.Uint(), b.Uint()) })
	default:
		giveUp("a range over a map whose keys are of " + first.Type().String())
	}
	return keys
}

// leaves says whether a part always ends in {{break}} or {{continue}}.
func leaves(n parse.Node) bool {
	switch n := n.(type) {
	case *parse.BreakNode, *parse.ContinueNode:
		return true
	case *parse.IfNode:
		return n.ElseList != nil && leaves(n.List) && leaves(n.ElseList)
	case *parse.WithNode:
		return n.ElseList != nil && leaves(n.List) && leaves(n.ElseList)
	case *parse.ListNode:
		return slices.ContainsFunc(n.Nodes, leaves)
	}
	return false
}

// declared gives the variables of a pipeline their places: new ones, or those that
// {{$x = …}} assigns to.
func (c *compiler) declared(p *parse.PipeNode) []int {
	var out []int
	for _, v := range p.Decl {
		if p.IsAssign {
			out = append(out, c.slot(v))
			continue
		}
		out = append(out, len(c.scope))
		c.scope = append(c.scope, v.Ident[0])
		c.slots = max(c.slots, len(c.scope))
	}
	return out
}

// slot is the place of a variable: of the last one that has this name.
func (c *compiler) slot(v *parse.VariableNode) int {
	for i := len(c.scope) - 1; i >= 0; i-- {
		if c.scope[i] == v.Ident[0] {
			return i
		}
	}
	c.refuse(v, "an unknown variable "+v.Ident[0])
	return 0
}

func (r *run) set(slots []int, v value) {
	for _, slot := range slots {
		r.vars[r.frame+slot] = v
	}
}
