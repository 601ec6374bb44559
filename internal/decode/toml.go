package decode

import (
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"github.com/microleadership/playbook/internal/diag"
)

// TOML parses a document. The tree comes from the parser's syntax, with positions, and
// names everything that is defined twice; the strict decoder then judges the same
// text, because syntax alone does not know that 2026-02-30 is no day. The tree is nil
// when there is a mistake of syntax.
func TOML(d Document) (*Node, diag.List) {
	d, list := d.readable().clean()
	if bad := d.tomlTooDeep(); len(bad) > 0 {
		return nil, append(list, bad...)
	}
	text := []byte(d.Text)
	text = slices.Clip(text) // the parser finds its place by capacities
	t := newTOMLTree(d, text)
	for t.keys <= maxTOMLKeys && t.parser.NextExpression() {
		t.expression(t.parser.Expression())
	}
	list = append(list, t.list...)
	if t.keys > maxTOMLKeys {
		return nil, append(list, d.report("syntax", t.table.pos, 1, "too many fields", ""))
	}
	var judged map[string]any
	err := toml.Unmarshal(text, &judged)
	switch {
	case err != nil && !(definedTwice(err) && len(t.list) > 0):
		return nil, append(list, d.tomlError(err))
	case t.parser.Error() != nil: // behind something defined twice, where the judge stopped
		return nil, list
	}
	return t.root, list
}

// maxTOMLKeys bounds the fields of a document. A playbook needs a few dozen; the strict
// decoder takes seconds for some ten thousand.
const maxTOMLKeys = 2000

// tomlTooDeep refuses brackets nested beyond maxDepth, which the parser would follow
// by recursion. Brackets inside strings count too: no value of the model has that many.
func (d Document) tomlTooDeep() diag.List {
	depth, line := 0, 1
	for i := range len(d.Text) {
		switch d.Text[i] {
		case '\n':
			line++
		case '[', '{':
			depth++
		case ']', '}':
			depth = max(0, depth-1)
		}
		if depth > maxDepth {
			return diag.List{d.report("syntax", d.at(line, 1), 1, "brackets nested too deep", "")}
		}
	}
	return nil
}

// definedTwice says whether the decoder stopped at something that the tree reports too.
func definedTwice(err error) bool {
	return strings.Contains(err.Error(), "already") || strings.Contains(err.Error(), "should be a table")
}
