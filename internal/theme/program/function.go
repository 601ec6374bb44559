package program

import (
	"html/template"
	"reflect"
	"text/template/parse"
)

// function compiles a call. The theme's functions come before those of text/template.
func (c *compiler) function(name *parse.IdentifierNode, args []parse.Node, before *operand) operand {
	if fn, ok := c.functions[name.Ident]; ok {
		return c.callOf(name, fn, args, before)
	}
	if b, ok := builtins[name.Ident]; ok {
		return c.builtin(name, b, args, before)
	}
	if fn, ok := printers[name.Ident]; ok {
		return c.callOf(name, fn, args, before)
	}
	c.refuse(name, "a function that is not compiled: "+name.Ident)
	return nothing
}

// callOf compiles a call of a Go function. The common types are called directly.
func (c *compiler) callOf(name *parse.IdentifierNode, fn any, args []parse.Node, before *operand) operand {
	if direct := directly(fn); direct != nil {
		all := c.operands(args, before)
		if len(all) != 1 {
			return mistake("a call of " + name.Ident + " with too many arguments, or too few")
		}
		arg := all[0].eval
		return fold(operand{known: all[0].known, text: true, eval: func(r *run, dot reflect.Value) value { return direct(arg(r, dot)) }})
	}
	return c.byReflection(name, reflect.ValueOf(fn), args, before)
}

// fold asks a function now whose arguments are known. One that fails is asked again in
// each page, so that its mistake is html/template's.
func fold(o operand) (out operand) {
	if !o.known {
		return o
	}
	defer func() {
		if recover() != nil {
			out = operand{eval: o.eval, text: o.text}
		}
	}()
	return constant(o.eval(new(run), reflect.Value{}))
}

// operands are the arguments as values of any type, with what comes through the pipeline
// as the last one.
func (c *compiler) operands(args []parse.Node, before *operand) []operand {
	var out []operand
	for _, a := range args {
		out = append(out, c.argument(a))
	}
	if before != nil {
		out = append(out, *before)
	}
	return out
}

// directly is fn for one value, when it has one of the types that functions of themes
// have; else nil.
func directly(fn any) func(value) value {
	switch fn := fn.(type) {
	case func(string) string:
		return func(v value) value { return plainText(fn(v.argument())) }
	case func(string) (string, error):
		return func(v value) value { return plainText(must(fn(v.argument()))) }
	case func(string) template.HTML:
		return func(v value) value { return value{text: string(fn(v.argument())), kind: markup} }
	case func(string) (template.HTML, error):
		return func(v value) value { return value{text: string(must(fn(v.argument()))), kind: markup} }
	case func(string) template.HTMLAttr:
		return func(v value) value { return value{text: string(fn(v.argument())), kind: attribute} }
	case func(reflect.Value) (string, error):
		return func(v value) value { return plainText(must(fn(v.checked().reflect()))) }
	}
	return nil
}

func must[T any](x T, err error) T {
	if err != nil {
		panic(err)
	}
	return x
}

// argument is a value for a parameter of the type string.
func (v value) argument() string {
	if v.kind == plain {
		return v.text
	}
	ref := v.reflect()
	if ref.Kind() == reflect.Interface {
		ref = ref.Elem()
	}
	if ref.Kind() == reflect.Pointer {
		ref = ref.Elem()
	}
	if ref.Kind() != reflect.String || ref.Type() != stringType {
		giveUp("an argument that is no string")
	}
	return ref.String()
}

// checked is a value for a parameter of the type reflect.Value, which has none in it.
func (v value) checked() value {
	if v.kind == reflected && v.Value.Kind() == reflect.Struct && v.Value.Type() == valueType {
		giveUp("a reflect.Value in the view")
	}
	return v
}
