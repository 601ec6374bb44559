package decode

import (
	"errors"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"

	"github.com/microleadership/playbook/internal/diag"
)

// maxDepth bounds how deep YAML may nest. The model needs three levels; the parser
// would recurse as deep as a hostile file asks.
const maxDepth = 32

// YAML parses a document. An empty one is a map without keys. The tree is nil when
// there is a mistake of syntax, because what a half-read document lacks is unknown.
func YAML(d Document) (*Node, diag.List) {
	if bad := d.checkCharacters(); len(bad) > 0 {
		return nil, bad
	}
	if blank(d.Text) {
		return &Node{shape: shapeMap, pos: d.at(1, 1)}, nil
	}
	var root yaml.Node
	limits := loaderlimits.New(loaderlimits.DepthValue(maxDepth), loaderlimits.AliasNone())
	if err := yaml.Load(d.Text, &root, yaml.WithV4Defaults(), yaml.WithPlugin(limits)); err != nil {
		return nil, diag.List{d.yamlError(err)}
	}
	c := yamlTree{Document: d}
	n := c.node(root.Content[0])
	return n, c.list
}

// blank says whether the text has nothing but space and comments.
func blank(text []byte) bool {
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			return false
		}
	}
	return true
}

// yamlError gives the parser's complaint its place in the file and, for the usual
// slips, the way out.
func (d Document) yamlError(err error) diag.Diagnostic {
	var e *yaml.LoadError
	if !errors.As(err, &e) {
		return d.report("syntax", d.at(1, 1), 1, err.Error(), "")
	}
	mark := e.Mark
	if e.ContextMark.Line > 0 && strings.HasPrefix(e.Message, "found unexpected end") {
		mark = e.ContextMark // where the quote was opened says more than where the file ended
	}
	text, hint := e.Message, ""
	switch {
	case strings.Contains(text, "mapping values are not allowed"):
		text, hint = "a colon inside a value", "put the value in quotes: title: \"One: two\""
	case strings.Contains(text, "unexpected end of stream"):
		text, hint = "a quote is opened and never closed", "close it on the same line"
	case strings.Contains(text, "tab") || strings.Contains(text, "cannot start any token"):
		hint = "indent with spaces; put values that start with a special character in quotes"
	case strings.Contains(text, "expected single document"):
		text, hint = "more than one YAML document", "remove the line “...” or “---”"
	case strings.Contains(text, "depth"):
		text = fmt.Sprintf("nested deeper than %d levels", maxDepth)
	}
	return d.report("syntax", d.at(mark.Line, mark.Column), 1, text, hint)
}

// yamlTree converts the parser's nodes and refuses what a playbook has no use for:
// aliases (bombs are built of them), merge keys, custom tags.
type yamlTree struct {
	Document
	list diag.List
}

func (c *yamlTree) node(n *yaml.Node) *Node {
	out := &Node{pos: c.at(n.Line, n.Column), length: 1, text: n.Value}
	switch n.Kind {
	case yaml.AliasNode:
		c.refuse(n, "an alias (*"+n.Value+")", "write the value out")
		return out
	case yaml.MappingNode:
		out.shape = shapeMap
		for i := 0; i+1 < len(n.Content); i += 2 {
			c.pair(out, n.Content[i], n.Content[i+1])
		}
	case yaml.SequenceNode:
		out.shape = shapeList
		for _, item := range n.Content {
			out.items = append(out.items, c.node(item))
		}
	default:
		out.shape = c.scalar(n)
		out.length = runeLen(firstLine(n.Value))
	}
	return out
}

func (c *yamlTree) pair(to *Node, key, value *yaml.Node) {
	if key.ShortTag() == "!!merge" {
		c.refuse(key, "a merge key (<<)", "write the fields out")
		return
	}
	if key.Kind != yaml.ScalarNode {
		c.refuse(key, "a key that is not text", "")
		return
	}
	to.pairs = append(to.pairs, pair{key.Value, c.at(key.Line, key.Column), runeLen(key.Value), c.node(value)})
}

func (c *yamlTree) scalar(n *yaml.Node) shape {
	switch n.ShortTag() {
	case "!!str", "!!timestamp":
		return shapeText
	case "!!int", "!!float":
		return shapeNumber
	case "!!bool":
		return shapeBool
	case "!!null":
		return shapeNull
	}
	c.refuse(n, "the tag "+n.ShortTag(), "write the plain value")
	return shapeNull
}

func (c *yamlTree) refuse(n *yaml.Node, what, hint string) {
	c.list = append(c.list, c.report("unsupported-yaml", c.at(n.Line, n.Column), 1, what+" is not supported here", hint))
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}
