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
func (r *reader) scalar(f Field, as *form, n *Node, to reflect.Value) {
	if n.shape == shapeList || n.shape == shapeMap {
		r.fail("wrong-type", n, "“"+r.path.String()+"” takes one value, found "+n.shape.String(), "")
		return
	}
	if strings.TrimSpace(n.text) == "" || n.shape == shapeNull {
		if f.Required {
			r.fail("empty-field", n, "“"+r.path.String()+"” is empty", lowerFirst(f.Doc))
		} else if n.shape != shapeNull {
			r.fail("empty-field", n, "“"+r.path.String()+"” is empty", "remove the line, or fill it in")
		}
		return
	}
	if what := refusedIn(n.text); what != "" {
		r.fail("encoding", n, "“"+r.path.String()+"” has "+what, "delete it")
		return
	}
	values := as.values
	if f.Vocab != "" {
		values = r.Vocabularies[f.Vocab]
	}
	if problem, hint, code := assign(as, n, to, values); problem != "" {
		r.fail(code, n, "“"+r.path.String()+"” "+problem, hint)
	}
}

// assign sets a scalar, or says what is wrong with it.
func assign(as *form, n *Node, to reflect.Value, values []string) (problem, hint, code string) {
	if values != nil && !slices.Contains(values, n.text) {
		return "cannot be “" + clip(n.text) + "”", diag.DidYouMean(clip(n.text), values), "unknown-value"
	}
	switch as.takes {
	case takesText:
		if err := to.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(n.text)); err != nil {
			return "is wrong: " + strings.ReplaceAll(err.Error(), n.text, clip(n.text)), "", "wrong-type"
		}
	case takesBool:
		if n.shape != shapeBool {
			return "is true or false, found “" + clip(n.text) + "”", "write true or false", "wrong-type"
		}
		to.SetBool(n.text == "true" || n.text == "True" || n.text == "TRUE")
	case takesInt:
		i, err := strconv.Atoi(n.text)
		if err != nil || n.shape != shapeNumber {
			return "is a whole number, found “" + clip(n.text) + "”", "", "wrong-type"
		}
		to.SetInt(int64(i))
	default:
		if n.shape != shapeText {
			return "is text, found " + n.shape.String(), "put it in quotes: \"" + clip(n.text) + "\"", "wrong-type"
		}
		to.SetString(n.text)
	}
	return "", "", ""
}
