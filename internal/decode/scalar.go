package decode

import (
	"encoding"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/microleadership/playbook/internal/diag"
)

// scalar reads one value into a field or list item that takes one.
func (r *reader) scalar(path string, f Field, n *Node, to reflect.Value) {
	if n.shape == shapeList || n.shape == shapeMap {
		r.fail("wrong-type", n, "“"+path+"” takes one value, found "+n.shape.String(), "")
		return
	}
	if strings.TrimSpace(n.text) == "" || n.shape == shapeNull {
		if f.Required {
			r.fail("empty-field", n, "“"+path+"” is empty", lowerFirst(f.Doc))
		} else if n.shape != shapeNull {
			r.fail("empty-field", n, "“"+path+"” is empty", "remove the line, or fill it in")
		}
		return
	}
	if what := refusedIn(n.text); what != "" {
		r.fail("encoding", n, "“"+path+"” has "+what, "delete it")
		return
	}
	if problem, hint, code := assign(f, n, to, r.Vocabularies); problem != "" {
		r.fail(code, n, "“"+path+"” "+problem, hint)
	}
}

// assign sets a scalar, or says what is wrong with it.
func assign(f Field, n *Node, to reflect.Value, vocabularies map[string][]string) (problem, hint, code string) {
	t := to.Type()
	if list := valuesOf(t, f.Vocab, vocabularies); list != nil && !slices.Contains(list, n.text) {
		return "cannot be “" + clip(n.text) + "”", diag.DidYouMean(clip(n.text), list), "unknown-value"
	}
	switch {
	case isText(t):
		if err := to.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(n.text)); err != nil {
			return "is wrong: " + strings.ReplaceAll(err.Error(), n.text, clip(n.text)), "", "wrong-type"
		}
	case t.Kind() == reflect.Bool:
		if n.shape != shapeBool {
			return "is true or false, found “" + clip(n.text) + "”", "write true or false", "wrong-type"
		}
		to.SetBool(n.text == "true" || n.text == "True" || n.text == "TRUE")
	case t.Kind() == reflect.Int:
		i, err := strconv.Atoi(n.text)
		if err != nil || n.shape != shapeNumber {
			return "is a whole number, found “" + clip(n.text) + "”", "", "wrong-type"
		}
		to.SetInt(int64(i))
	case n.shape != shapeText:
		return "is text, found " + n.shape.String(), "put it in quotes: \"" + clip(n.text) + "\"", "wrong-type"
	default:
		to.SetString(n.text)
	}
	return "", "", ""
}
