package frontmatter_test

import (
	"fmt"
	"reflect"
	"strings"

	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/playbook"
)

// A document as a test makes it, before it is written down: a value is a string, bool,
// int, nil, plain (a text written without quotes), []any or fields.
type (
	fields []field
	field  struct {
		name  string
		value any
	}
	plain string // dates and years: text that formats have a notation for
)

// structsOf returns the structs of an entry that its front matter fills.
func structsOf(e *playbook.Entry) []any {
	targets := []any{&e.Common}
	for _, p := range []any{e.Principle, e.Example, e.Story, e.Situation} {
		if !reflect.ValueOf(p).IsNil() {
			targets = append(targets, p)
		}
	}
	return targets
}

// emptyEntry is an entry of a kind with the structs that belong to it.
func emptyEntry(kind playbook.Kind) *playbook.Entry {
	e := &playbook.Entry{Kind: kind}
	switch kind {
	case playbook.KindPrinciple:
		e.Principle = &playbook.Principle{}
	case playbook.KindExample:
		e.Example, e.Situation = &playbook.Example{}, &playbook.Situation{}
	case playbook.KindStory:
		e.Story, e.Situation = &playbook.Story{}, &playbook.Situation{}
	}
	return e
}

// drawEntry draws a valid entry, and the document that says the same.
func drawEntry(t *rapid.T) (*playbook.Entry, fields) {
	e := emptyEntry(rapid.SampledFrom(playbook.Kinds()).Draw(t, "kind"))
	var doc fields
	for _, target := range structsOf(e) {
		doc = append(doc, drawStruct(t, e.Kind, reflect.ValueOf(target).Elem())...)
	}
	return e, rapid.Permutation(doc).Draw(t, "order")
}

// drawStruct fills the tagged fields of a struct: required ones always.
func drawStruct(t *rapid.T, kind playbook.Kind, v reflect.Value) fields {
	var doc fields
	for i := range v.NumField() {
		tag := v.Type().Field(i).Tag
		name, option, _ := strings.Cut(tag.Get("field"), ",")
		if option == "required" || needs(kind, name) || rapid.Bool().Draw(t, name+"?") {
			doc = append(doc, field{name, drawValue(t, name, v.Field(i), tag.Get("vocab"))})
		}
	}
	return doc
}

// needs says whether entries of a kind require a field that others do not.
func needs(kind playbook.Kind, field string) bool {
	return kind == playbook.KindPrinciple && field == "lens"
}

func drawValue(t *rapid.T, name string, v reflect.Value, vocab string) any {
	switch v.Interface().(type) {
	case playbook.Date:
		day := rapid.StringMatching(`20\d\d-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])`).Draw(t, name)
		v.SetString(day)
		return plain(day)
	case playbook.Period:
		period := rapid.StringMatching(`20\d\d(-Q[1-4])?`).Draw(t, name)
		v.SetString(period)
		if len(period) == len("2025") {
			return plain(period)
		}
		return period
	}
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(rapid.Bool().Draw(t, name))
		return v.Bool()
	case reflect.Int:
		v.SetInt(int64(rapid.IntRange(-1000, 1000).Draw(t, name)))
		return int(v.Int())
	case reflect.String:
		if known := knownValues(v.Interface(), vocab); known != nil {
			v.SetString(rapid.SampledFrom(known).Draw(t, name))
		} else {
			v.SetString(drawText(t, name))
		}
		return v.String()
	case reflect.Slice:
		n := rapid.IntRange(1, 3).Draw(t, name+" items")
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		list := make([]any, n)
		for i := range n {
			list[i] = drawValue(t, fmt.Sprintf("%s[%d]", name, i), v.Index(i), vocab)
		}
		return list
	}
	return drawStruct(t, "", v)
}

// knownValues lists what a field may be, or nil when it may be any text.
func knownValues(v any, vocab string) []string {
	if closed, ok := v.(interface{ Values() []string }); ok {
		return closed.Values()
	}
	return vocabularies()[vocab]
}

// drawText draws a text that is not blank, from characters that formats stumble over.
func drawText(t *rapid.T, name string) string {
	runes := []rune("aZ09 \t\n:#-'\"\\{}[],&*!|>%@`?=~ßé漢👩🔬\u200d\u00a0\uFFFD")
	return rapid.StringOf(rapid.SampledFrom(runes)).Filter(func(s string) bool {
		return strings.TrimSpace(s) != ""
	}).Draw(t, name)
}
