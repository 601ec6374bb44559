package decode_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/diag"
)

func TestEveryTypeIsRead(t *testing.T) {
	want := sample{
		Title:   "Größe: 1 “x”",
		Colour:  "green",
		Toward:  []string{"peer", "boss"},
		Tags:    []string{"a", "2026-03-09"},
		Related: []related{{"one", "because"}, {"two", ""}},
		Home:    related{"three", ""},
		Draft:   true,
		Order:   -7,
		Size:    "9",
		Weights: map[string]size{"any name": "k"},
		Rules:   map[string]size{"orphan": "o"},
	}
	texts := map[string]string{
		"YAML": `title: "Größe: 1 “x”"
colour: green
toward: [peer, boss]
tags:
  - a
  - 2026-03-09
related:
  - to: one
    why: because
  - {to: two}
home: {to: three}
draft: true
order: -7
size: 9
weights: {any name: k}
rules:
  orphan: o
`,
		"TOML": `title = "Größe: 1 “x”"
colour = 'green'
toward = ["peer", "boss"]
tags = [
  "a", # a comment
  2026-03-09,
]
home.to = "three"
draft = true
order = -7
size = 9
weights = {"any name" = "k"}
[[related]]
to = "one"
why = "because"
[[related]]
to = "two"
[rules]
orphan = "o"
`,
	}
	for name, text := range texts {
		t.Run(name, func(t *testing.T) {
			reader := readYAML
			if name == "TOML" {
				reader = readTOML
			}
			got, _, list := reader(text)
			sameLines(t, "", list)
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}

// A field without a value is as good as absent; so is an optional list without items.
func TestNothingIsAbsence(t *testing.T) {
	got, _, list := readYAML("title: a\ntags: [b]\ncolour:\ntoward: []\nrelated: ~\nhome:\ndraft:\norder: null\nsize:\nweights:\n")
	sameLines(t, "", list)
	if d := cmp.Diff(sample{Title: "a", Tags: []string{"b"}}, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

// One run reports every mistake, in the order of the file, and still reads the rest.
func TestEveryMistakeInOneRun(t *testing.T) {
	got, _, list := readYAML(`titel: x
colour: gren
toward: [pier, boss]
related:
  - {too: x}
draft: yes
order: 1.5
size: large
weights: {a: }
rules: {orphans: x, orphan: xx, duplicate: d}
order: 3
`)
	sameLines(t, `
		3:1+5 unknown-field: unknown field “titel” (did you mean “title”?)
		4:9+4 unknown-value: “colour” cannot be “gren” (did you mean “green”?)
		5:10+4 unknown-value: “toward[0]” cannot be “pier” (did you mean “peer”?)
		7:6+3 unknown-field: unknown field “too” (did you mean “to”?)
		7:5+1 missing-field: “related[0].to” is missing (the other one)
		8:8+3 wrong-type: “draft” is true or false, found “yes” (write true or false)
		9:8+3 wrong-type: “order” is a whole number, found “1.5”
		10:7+5 wrong-type: “size” is wrong: "large" is not one letter
		11:11+1 empty-field: “weights.a” is empty (sizes by name)
		12:9+7 unknown-field: unknown name “orphans” in “rules” (did you mean “orphan”?)
		12:29+2 wrong-type: “rules.orphan” is wrong: "xx" is not one letter
		13:1+5 duplicate-key: “order” is given twice (the first stands on line 9; keep one)
		3:1+1 missing-field: “title” is missing (what it is called)
		3:1+1 missing-field: “tags” is missing (keywords)
	`, list)
	want := sample{Toward: []string{"", "boss"}, Related: []related{{}}, Weights: map[string]size{}, Rules: map[string]size{"duplicate": "d"}}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestWrongShapes(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"list for text":             {"title: [a]", `3:8+1 wrong-type: “title” takes one value, found a list`},
		"group for text":            {"title: {a: b}", `3:8+1 wrong-type: “title” takes one value, found a group of fields`},
		"number for text":           {"title: 2025", `3:8+4 wrong-type: “title” is text, found a number (put it in quotes: "2025")`},
		"true for text":             {"title: true", `3:8+4 wrong-type: “title” is text, found true or false (put it in quotes: "true")`},
		"text for list":             {"tags: a", `3:7+1 wrong-type: “tags” is a list, found text (write a list: tags: [a])`},
		"group for list":            {"tags: {a: b}", `3:7+1 wrong-type: “tags” is a list, found a group of fields (write a list, each item on a line that starts with a hyphen)`},
		"text for list of groups":   {"related: a", `3:10+1 wrong-type: “related” is a list, found text (write a list; it has the fields to, why)`},
		"text for group":            {"home: a", `3:7+1 wrong-type: “home” needs fields, found text (it has the fields to, why)`},
		"text in list of groups":    {"related: [a]", `3:11+1 wrong-type: “related[0]” needs fields, found text (it has the fields to, why)`},
		"nothing in list of groups": {"related:\n  -\n", `4:4+1 wrong-type: “related[0]” needs fields, found nothing (it has the fields to, why)`},
		"text for names":            {"weights: a", `3:10+1 wrong-type: “weights” needs fields, found text`},
		"text for number":           {"order: '1'", `3:8+3 wrong-type: “order” is a whole number, found “1”`},
		"octal":                     {"order: 0o17", `3:8+4 wrong-type: “order” is a whole number, found “0o17”`},
		"text for true":             {"draft: 'true'", `3:8+6 wrong-type: “draft” is true or false, found “true” (write true or false)`},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, list := readYAML(c.text)
			sameLines(t, c.want, without(list, "missing-field"))
		})
	}
}

func TestEmptyIsNotFilledIn(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"required, nothing":         {"title:", `3:1+5 empty-field: “title” is empty (what it is called)`},
		"required, quotes":          {`title: ""`, `3:8+2 empty-field: “title” is empty (what it is called)`},
		"required, wide space":      {"title: \"\u3000\"", `3:8+3 empty-field: “title” is empty (what it is called)`},
		"required, tilde":           {"title: ~", `3:8+1 empty-field: “title” is empty (what it is called)`},
		"required, no items":        {"tags: []", `3:7+1 empty-field: “tags” is empty (keywords)`},
		"required, list of nothing": {"tags:", `3:1+4 empty-field: “tags” is empty (keywords)`},
		"optional, quotes":          {"size: ''", `3:7+2 empty-field: “size” is empty (remove the line, or fill it in)`},
		"an item":                   {"toward: [peer, ]\ntags: [a, '']", `4:11+2 empty-field: “tags[1]” is empty (keywords)`},
		"an item, nothing":          {"tags:\n  - a\n  -", `5:4+1 empty-field: “tags[1]” is empty (keywords)`},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, list := readYAML(c.text)
			sameLines(t, c.want, without(list, "missing-field"))
		})
	}
}

// The positions that checks use stand where the value does, at every level.
func TestFieldsSayWhereValuesStand(t *testing.T) {
	yaml := "title: ä\ntags:\n  - b\nrelated: [{to: c, why: d}]\nhome:\n  to: e\nsize:\n"
	toml := "title = \"ä\"\ntags = [\n  \"b\"]\nhome.to = \"e\"\n[[related]]\nto = \"c\"\nwhy = \"d\"\n"
	for name, c := range map[string]struct {
		read func(string) (sample, map[string]diag.Position, diag.List)
		text string
		want map[string][2]int
	}{
		"YAML": {readYAML, yaml, map[string][2]int{
			"title": {3, 8}, "tags": {5, 3}, "tags[0]": {5, 5}, "related": {6, 10}, "related[0]": {6, 11},
			"related[0].to": {6, 16}, "related[0].why": {6, 24}, "home": {8, 3}, "home.to": {8, 7}, "size": {9, 1},
		}},
		"TOML": {readTOML, toml, map[string][2]int{
			"title": {3, 9}, "tags": {4, 1}, "tags[0]": {5, 3}, "home": {6, 1}, "home.to": {6, 11},
			"related": {7, 3}, "related[0]": {7, 3}, "related[0].to": {8, 6}, "related[0].why": {9, 7},
		}},
	} {
		t.Run(name, func(t *testing.T) {
			_, fields, _ := c.read(c.text)
			got := map[string][2]int{}
			for path, pos := range fields {
				got[path] = [2]int{pos.Line, pos.Column}
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}

// without leaves out a code that a case is not about.
func without(list diag.List, code string) diag.List {
	var out diag.List
	for _, d := range list {
		if d.Code != code {
			out = append(out, d)
		}
	}
	return out
}
