package decode_test

import (
	"fmt"

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
	fields, more := decode.Into(d, root, []any{&s}, options())
	return s, fields, append(list, more...)
}
