package frontmatter

import (
	"io"
	"strings"

	"github.com/adrg/frontmatter"

	"github.com/microleadership/playbook/internal/decode"
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// Parsed is a file's front matter as an entry, and what is left for Markdown.
type Parsed struct {
	Entry *playbook.Entry
	Where playbook.Where // the file's lines, and where each value stands
	Body  []byte         // line breaks are \n
	Line  int            // file line on which Body starts
}

// Parse reads one file. The entry is always usable: what could not be read stays
// zero, and its title is then the id, so that a build which was told to go on can.
// file is relative to the root of the playbook: content/stories/the-map.md.
func Parse(file string, kind playbook.Kind, id string, src []byte, vocabularies map[string][]string) (Parsed, diag.List) {
	entry, targets := newEntry(kind)
	entry.ID, entry.File = id, file
	b, list := split(file, src)
	where := playbook.Where{File: file, Lines: b.lines}
	if b.format != "" && list == nil {
		doc := decode.Document{File: file, Text: []byte(b.text), Line: b.first, All: b.lines}
		node, bad := tree(doc, b)
		list = append(list, bad...)
		if node != nil {
			fields, bad := decode.Into(doc, node, targets, options(kind, vocabularies))
			where.Fields = playbook.PlacesOf(fields)
			list = append(list, bad...)
		}
	}
	if entry.Title == "" {
		entry.Title = id
	}
	return Parsed{entry, where, []byte(b.body), max(1, b.start)}, list
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
		doc.Text = data
		node, list = parse(doc)
		return nil
	}
	end := guard(b.text)
	in := io.MultiReader(strings.NewReader(end+"\n"), strings.NewReader(b.text), strings.NewReader("\n"+end+"\n"))
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
