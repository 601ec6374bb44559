package decode

import "strings"

// plain reads the YAML that nearly all front matter is: fields at the margin, each with
// a value on its line, or below it a list or a group of such. It is there because the
// parser, which makes tokens, events and nodes of all that YAML can be, takes most of
// the time and memory that reading a file does.
//
// It judges nothing. Whatever it is not sure of it leaves to the parser, with the whole
// document: what could be a mistake, goes on in a second line, has escapes, tabs,
// anchors or tags, or is a number or a date of an unusual kind. Where it does read a
// document, its tree is that of the parser to the last column; TestPlainIsYAML and
// FuzzPlain hold it to that.
type plain struct {
	Document
	nodes []Node // to take the next one from

	rest   string // of the document, behind the current line
	number int    // of the current line
	indent int    // of its text; -1 behind the last line
	line   string // what is left of its text, without the spaces at its end
	column int    // of what is left
}

// plainYAML reads a document that is clean.
func plainYAML(d Document) (*Node, bool) {
	if strings.IndexByte(d.Text, '\t') >= 0 || strings.Contains(d.Text, "\uFEFF") {
		return nil, false
	}
	p := plain{Document: d, rest: d.Text}
	p.next()
	root := p.node(shapeMap, "", 1)
	return root, p.indent == 0 && p.fields(root, true) && p.indent < 0
}

// next goes to the next line that has more on it than space or a comment.
func (p *plain) next() {
	for p.rest != "" {
		line, rest, _ := strings.Cut(p.rest, "\n")
		p.rest = rest
		p.number++
		p.line = strings.TrimLeft(line, " ")
		if p.line != "" && p.line[0] != '#' {
			p.indent = len(line) - len(p.line)
			p.line = strings.TrimRight(p.line, " ")
			p.column = p.indent + 1
			return
		}
	}
	p.indent, p.line = -1, ""
}

// skip moves over the first n bytes of the line, which take so many columns, and the
// spaces behind them.
func (p *plain) skip(n, columns int) {
	after := p.line[n:]
	p.line = strings.TrimLeft(after, " ")
	p.column += columns + len(after) - len(p.line)
}

func (p *plain) starts(prefix string) bool { return strings.HasPrefix(p.line, prefix) }

// node makes a node that starts where the line is.
func (p *plain) node(s shape, text string, length int) *Node {
	const several = 16
	if len(p.nodes) == 0 {
		p.nodes = make([]Node, several)
	}
	n := &p.nodes[0]
	p.nodes = p.nodes[1:]
	n.shape, n.text, n.length, n.pos = s, text, int32(length), p.at(p.number, p.column)
	return n
}

// fields reads the fields that start in the column of the first. The parser is asked
// about any without a value that are not at the margin.
func (p *plain) fields(to *Node, margin bool) bool {
	for indent := p.column - 1; p.indent == indent; {
		key, ok := p.key(to)
		if !ok {
			return false
		}
		switch {
		case p.line != "":
			if key.value, ok = p.value(0); !ok || p.line != "" {
				return false
			}
			p.next()
		case !margin:
			return false
		default:
			if key.value, ok = p.below(); !ok {
				return false
			}
		}
	}
	return true
}

// key reads a name of letters, digits, - and _, and its colon.
func (p *plain) key(to *Node) (*pair, bool) {
	n := nameLen(p.line)
	if n == 0 || !isColon(p.line, n) {
		return nil, false
	}
	to.pairs = append(to.pairs, pair{key: p.line[:n], pos: p.at(p.number, p.column), length: int32(n)})
	p.skip(n+1, n+1)
	return &to.pairs[len(to.pairs)-1], true
}

// isColon says whether there is a colon at i that ends a key.
func isColon(line string, i int) bool {
	return i < len(line) && line[i] == ':' && (i+1 == len(line) || line[i+1] == ' ')
}

func nameLen(line string) int {
	const most = 100 // the parser takes no key for one that is much longer
	if line == "" || !isLetter(line[0]) {
		return 0
	}
	for i := range min(len(line), most) {
		if c := line[i]; !isLetter(c) && !isDigit(c) && c != '-' {
			return i
		}
	}
	return 0
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || c == '_' }
func isDigit(c byte) bool  { return '0' <= c && c <= '9' }

// below reads what stands under a field without a value on its line.
func (p *plain) below() (*Node, bool) {
	nothing := p.node(shapeNull, "", 1)
	p.next()
	switch {
	case p.starts("- "):
		return p.list()
	case p.indent > 0:
		group := p.node(shapeMap, "", 1)
		return group, p.fields(group, false)
	}
	return nothing, true
}

// list reads items that start in one column, each a value or a group of fields.
func (p *plain) list() (*Node, bool) {
	list := p.node(shapeList, "", 1)
	for indent := p.indent; p.indent == indent && p.starts("- "); {
		p.skip(1, 1)
		var item *Node
		var ok bool
		if isColon(p.line, nameLen(p.line)) {
			item = p.node(shapeMap, "", 1)
			p.indent = p.column - 1
			ok = p.fields(item, false)
		} else {
			item, ok = p.value(0)
			ok = ok && p.line == ""
			p.next()
		}
		if !ok {
			return nil, false
		}
		list.items = append(list.items, item)
	}
	return list, true
}
