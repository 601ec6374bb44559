package frontmatter_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/playbook"
)

// spec is what the structs say of a field.
type spec struct {
	name     string
	typ      reflect.Type
	vocab    string
	required bool
}

func specsOf(kind playbook.Kind, targets ...any) []spec {
	var out []spec
	for _, target := range targets {
		t := reflect.TypeOf(target).Elem()
		for i := range t.NumField() {
			tag := t.Field(i).Tag
			name, option, _ := strings.Cut(tag.Get("field"), ",")
			out = append(out, spec{name, t.Field(i).Type, tag.Get("vocab"), option == "required" || needs(kind, name)})
		}
	}
	return out
}

func (s spec) list() bool   { return s.typ.Kind() == reflect.Slice }
func (s spec) groups() bool { return s.list() && s.typ.Elem().Kind() == reflect.Struct }

// values lists what the field, or an item of it, may be; nil when it may be any text.
func (s spec) values() []string {
	t := s.typ
	if s.list() {
		t = t.Elem()
	}
	return knownValues(reflect.Zero(t).Interface(), s.vocab)
}

// group is a set of fields within a document: all of it, or an item of a list of groups.
type group struct {
	path  string
	doc   fields
	specs []spec
}

// change is one slip: it returns the fields with the slip, the path of what is wrong
// now, and whether it is; or nil when the group has nothing that can go wrong so.
type change func(t *rapid.T, g group) (doc fields, path string, wrong bool)

// slips are the mistakes that a document with one value a field can have.
var slips = map[string]change{
	"nothing":          func(_ *rapid.T, g group) (fields, string, bool) { return g.doc, "", false },
	"unknown key":      unknownKey,
	"wrong type":       wrongType,
	"bad value":        badValue,
	"missing required": missingRequired,
	"empty text":       emptyText,
	"empty list":       emptyList,
	"no value":         noValue,
	"bad date":         badDate,
}

func unknownKey(t *rapid.T, g group) (fields, string, bool) {
	name := rapid.SampledFrom([]string{"nosuch", "Title", "titel", "to_", "tag"}).Draw(t, "unknown")
	at := rapid.IntRange(0, len(g.doc)).Draw(t, "at")
	return slices.Insert(slices.Clone(g.doc), at, field{name, "x"}), join(g.path, name), true
}

func wrongType(t *rapid.T, g group) (fields, string, bool) {
	s, ok := g.pick(t, func(spec) bool { return true })
	if !ok {
		return nil, "", false
	}
	var wrong []any
	switch {
	case s.groups():
		wrong = []any{"x", 5, fields{{"to", "x"}}, []any{"x"}, []any{[]any{"x"}}, []any{nil}}
	case s.list():
		wrong = []any{"x", 5, true, fields{{"x", "y"}}, []any{5}, []any{true}, []any{[]any{"x"}}, []any{fields{{"x", "y"}}}}
	case s.typ.Kind() == reflect.Bool:
		wrong = []any{"true", "maybe", 1, []any{true}, fields{{"x", "y"}}}
	case s.typ.Kind() == reflect.Int:
		wrong = []any{"7", plain("1.5"), true, []any{7}, fields{{"x", "y"}}}
	default:
		wrong = []any{5, true, []any{"x"}, fields{{"x", "y"}}}
	}
	value, path := rapid.SampledFrom(wrong).Draw(t, "wrong"), join(g.path, s.name)
	if items, ok := value.([]any); ok && s.list() && len(items) > 0 {
		path += "[0]"
	}
	return g.with(s.name, value), path, true
}

func badValue(t *rapid.T, g group) (fields, string, bool) {
	s, ok := g.pick(t, func(s spec) bool { return s.values() != nil })
	if !ok {
		return nil, "", false
	}
	bad := rapid.SampledFrom([]any{"no-such-value", s.values()[0] + "s", strings.ToUpper(s.values()[0])}).Draw(t, "bad")
	path := join(g.path, s.name)
	if s.list() {
		bad, path = []any{s.values()[0], bad}, path+"[1]"
	}
	return g.with(s.name, bad), path, true
}

func missingRequired(t *rapid.T, g group) (fields, string, bool) {
	s, ok := g.pick(t, func(s spec) bool { return s.required })
	if !ok {
		return nil, "", false
	}
	return slices.DeleteFunc(slices.Clone(g.doc), func(f field) bool { return f.name == s.name }), g.path, true
}

func emptyText(t *rapid.T, g group) (fields, string, bool) {
	s, ok := g.pick(t, func(s spec) bool {
		return !s.groups() && (s.list() || s.typ.Kind() == reflect.String)
	})
	if !ok {
		return nil, "", false
	}
	var empty any = rapid.SampledFrom([]string{"", "  ", "\n\t", "\u00a0"}).Draw(t, "empty")
	path := join(g.path, s.name)
	if s.list() {
		empty, path = []any{empty}, path+"[0]"
	}
	return g.with(s.name, empty), path, true
}

func emptyList(t *rapid.T, g group) (fields, string, bool) {
	s, ok := g.pick(t, spec.list)
	if !ok {
		return nil, "", false
	}
	return g.with(s.name, []any{}), join(g.path, s.name), s.required
}

func noValue(t *rapid.T, g group) (fields, string, bool) {
	s, ok := g.pick(t, func(spec) bool { return true })
	if !ok {
		return nil, "", false
	}
	return g.with(s.name, nil), join(g.path, s.name), s.required
}

func badDate(t *rapid.T, g group) (fields, string, bool) {
	bad := map[reflect.Type][]any{
		reflect.TypeFor[playbook.Date]():   {"2026-02-30", "2025-02-29", "2026-13-01", "2026-1-1", "tomorrow", plain("2026-03-09T10:00:00Z"), 20260309},
		reflect.TypeFor[playbook.Period](): {"2025-05", "2025-Q5", "25", 99, plain("2025-03-09"), "2025 "},
	}
	s, ok := g.pick(t, func(s spec) bool { return bad[s.typ] != nil })
	if !ok {
		return nil, "", false
	}
	return g.with(s.name, rapid.SampledFrom(bad[s.typ]).Draw(t, "bad")), join(g.path, s.name), true
}

// pick chooses among the fields for which a slip makes sense, whether they are there or not.
func (g group) pick(t *rapid.T, fits func(spec) bool) (spec, bool) {
	specs := slices.DeleteFunc(slices.Clone(g.specs), func(s spec) bool { return !fits(s) })
	if len(specs) == 0 {
		return spec{}, false
	}
	return rapid.SampledFrom(specs).Draw(t, "field"), true
}

// with returns the fields with one value set, where it stood or at the end.
func (g group) with(name string, value any) fields {
	doc := slices.Clone(g.doc)
	for i := range doc {
		if doc[i].name == name {
			doc[i].value = value
			return doc
		}
	}
	return append(doc, field{name, value})
}

// spoil makes one slip somewhere in a document.
func spoil(t *rapid.T, kind playbook.Kind, doc fields, slip change) (spoiled fields, path string, wrong bool) {
	top := group{"", doc, specsOf(kind, structsOf(emptyEntry(kind))...)}
	for i, f := range doc {
		s, list := specOf(top.specs, f.name), f.value
		if !s.groups() || rapid.Bool().Draw(t, "leave "+f.name) {
			continue
		}
		items := slices.Clone(list.([]any))
		j := rapid.IntRange(0, len(items)-1).Draw(t, "item")
		inner := group{fmt.Sprintf("%s[%d]", f.name, j), items[j].(fields), specsOf("", reflect.New(s.typ.Elem()).Interface())}
		if changed, path, wrong := slip(t, inner); changed != nil {
			items[j] = changed
			doc = slices.Clone(doc)
			doc[i].value = items
			return doc, path, wrong
		}
	}
	if changed, path, wrong := slip(t, top); changed != nil {
		return changed, path, wrong
	}
	return doc, "", false
}

func specOf(specs []spec, name string) spec {
	return specs[slices.IndexFunc(specs, func(s spec) bool { return s.name == name })]
}
