package program

import (
	"fmt"
	"reflect"
	texttemplate "text/template"
	"text/template/parse"
)

// printers are those functions of text/template that it lets others use.
var printers = map[string]any{
	"print":       fmt.Sprint,
	"printf":      fmt.Sprintf,
	"println":     fmt.Sprintln,
	"html":        texttemplate.HTMLEscaper,
	"js":          texttemplate.JSEscaper,
	"urlquery":    texttemplate.URLQueryEscaper,
	"_eval_args_": evalArgs,
}

// evalArgs is what html/template puts before an escaper that a layout names itself.
func evalArgs(args ...any) string {
	for i, a := range args {
		args[i] = printable(a)
	}
	return fmt.Sprint(args...)
}

// byReflection compiles a call of a function of any type.
func (c *compiler) byReflection(name *parse.IdentifierNode, fn reflect.Value, args []parse.Node, before *operand) operand {
	t := fn.Type()
	count := len(args)
	if before != nil {
		count++
	}
	fixed := t.NumIn()
	if t.IsVariadic() {
		fixed--
	}
	if count < fixed || count > fixed && !t.IsVariadic() {
		return mistake("a call of " + name.Ident + " with too many arguments, or too few")
	}
	parameter := func(i int) reflect.Type {
		if i < fixed {
			return t.In(i)
		}
		return t.In(fixed).Elem()
	}
	all := make([]operand, 0, count)
	for i, a := range args {
		all = append(all, c.typed(a, parameter(i)))
	}
	if before != nil {
		all = append(all, assigning(*before, parameter(count-1)))
	}
	return fold(operand{known: allKnown(all), eval: func(r *run, dot reflect.Value) value {
		in := make([]reflect.Value, len(all))
		for i, a := range all {
			in[i] = a.eval(r, dot).reflect()
		}
		return result(fn.Call(in))
	}})
}

func allKnown(all []operand) bool {
	for _, o := range all {
		if !o.known {
			return false
		}
	}
	return true
}

// result is what a function gave: one value, and an error if it can fail.
func result(out []reflect.Value) value {
	if len(out) == 2 && !out[1].IsNil() {
		panic(out[1].Interface())
	}
	if out[0].Type() == valueType {
		return value{Value: out[0].Interface().(reflect.Value)}
	}
	return value{Value: out[0]}
}

// typed compiles an argument for a parameter of type t. A literal takes that type.
func (c *compiler) typed(n parse.Node, t reflect.Type) operand {
	switch literal := n.(type) {
	case *parse.StringNode:
		if t.Kind() == reflect.String {
			return constant(value{Value: reflect.ValueOf(literal.Text).Convert(t)})
		}
	case *parse.BoolNode:
		if t.Kind() == reflect.Bool {
			return constant(value{Value: reflect.ValueOf(literal.True).Convert(t)})
		}
	case *parse.NumberNode:
		if t != anyType && t != valueType {
			return numberOf(literal, t)
		}
	case *parse.NilNode:
		if !canBeNil(t) {
			return mistake("nil for a parameter of type " + t.String())
		}
	}
	return assigning(c.argument(n), t)
}

// numberOf is a number for a parameter of a type that is one.
func numberOf(n *parse.NumberNode, t reflect.Type) operand {
	v := reflect.New(t).Elem()
	switch {
	case v.CanInt() && n.IsInt:
		v.SetInt(n.Int64)
	case v.CanUint() && n.IsUint:
		v.SetUint(n.Uint64)
	case v.CanFloat() && n.IsFloat:
		v.SetFloat(n.Float64)
	default:
		return mistake("a number for a parameter of type " + t.String())
	}
	return constant(value{Value: v})
}

// assigning gives o the type of a parameter.
func assigning(o operand, t reflect.Type) operand {
	return operand{known: o.known, eval: func(r *run, dot reflect.Value) value {
		return value{Value: assign(o.eval(r, dot).reflect(), t)}
	}}
}

// assign is v as an argument of type t, or the end of the page.
func assign(v reflect.Value, t reflect.Type) reflect.Value {
	switch {
	case !v.IsValid() && canBeNil(t):
		return reflect.Zero(t)
	case !v.IsValid():
		giveUp("no value for a parameter of type " + t.String())
	case t == valueType && v.Type() != t:
		return reflect.ValueOf(v)
	case v.Type().AssignableTo(t):
		return v
	}
	if v.Kind() == reflect.Interface && !v.IsNil() {
		if v = v.Elem(); v.Type().AssignableTo(t) {
			return v
		}
	}
	switch {
	case v.Kind() == reflect.Pointer && v.Type().Elem().AssignableTo(t) && !v.IsNil():
		return v.Elem()
	case v.CanAddr() && reflect.PointerTo(v.Type()).AssignableTo(t):
		return v.Addr()
	}
	giveUp("a value of type " + v.Type().String() + " for a parameter of type " + t.String())
	return v
}

func canBeNil(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Chan, reflect.Func, reflect.Interface, reflect.Map, reflect.Pointer, reflect.Slice:
		return true
	}
	return t == valueType
}
