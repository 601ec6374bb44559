package decode

import (
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"

	"github.com/microleadership/playbook/internal/diag"
)

// maxDepth bounds how deep a document may nest. The model needs three levels; the
// parsers would recurse as deep as a hostile file asks.
const maxDepth = 32

// YAML parses a document. An empty one is a map without keys. The tree is nil when
// there is a mistake of syntax, because what a half-read document lacks is unknown.
func YAML(d Document) (*Node, diag.List) {
	d, list := d.readable().clean()
	if list == nil {
		if n, ok := plainYAML(d); ok {
			return n, nil
		}
	}
	n, bad := parsedYAML(d)
	return n, append(list, bad...)
}

// parsedYAML has the parser read the document.
func parsedYAML(d Document) (*Node, diag.List) {
	if blank(d.Text) {
		return &Node{shape: shapeMap, pos: d.at(1, 1)}, nil
	}
	var root yaml.Node
	limits := loaderlimits.New(loaderlimits.DepthValue(maxDepth), loaderlimits.AliasNone())
	if err := yaml.Load([]byte(d.Text), &root, yaml.WithV4Defaults(), yaml.WithPlugin(limits)); err != nil {
		return nil, diag.List{d.yamlError(err)}
	}
	c := yamlTree{Document: d, indents: newIndents(d.Text)}
	n := c.node(root.Content[0], -1)
	return n, c.list
}

// blank says whether the text has nothing but space, comments and ends of document.
func blank(text string) bool {
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" && line != "..." && line[0] != '#' {
			return false
		}
	}
	return true
}

// yamlTree converts the parser's nodes and refuses what a playbook has no use for:
// aliases (bombs are built of them), merge keys, tags (they say what a value is,
// which the model knows already).
type yamlTree struct {
	Document
	list    diag.List
	indents indents
}

// node converts n, which stands in a block that is indented by so many spaces.
func (c *yamlTree) node(n *yaml.Node, indent int) *Node {
	out := &Node{pos: c.at(n.Line, n.Column), length: 1, text: n.Value}
	if n.Kind == yaml.AliasNode {
		c.refuse(n, "an alias (*"+clip(n.Value)+")", "write the value out, or put it in quotes if the * belongs to it")
		out.shape = shapeRefused
		return out
	}
	tagged := n.Style&yaml.TaggedStyle != 0 || n.Tag == "!"
	if tagged {
		c.refuse(n, "a tag ("+clip(n.Tag)+")", "remove it, or put the value in quotes if the ! belongs to it")
	}
	if line := c.indents.shallow(n, indent); line > 0 {
		text := "the value goes on in a line that is not indented deeper than its field"
		c.list = append(c.list, c.report("syntax", c.at(line, 1), 1, text, "indent it with spaces"))
	}
	switch n.Kind {
	case yaml.MappingNode:
		out.shape = shapeMap
		for i := 0; i+1 < len(n.Content); i += 2 {
			c.pair(out, n.Content[i], n.Content[i+1], c.indents.inside(n, indent))
		}
	case yaml.SequenceNode:
		out.shape = shapeList
		for _, item := range n.Content {
			out.items = append(out.items, c.node(item, c.indents.inside(n, indent)))
		}
	default:
		out.length = runeLen(firstLine(n.Value))
		if n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0 {
			out.length = int32(utf8.RuneCountInString(firstLine(n.Value)) + len(`""`))
		}
		out.shape = scalarShape(n)
		if tagged {
			out.shape = shapeRefused
		}
	}
	return out
}

func (c *yamlTree) pair(to *Node, key, value *yaml.Node, indent int) {
	k := c.node(key, indent)
	v := c.node(value, indent)
	switch {
	case k.shape == shapeRefused:
	case key.ShortTag() == "!!merge":
		c.refuse(key, "a merge key (<<)", "write the fields out")
	case key.Kind != yaml.ScalarNode:
		c.refuse(key, "a key that is not text", "put a value that starts with { or [ in quotes")
	default:
		to.pairs = append(to.pairs, pair{key.Value, k.pos, k.length, v})
	}
}

func scalarShape(n *yaml.Node) shape {
	switch n.ShortTag() {
	case "!!int", "!!float":
		return shapeNumber
	case "!!bool":
		return shapeBool
	case "!!null":
		return shapeNull
	}
	return shapeText
}

func (c *yamlTree) refuse(n *yaml.Node, what, hint string) {
	c.list = append(c.list, c.report("unsupported-yaml", c.at(n.Line, n.Column), 1, what+" is not supported here", hint))
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}
