package decode

import (
	"fmt"
	"reflect"
	"slices"

	"github.com/microleadership/playbook/internal/diag"
)

// group is a struct that is being filled.
type group struct {
	fields []Field
	value  reflect.Value
}

// groups reads a map into structs. missing is where a missing field is reported.
func (r *reader) groups(n *Node, to []group, missing spot) {
	opts := r.Options
	if len(r.path) > 0 {
		opts = opts.within()
	}
	lines := make([][]int32, len(to)) // on which each field is given, or 0
	for i, g := range to {
		lines[i] = make([]int32, len(g.fields))
	}
	var unknown map[string]int32
	for _, p := range n.pairs {
		g, i, known := find(to, p.key)
		first := unknown[p.key]
		if known {
			first = lines[g][i]
		}
		switch {
		case first > 0:
			r.failKey("duplicate-key", p, fmt.Sprintf("“%s” is given twice", p.key), fmt.Sprintf("the first stands on line %d; keep one", first))
		case known:
			lines[g][i] = p.pos.line
			f := to[g].fields[i]
			f.Required = f.Required || slices.Contains(opts.Required, f.Name)
			r.value(step{p.key, -1}, f, f.form, p.value, to[g].value.Field(f.index), p.pos)
		default:
			if unknown == nil {
				unknown = map[string]int32{}
			}
			unknown[p.key] = p.pos.line
			r.failKey("unknown-field", p, "unknown field “"+clip(p.key)+"”", opts.unknownHint(p.key, to))
		}
	}
	for g := range to {
		for i, f := range to[g].fields {
			if lines[g][i] == 0 && (f.Required || slices.Contains(opts.Required, f.Name)) {
				r.list = append(r.list, r.report("missing-field", missing, 1, "“"+r.of(f.Name)+"” is missing", lowerFirst(f.Doc)))
			}
		}
	}
}

// find returns the first of the groups that has a field of this name, and the field.
func find(groups []group, name string) (g, i int, ok bool) {
	for g := range groups {
		for i := range groups[g].fields {
			if groups[g].fields[i].Name == name {
				return g, i, true
			}
		}
	}
	return 0, 0, false
}

func (o Options) unknownHint(key string, groups []group) string {
	if hint, ok := o.Elsewhere[key]; ok {
		return hint
	}
	var names []string
	for _, g := range groups {
		for _, f := range g.fields {
			names = append(names, f.Name)
		}
	}
	if near := diag.Nearest(clip(key), names); near != "" {
		return "did you mean “" + near + "”?"
	}
	return "remove it; playbook schema lists the fields there are"
}
