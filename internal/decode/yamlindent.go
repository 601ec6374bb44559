package decode

import (
	"strings"

	"go.yaml.in/yaml/v4"
)

// indents holds YAML's rules of indentation that the parser does not: brackets and
// quotes go on in lines indented deeper than their field, by spaces, and the blank
// lines before a block of text are no deeper than the text. Editors and forges, which
// read the same files, refuse what breaks them.
type indents struct {
	lines  []string
	cursor cursor
}

func newIndents(text string) indents {
	return indents{strings.Split(text, "\n"), newCursor(text)}
}

// inside returns the indentation of the block that the children of n stand in.
func (in *indents) inside(n *yaml.Node, outside int) int {
	switch {
	case n.Style&yaml.FlowStyle != 0 || len(n.Content) == 0:
		return outside
	case n.Line < n.Content[0].Line: // an anchor or ? stands on a line of its own
		return in.spaces(n.Content[0].Line)
	}
	return n.Column - 1
}

// shallow returns the first line of n that has to be indented by more than indent
// spaces and is not, or 0.
func (in *indents) shallow(n *yaml.Node, indent int) int {
	switch {
	case n.Anchor != "" || n.Style&yaml.TaggedStyle != 0: // they move the node's position away from what is looked at
	case n.Kind == yaml.ScalarNode && n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return in.blankBeforeBlock(n, indent)
	case n.Kind == yaml.ScalarNode && n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0:
		return in.quoted(n, indent)
	case n.Kind != yaml.ScalarNode && n.Style&yaml.FlowStyle != 0:
		for _, child := range n.Content {
			if child.Line > n.Line && in.first(child) && in.spaces(child.Line) <= indent {
				return child.Line
			}
		}
	}
	return 0
}

// first says whether n is the first thing on its line.
func (in *indents) first(n *yaml.Node) bool {
	line := in.lines[n.Line-1]
	return len(line)-len(strings.TrimLeft(line, " \t")) >= n.Column-1
}

func (in *indents) spaces(line int) int {
	text := in.lines[line-1]
	return len(text) - len(strings.TrimLeft(text, " "))
}

// from returns the text that starts with n.
func (in *indents) from(n *yaml.Node) string {
	return in.cursor.text[in.cursor.toPlace(n.Line, n.Column):]
}

// quoted looks at the lines from the opening quote to the closing one.
func (in *indents) quoted(n *yaml.Node, indent int) int {
	text := in.from(n)
	line, quote := n.Line, text[0]
	for i := 1; i < len(text); i++ {
		switch {
		case text[i] == '\\' && quote == '"' && i+1 < len(text) && text[i+1] != '\n':
			i++
		case text[i] == '\'' && quote == '\'' && i+1 < len(text) && text[i+1] == '\'':
			i++
		case text[i] == quote:
			return 0
		case text[i] == '\n':
			line++
			if strings.TrimSpace(in.lines[line-1]) != "" && in.spaces(line) <= indent {
				return line
			}
		}
	}
	return 0
}

// blankBeforeBlock looks at the blank lines under | or >, unless the sign says itself
// how deep the text is.
func (in *indents) blankBeforeBlock(n *yaml.Node, indent int) int {
	sign, _, _ := strings.Cut(in.from(n), "\n")
	if strings.ContainsAny(sign, "123456789") {
		return 0
	}
	deepest := n.Line
	for line := n.Line + 1; line <= len(in.lines); line++ {
		if strings.TrimLeft(in.lines[line-1], " ") == "" {
			if deepest == n.Line || in.spaces(line) > in.spaces(deepest) {
				deepest = line
			}
			continue
		}
		if deepest > n.Line && in.spaces(line) > indent && in.spaces(deepest) > in.spaces(line) {
			return deepest
		}
		return 0
	}
	return 0
}
