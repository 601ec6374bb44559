package program

import (
	"reflect"
	"text/template/parse"
)

// builtin is a function of text/template that it keeps to itself.
type builtin struct {
	least, most int // how many arguments; no bound when most is 0
	call        func([]value) value
	untilTrue   bool // or
	untilFalse  bool // and
}

var builtins = map[string]builtin{
	"or":    {least: 1, untilTrue: true},
	"and":   {least: 1, untilFalse: true},
	"not":   {1, 1, func(v []value) value { return truth(!v[0].truth()) }, false, false},
	"len":   {1, 1, func(v []value) value { return length(v[0]) }, false, false},
	"index": {1, 0, index, false, false},
	"slice": {1, 4, slice, false, false},

	"eq": {2, 0, func(v []value) value { return truth(equalAny(v[0], v[1:])) }, false, false},
	"ne": {2, 2, func(v []value) value { return truth(!equal(v[0], v[1])) }, false, false},
	"lt": {2, 2, func(v []value) value { return truth(less(v[0], v[1])) }, false, false},
	"le": {2, 2, func(v []value) value { return truth(less(v[0], v[1]) || equal(v[0], v[1])) }, false, false},
	"gt": {2, 2, func(v []value) value { return truth(!(less(v[0], v[1]) || equal(v[0], v[1]))) }, false, false},
	"ge": {2, 2, func(v []value) value { return truth(!less(v[0], v[1])) }, false, false},
}

var yes, no = known(true), known(false)

func truth(t bool) value {
	if t {
		return yes
	}
	return no
}

func (c *compiler) builtin(name *parse.IdentifierNode, b builtin, args []parse.Node, before *operand) operand {
	all := c.operands(args, before)
	if len(all) < b.least || b.most > 0 && len(all) > b.most {
		return mistake("a call of " + name.Ident + " with too many arguments, or too few")
	}
	if b.call == nil {
		return shortCircuit(all, b.untilTrue, before != nil)
	}
	return fold(operand{known: allKnown(all), eval: func(r *run, dot reflect.Value) value {
		mark := len(r.args)
		for _, o := range all {
			r.args = append(r.args, o.eval(r, dot).checked())
		}
		out := b.call(r.args[mark:])
		r.args = r.args[:mark]
		return out
	}})
}

// shortCircuit gives the first operand that is true, or false; or the last one. One that
// comes through the pipeline has been evaluated before.
func shortCircuit(all []operand, until, piped bool) operand {
	return fold(operand{known: allKnown(all), eval: func(r *run, dot reflect.Value) value {
		var last value
		if piped {
			last = all[len(all)-1].eval(r, dot).checked()
		}
		for i, o := range all {
			if piped && i == len(all)-1 {
				break
			}
			v := o.eval(r, dot).checked()
			if v.truth() == until || i == len(all)-1 {
				return v
			}
		}
		return last
	}})
}

// length counts bytes, items or entries.
func length(v value) value {
	if v.kind != reflected {
		return known(len(v.text))
	}
	ref, isNil := behind(v.Value)
	if isNil {
		giveUp("len of nil")
	}
	return known(ref.Len()) // panics for what has none
}

func index(args []value) value {
	item := inside(args[0].reflect())
	if !item.IsValid() {
		giveUp("index of nil")
	}
	for _, a := range args[1:] {
		at := inside(a.reflect())
		var isNil bool
		if item, isNil = behind(item); isNil {
			giveUp("index of a nil pointer")
		}
		if item.Kind() != reflect.Map {
			item = item.Index(position(at)) // panics for what is no list
			continue
		}
		entry := item.MapIndex(keyOf(at, item.Type().Key()))
		if !entry.IsValid() {
			entry = reflect.Zero(item.Type().Elem())
		}
		item = entry
	}
	return value{Value: item}
}

// keyOf is v as a key of type t.
func keyOf(v reflect.Value, t reflect.Type) reflect.Value {
	integers := func(v reflect.Value) bool { return v.CanInt() || v.CanUint() }
	switch {
	case !v.IsValid() && canBeNil(t):
		return reflect.Zero(t)
	case v.IsValid() && v.Type().AssignableTo(t):
		return v
	case v.IsValid() && integers(v) && integers(reflect.Zero(t)):
		return v.Convert(t)
	}
	giveUp("an index of another type than the map's")
	return v
}

func slice(args []value) value {
	item := inside(args[0].reflect())
	item, isNil := behind(item)
	if isNil || !item.IsValid() {
		giveUp("slice of nil")
	}
	at := []int{0, item.Len()}
	for i, a := range args[1:] {
		if n := position(inside(a.reflect())); i < 2 {
			at[i] = n
		} else {
			return value{Value: item.Slice3(at[0], at[1], n)}
		}
	}
	return value{Value: item.Slice(at[0], at[1])}
}

// position is v as an index; too big a one panics where it is used.
func position(v reflect.Value) int {
	if v.CanUint() {
		return int(v.Uint())
	}
	return int(v.Int()) // panics for what is no integer
}
