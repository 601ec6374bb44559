package frontmatter_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"

	"pgregory.net/rapid"
)

// writer writes a document as an author might, in any of the notations that its format
// has for the same thing, and remembers the line on which each field stands.
type writer struct {
	t     *rapid.T
	b     strings.Builder
	lines map[string]int
}

// flip chooses between two notations.
func (w *writer) flip(what string) bool { return rapid.Bool().Draw(w.t, what) }

func (w *writer) mark(path string) { w.lines[path] = strings.Count(w.b.String(), "\n") + 1 }

// quoted is a text in double quotes, which YAML and TOML read as JSON does.
func quoted(s string) string {
	text, err := json.Marshal(s)
	if err != nil {
		panic(err)
	}
	return string(text)
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

// yamlFile writes a file with a YAML block, and returns the line of each field.
func yamlFile(t *rapid.T, doc fields) (string, map[string]int) {
	w := writer{t: t, lines: map[string]int{}}
	w.b.WriteString("---\n")
	w.yamlFields("", doc, 0)
	w.b.WriteString("---\nbody\n")
	return w.b.String(), w.lines
}

// yamlFields writes a block of fields; the first stands behind what is on the line already.
func (w *writer) yamlFields(path string, doc fields, indent int) {
	for i, f := range doc {
		if i > 0 {
			w.b.WriteString(strings.Repeat(" ", indent))
		}
		w.mark(join(path, f.name))
		w.b.WriteString(f.name + ":")
		w.yamlValue(join(path, f.name), f.value, indent)
	}
}

func (w *writer) yamlValue(path string, value any, indent int) {
	switch v := value.(type) {
	case []any:
		if len(v) == 0 || w.flip(path+" on one line") {
			fmt.Fprintf(&w.b, " %s\n", w.yamlFlow(v))
			return
		}
		w.b.WriteString("\n")
		for i, item := range v {
			at := fmt.Sprintf("%s[%d]", path, i)
			w.b.WriteString(strings.Repeat(" ", indent) + "  -")
			w.mark(at)
			w.yamlItem(at, item, indent+2)
		}
	case string:
		if block, ok := blockOf(v, indent+2); ok && w.flip(path+" as a block") {
			w.b.WriteString(" " + block)
			return
		}
		fmt.Fprintf(&w.b, " %s\n", w.yamlFlow(v))
	default:
		fmt.Fprintf(&w.b, " %s\n", w.yamlFlow(v))
	}
}

func (w *writer) yamlItem(path string, item any, indent int) {
	if doc, ok := item.(fields); ok && len(doc) > 0 && w.flip(path+" on lines") {
		w.b.WriteString(" ")
		w.yamlFields(path, doc, indent+2)
		return
	}
	fmt.Fprintf(&w.b, " %s\n", w.yamlFlow(item))
}

// blockOf writes a text as a block, where YAML can: lines that are neither blank nor
// start with a space, for which there is a longer notation.
func blockOf(s string, indent int) (string, bool) {
	if !regexp.MustCompile(`^([^\s\x{FEFF}][^\n]*\n)+$`).MatchString(s) {
		return "", false
	}
	pad := strings.Repeat(" ", indent)
	return "|\n" + pad + strings.ReplaceAll(strings.TrimSuffix(s, "\n"), "\n", "\n"+pad) + "\n", true
}

// yamlFlow writes a value on one line.
func (w *writer) yamlFlow(value any) string {
	switch v := value.(type) {
	case nil:
		return rapid.SampledFrom([]string{"~", "null"}).Draw(w.t, "nothing")
	case string:
		switch {
		case regexp.MustCompile(`^[a-z]+(-[a-z]+)+$`).MatchString(v) && w.flip("without quotes"):
			return v
		case !strings.ContainsAny(v, "\n\t") && w.flip("single quotes"):
			return "'" + strings.ReplaceAll(v, "'", "''") + "'"
		}
		return quoted(v)
	case []any:
		var items []string
		for _, item := range v {
			items = append(items, w.yamlFlow(item))
		}
		return "[" + strings.Join(items, ", ") + "]"
	case fields:
		var items []string
		for _, f := range v {
			items = append(items, f.name+": "+w.yamlFlow(f.value))
		}
		return "{" + strings.Join(items, ", ") + "}"
	}
	return fmt.Sprint(value) // bool, int, plain
}

// tomlFile writes a file with a TOML block. Tables come last, as they must.
func tomlFile(t *rapid.T, doc fields) string {
	w := writer{t: t}
	w.b.WriteString("+++\n")
	var tables fields
	for _, f := range doc {
		if isTables(f.value) && w.flip(f.name+" as tables") {
			tables = append(tables, f)
			continue
		}
		fmt.Fprintf(&w.b, "%s = %s\n", f.name, w.toml(f.value))
	}
	for _, f := range tables {
		for _, item := range f.value.([]any) {
			fmt.Fprintf(&w.b, "[[%s]]\n", f.name)
			for _, g := range item.(fields) {
				fmt.Fprintf(&w.b, "%s = %s\n", g.name, w.toml(g.value))
			}
		}
	}
	w.b.WriteString("+++\nbody\n")
	return w.b.String()
}

func isTables(value any) bool {
	list, ok := value.([]any)
	if !ok || len(list) == 0 {
		return false
	}
	_, ok = list[0].(fields)
	return ok
}

func (w *writer) toml(value any) string {
	switch v := value.(type) {
	case string:
		switch {
		case !strings.ContainsAny(v, "\n'") && w.flip("single quotes"):
			return "'" + v + "'"
		case !strings.Contains(v, "'") && w.flip("three quotes"):
			return "'''\n" + v + "'''"
		}
		return quoted(v)
	case []any:
		var items []string
		for _, item := range v {
			items = append(items, w.toml(item))
		}
		return "[" + strings.Join(items, ", ") + "]"
	case fields:
		var items []string
		for _, f := range v {
			items = append(items, f.name+" = "+w.toml(f.value))
		}
		return "{" + strings.Join(items, ", ") + "}"
	}
	return fmt.Sprint(value)
}
