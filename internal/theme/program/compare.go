package program

import "reflect"

// basic is what two values have to have in common to be compared.
type basic uint8

const (
	noBasic basic = iota
	boolean
	integer
	unsigned
	floating
	complexNumber
	text
)

func basicOf(v reflect.Value) basic {
	switch {
	case v.Kind() == reflect.String:
		return text
	case v.Kind() == reflect.Bool:
		return boolean
	case v.CanInt():
		return integer
	case v.CanUint():
		return unsigned
	case v.CanFloat():
		return floating
	case v.CanComplex():
		return complexNumber
	}
	return noBasic
}

// comparable is the text of a value that has one, whatever its type.
func (v value) comparable() (string, bool) {
	if v.kind != reflected {
		return v.text, true
	}
	if v.Value.Kind() == reflect.String {
		return v.Value.String(), true
	}
	return "", false
}

func equalAny(v value, others []value) bool {
	for _, o := range others {
		if equal(v, o) {
			return true
		}
	}
	return false
}

// equal is eq with two arguments; what cannot be compared ends the page.
func equal(x, y value) bool {
	if a, ok := x.comparable(); ok {
		if b, ok := y.comparable(); ok {
			return a == b
		}
	}
	a, b := inside(x.reflect()), inside(y.reflect())
	ka, kb := basicOf(a), basicOf(b)
	if ka != kb {
		switch {
		case ka == integer && kb == unsigned:
			return a.Int() >= 0 && uint64(a.Int()) == b.Uint()
		case ka == unsigned && kb == integer:
			return b.Int() >= 0 && a.Uint() == uint64(b.Int())
		case a.IsValid() && b.IsValid():
			giveUp("a comparison of different types")
		}
		return false
	}
	switch ka {
	case boolean:
		return a.Bool() == b.Bool()
	case integer:
		return a.Int() == b.Int()
	case unsigned:
		return a.Uint() == b.Uint()
	case floating:
		return a.Float() == b.Float()
	case complexNumber:
		return a.Complex() == b.Complex()
	case text:
		return a.String() == b.String()
	}
	return equalOthers(a, b)
}

// equalOthers compares what is neither a number nor a text nor a bool.
func equalOthers(a, b reflect.Value) bool {
	if a.Kind() != b.Kind() && a.IsValid() && b.IsValid() {
		giveUp("a comparison of different types")
	}
	if isNil(a) || isNil(b) {
		return isNil(a) == isNil(b)
	}
	if !b.Type().Comparable() {
		giveUp("a comparison of what cannot be compared")
	}
	return a.Interface() == b.Interface()
}

func isNil(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Invalid:
		return true
	case reflect.Chan, reflect.Func, reflect.Interface, reflect.Map, reflect.Pointer, reflect.Slice:
		return v.IsNil()
	}
	return false
}

// less is lt; what has no order ends the page.
func less(x, y value) bool {
	a, b := inside(x.reflect()), inside(y.reflect())
	ka, kb := basicOf(a), basicOf(b)
	switch {
	case ka == integer && kb == unsigned:
		return a.Int() < 0 || uint64(a.Int()) < b.Uint()
	case ka == unsigned && kb == integer:
		return b.Int() >= 0 && a.Uint() < uint64(b.Int())
	case ka != kb:
		giveUp("a comparison of different types")
	}
	switch ka {
	case integer:
		return a.Int() < b.Int()
	case unsigned:
		return a.Uint() < b.Uint()
	case floating:
		return a.Float() < b.Float()
	case text:
		return a.String() < b.String()
	}
	giveUp("a comparison of what has no order")
	return false
}
