package frontmatter

import (
	"bufio"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/adrg/frontmatter"

	"github.com/microleadership/playbook/internal/decode"
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// Parsed is a file's front matter as an entry, and what is left for Markdown.
type Parsed struct {
	Entry *playbook.Entry
	Where playbook.Where // the file's lines, and where each value stands
	Body  []byte         // line breaks are \n; a piece of what was read, if that has no others
	Line  int            // file line on which Body starts
}

// Parse reads one file. The entry is always usable: what could not be read stays
// zero, and its title is then the id, so that a build which was told to go on can.
// file is relative to the root of the playbook: content/stories/the-map.md.
func Parse(file string, kind playbook.Kind, id string, src []byte, vocabularies map[string][]string) (Parsed, diag.List) {
	entry, targets := newEntry(kind)
	entry.ID, entry.File = id, file
	b, list := split(file, src)
	where := playbook.Where{File: file, Source: b.source}
	if b.format != "" && list == nil {
		doc := decode.Document{File: file, Line: b.first, All: b.source}
		node, bad := tree(doc, b)
		list = append(list, bad...)
		if node != nil {
			var places playbook.PlaceWriter
			list = append(list, decode.Into(doc, node, targets, options(kind, vocabularies), places.Add)...)
			where.Fields = places.Places()
		}
	}
	if entry.Title == "" {
		entry.Title = id
	}
	return Parsed{entry, where, bodyOf(src, b), max(1, b.start)}, list
}

// bodyOf returns the body as a piece of src, if it is one.
func bodyOf(src []byte, b block) []byte {
	if string(src) != b.source {
		return []byte(b.body)
	}
	return slices.Clip(src[len(src)-len(b.body):])
}

// guard returns a line that ends the block handed to the front matter library. It
// compares lines after trimming them, so an indented --- would end the block early.
func guard(text string) string {
	line := "\x00front matter"
	for strings.Contains(text, line) {
		line += "\x00"
	}
	return line
}

// buffers are what the library reads through; it would make one of 4 kB for each file.
var buffers = sync.Pool{New: func() any { return bufio.NewReader(nil) }}

// tree decodes the block through the front matter library, with our strict decoders
// plugged in as its formats.
func tree(doc decode.Document, b block) (*decode.Node, diag.List) {
	var node *decode.Node
	var list diag.List
	parse := decode.YAML
	if b.format == "toml" {
		parse = decode.TOML
	}
	unmarshal := func(data []byte, _ any) error {
		doc.Text = string(data) // the values are pieces of it, so that they do not keep the body in memory
		node, list = parse(doc)
		return nil
	}
	end := guard(b.text)
	in := buffers.Get().(*bufio.Reader)
	defer buffers.Put(in)
	in.Reset(io.MultiReader(strings.NewReader(end+"\n"), strings.NewReader(b.text), strings.NewReader(end+"\n")))
	if _, err := frontmatter.MustParse(in, nil, frontmatter.NewFormat(end, end, unmarshal)); err != nil {
		return nil, diag.List{b.report("syntax", b.first, err.Error(), "")}
	}
	return node, list
}

// newEntry makes an entry of a kind, and the structs that its front matter fills.
func newEntry(kind playbook.Kind) (*playbook.Entry, []any) {
	e := &playbook.Entry{Kind: kind}
	targets := []any{&e.Common}
	switch kind {
	case playbook.KindPrinciple:
		e.Principle = &playbook.Principle{}
		targets = append(targets, e.Principle)
	case playbook.KindExample:
		e.Example, e.Situation = &playbook.Example{}, &playbook.Situation{}
		targets = append(targets, e.Example, e.Situation)
	case playbook.KindStory:
		e.Story, e.Situation = &playbook.Story{}, &playbook.Situation{}
		targets = append(targets, e.Story, e.Situation)
	}
	return e, targets
}
