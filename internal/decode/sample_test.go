package decode_test

import (
	"fmt"
	"strings"

	"github.com/microleadership/playbook/internal/decode"
	"github.com/microleadership/playbook/internal/diag"
)

// sample has a field of every type that the package reads.
type sample struct {
	Title   string           `field:"title,required" doc:"What it is called."`
	Colour  colour           `field:"colour" doc:"Its colour."`
	Toward  []string         `field:"toward" vocab:"toward" doc:"Who is meant."`
	Tags    []string         `field:"tags,required" doc:"Keywords."`
	Related []related        `field:"related" doc:"Others like it."`
	Home    related          `field:"home" doc:"Where it belongs."`
	Draft   bool             `field:"draft" doc:"Not ready."`
	Order   int              `field:"order" doc:"Its place."`
	Size    size             `field:"size" doc:"How large it is."`
	Weights map[string]size  `field:"weights" doc:"Sizes by name."`
	Rules   map[string]size  `field:"rules" doc:"Sizes by known name."`
	Hidden  map[string][]any // no tag: never read
}

type related struct {
	To  string `field:"to,required" doc:"The other one."`
	Why string `field:"why" doc:"The reason."`
}

type colour string

func (colour) Values() []string { return []string{"red", "green", "blue"} }

// size reads itself from text.
type size string

func (s *size) UnmarshalText(text []byte) error {
	if len(text) != 1 {
		return fmt.Errorf("%q is not one letter", text)
	}
	*s = size(text)
	return nil
}

func (size) Pattern() string { return `^.$` }

func options() decode.Options {
	return decode.Options{
		Vocabularies: map[string][]string{"toward": {"peer", "boss"}},
		Keys:         map[string][]string{"rules": {"orphan", "duplicate"}},
	}
}

// readYAML reads a sample, with every mistake in the order found.
func readYAML(text string) (sample, map[string]diag.Position, diag.List) {
	return read(text, decode.YAML)
}

func readTOML(text string) (sample, map[string]diag.Position, diag.List) {
	return read(text, decode.TOML)
}

func read(text string, parse func(decode.Document) (*decode.Node, diag.List)) (s sample, fields map[string]diag.Position, list diag.List) {
	d := document(text)
	root, list := parse(d)
	if root == nil {
		return s, nil, list
	}
	var where places
	more := decode.Into(d, root, []any{&s}, options(), where.found)
	fields = where.byPath
	return s, fields, append(list, more...)
}

// places are the values that were found, by path.
type places struct {
	byPath map[string]diag.Position
	path   []string
	items  []int // found so far, at each depth
}

func (p *places) found(depth int, name string, line, column int) {
	p.path = append(p.path[:depth], name)
	for len(p.items) <= depth {
		p.items = append(p.items, 0)
	}
	p.items = p.items[:depth+1]
	switch {
	case name == "":
		p.path[depth] = fmt.Sprintf("[%d]", p.items[depth])
		p.items[depth]++
	case depth > 0:
		p.path[depth] = "." + name
	}
	if p.byPath == nil {
		p.byPath = map[string]diag.Position{}
	}
	p.byPath[strings.Join(p.path, "")] = diag.Position{Line: line, Column: column}
}
