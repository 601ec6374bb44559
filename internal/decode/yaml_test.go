package decode_test

import "testing"

// The usual slips of people who write YAML by hand: where each is shown, what is said.
func TestYAMLSlips(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"colon in a value": {
			"title: Größe: the hard part\n",
			`3:13+1 syntax: a colon inside a value (put the value in quotes: title: "One: two")`,
		},
		"quote not closed": {
			"title: \"a\nsummary: b\n",
			`3:8+1 syntax: a quote is opened and never closed (close it on the same line)`,
		},
		"quote not closed, single": {
			"x: y\ntitle: 'a\n",
			`4:8+1 syntax: a quote is opened and never closed (close it on the same line)`,
		},
		"text after a quote": {
			"title: 'it's'\n",
			`3:12+1 syntax: this is neither a field nor part of the value before it (indent it like its neighbours, or put the whole value in quotes)`,
		},
		"list not closed": {
			"title: a\ntags: [b, c\nsummary: d\n",
			`4:7+1 syntax: a list is opened with [ and not closed, or lacks a comma (write [one, two])`,
		},
		"list not closed at the end": {
			"tags: [b, c\n",
			`3:7+1 syntax: a list is opened with [ and not closed, or lacks a comma (write [one, two])`,
		},
		"comma missing": {
			"tags: ['b' 'c']\n",
			`3:12+1 syntax: a list is opened with [ and not closed, or lacks a comma (write [one, two])`,
		},
		"comma missing in a later line": {
			"tags: [\n  'b',\n  'c' 'd']\n",
			`5:7+1 syntax: a list is opened with [ and not closed, or lacks a comma (write [one, two])`,
		},
		"fields not closed": {
			"related:\n  - {to: a\ntags: [b]\n",
			`4:5+1 syntax: fields are opened with { and not closed, or lack a comma (write {to: some-entry, rel: see-also})`,
		},
		"no colon": {
			"title: a\nsummary\ntags: [b]\n",
			`4:1+1 syntax: a line without a colon (write name: value; a value may go on in lines that are indented)`,
		},
		"tab": {
			"tags:\n\t- a\n",
			`4:1+1 syntax: found character that cannot start any token (indent with spaces; put values that start with a special character in quotes)`,
		},
		"at sign": {
			"title: @home\n",
			`3:8+1 syntax: found character that cannot start any token (indent with spaces; put values that start with a special character in quotes)`,
		},
		"emphasis": {
			"title: *really* good\n",
			`3:8+1 syntax: * starts an alias, and aliases are not supported here (put the value in quotes: title: "One: two")`,
		},
		"ampersand": {
			"title: & more\n",
			`3:9+1 syntax: & and * have a meaning of their own at the start of a value (put the value in quotes: title: "One: two")`,
		},
		"items out of line": {
			"tags:\n  - a\n - b\n",
			`5:2+1 syntax: this is neither a field nor part of the value before it (indent it like its neighbours, or put the whole value in quotes)`,
		},
		"list on the line of its field": {
			"tags: - a\n",
			`3:7+1 syntax: a list cannot start on the line of its field (start it on the next line, or put the value in quotes)`,
		},
		"text behind a block sign": {
			"title: > 5 people\n",
			`3:10+1 syntax: text behind a sign that starts a block (put the value in quotes: title: "One: two")`,
		},
		"directive": {
			"%YAML 1.2\n---\ntitle: a\n",
			`3:1+1 syntax: a line that starts with % is for the parser, not for a playbook (remove it)`,
		},
		"two documents": {
			"# a comment\ntitle: a\n--- \ntitle: b\n",
			`5:1+3 syntax: more than one YAML document (remove the line “...” or “---”)`,
		},
		"a document behind an end": {
			"---\ntitle: a\n...\ntitle: b\n",
			`5:1+3 syntax: more than one YAML document (remove the line “...” or “---”)`,
		},
		"list goes on unindented": {
			"tags: [a,\nb]\n",
			`4:1+1 syntax: the value goes on in a line that is not indented deeper than its field (indent it with spaces)`,
		},
		"quote goes on unindented": {
			"related:\n  - to: \"a\n  b\"\n",
			`5:1+1 syntax: the value goes on in a line that is not indented deeper than its field (indent it with spaces)`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, list := readYAML(c.text)
			sameLines(t, c.want, without(list, "missing-field"))
		})
	}
}

// What YAML can do and a playbook has no use for is refused, each at its place, and
// nothing further is said of the same value.
func TestYAMLRefused(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"alias": {
			"title: &t a\ntags: [*t]\nsize: *t\n", `
			4:8+1 unsupported-yaml: an alias (*t) is not supported here (write the value out, or put it in quotes if the * belongs to it)
			5:7+1 unsupported-yaml: an alias (*t) is not supported here (write the value out, or put it in quotes if the * belongs to it)`,
		},
		"merge key": {
			"home: &h {to: a}\ntitle: b\ntags: [c]\n<<: {order: 1}\n",
			`6:1+1 unsupported-yaml: a merge key (<<) is not supported here (write the fields out)`,
		},
		"merge of an alias": {
			"home: &h {to: a}\ntitle: b\ntags: [c]\n<<: *h\n", `
			6:5+1 unsupported-yaml: an alias (*h) is not supported here (write the value out, or put it in quotes if the * belongs to it)
			6:1+1 unsupported-yaml: a merge key (<<) is not supported here (write the fields out)`,
		},
		"tags": {
			"title: !!binary aGk=\ntags: !set [a]\ndraft: !!bool maybe\nsize: ! x\n!k order: 1\n", `
			3:8+1 unsupported-yaml: a tag (!!binary) is not supported here (remove it, or put the value in quotes if the ! belongs to it)
			4:7+1 unsupported-yaml: a tag (!set) is not supported here (remove it, or put the value in quotes if the ! belongs to it)
			5:8+1 unsupported-yaml: a tag (!!bool) is not supported here (remove it, or put the value in quotes if the ! belongs to it)
			6:7+1 unsupported-yaml: a tag (!) is not supported here (remove it, or put the value in quotes if the ! belongs to it)
			7:1+1 unsupported-yaml: a tag (!k) is not supported here (remove it, or put the value in quotes if the ! belongs to it)`,
		},
		"key that is no text": {
			"tags: [a]\ntitle: b\n? [c]\n: d\n",
			`5:3+1 unsupported-yaml: a key that is not text is not supported here (put a value that starts with { or [ in quotes)`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, list := readYAML(c.text)
			sameLines(t, c.want, without(list, "missing-field"))
		})
	}
}

// A refused value leaves its field as it was: an unknown tag must not become a guess.
func TestRefusedValueIsNotRead(t *testing.T) {
	s, _, _ := readYAML("title: !!binary aGk=\ndraft: !!bool yes\ncolour: &c red\ntags: [*c]\n")
	if s.Title != "" || s.Draft || s.Colour != "red" {
		t.Errorf("read %+v", s)
	}
}

func TestYAMLIsReadAsVersion12(t *testing.T) {
	s, _, list := readYAML("title: no\ntags: [on, off, y, 12:30:45, 0b1x, =]\ncolour: red\n")
	sameLines(t, "", list)
	if s.Title != "no" || len(s.Tags) != 6 || s.Tags[3] != "12:30:45" {
		t.Errorf("read %+v", s)
	}
}

func TestEmptyYAMLHasNoFields(t *testing.T) {
	for _, text := range []string{"", "\n\n", "# only a comment\n", "...\n"} {
		_, _, list := readYAML(text)
		sameLines(t, `
			3:1+1 missing-field: “title” is missing (what it is called)
			3:1+1 missing-field: “tags” is missing (keywords)`, list)
	}
}

func TestTopMustHaveFields(t *testing.T) {
	for text, want := range map[string]string{
		"- a\n":        `3:1+1 wrong-type: expected fields (name: value), found a list (start with a field: title: …)`,
		"# x\njust é":  `4:1+6 wrong-type: expected fields (name: value), found text (start with a field: title: …)`,
		"--- ~\n":      `3:5+1 wrong-type: expected fields (name: value), found nothing (start with a field: title: …)`,
		"--- !x\na: b": `3:5+1 unsupported-yaml: a tag (!x) is not supported here (remove it, or put the value in quotes if the ! belongs to it)` + "\n4:1+1 unknown-field: unknown field “a” (remove it; playbook schema lists the fields there are)",
	} {
		_, _, list := readYAML(text)
		sameLines(t, want, without(list, "missing-field"))
	}
}
