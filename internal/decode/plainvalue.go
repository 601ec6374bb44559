package decode

import (
	"strings"
	"unicode/utf8"
)

// value reads one value. within counts the brackets that it stands in: a list may have
// groups in it, and both may have scalars.
func (p *plain) value(within int) (*Node, bool) {
	switch {
	case p.line == "":
		return nil, false
	case p.line[0] == '"' || p.line[0] == '\'':
		return p.quoted()
	case p.line[0] == '[' && within == 0:
		return p.brackets(shapeList, ']', within)
	case p.line[0] == '{' && within <= 1:
		return p.brackets(shapeMap, '}', within)
	}
	return p.word(within > 0)
}

// brackets reads [one, two] or {a: one, b: two}, which end on their line.
func (p *plain) brackets(s shape, end byte, within int) (*Node, bool) {
	n := p.node(s, "", 1)
	p.skip(1, 1)
	if p.line != "" && p.line[0] == end {
		p.skip(1, 1)
		return n, true
	}
	for {
		item, ok := p.item(n, within)
		if !ok || p.line == "" {
			return nil, false
		}
		if s == shapeMap {
			n.pairs[len(n.pairs)-1].value = item
		} else {
			n.items = append(n.items, item)
		}
		after := p.line[0]
		p.skip(1, 1)
		switch after {
		case end:
			return n, true
		case ',':
			continue
		}
		return nil, false
	}
}

// item reads a value in brackets, and the key before it if they are those of a group.
func (p *plain) item(of *Node, within int) (*Node, bool) {
	if of.shape == shapeList {
		return p.value(within + 1)
	}
	if _, ok := p.key(of); !ok {
		return nil, false
	}
	return p.value(within + 2)
}

// quoted reads text in quotes, without escapes.
func (p *plain) quoted() (*Node, bool) {
	quote := p.line[:1]
	text, after, closed := strings.Cut(p.line[1:], quote)
	if !closed || quote == `"` && strings.Contains(text, `\`) || strings.HasPrefix(after, quote) {
		return nil, false
	}
	length := utf8.RuneCountInString(text) + len(`""`)
	n := p.node(shapeText, text, length)
	p.skip(len(text)+len(`""`), length)
	return n, true
}

// word reads a scalar without quotes.
func (p *plain) word(bracketed bool) (*Node, bool) {
	text := p.line
	if bracketed {
		end := strings.IndexAny(text, ",]}[{:#")
		if end < 0 || strings.IndexByte(",]}", text[end]) < 0 {
			return nil, false
		}
		text = strings.TrimRight(text[:end], " ")
	}
	if strings.Contains(text, ": ") || strings.HasSuffix(text, ":") || strings.Contains(text, " #") {
		return nil, false
	}
	s := shapeOf(text)
	if s == shapeNull {
		return nil, false
	}
	length := utf8.RuneCountInString(text)
	n := p.node(s, text, length)
	p.skip(len(text), length)
	return n, true
}

// shapeOf says what a scalar without quotes is. It is shapeNull when that takes knowing
// all that YAML can make of one.
func shapeOf(text string) shape {
	switch text {
	case "":
		return shapeNull
	case "true", "false":
		return shapeBool
	case "True", "TRUE", "False", "FALSE", "null", "Null", "NULL":
		return shapeNull
	}
	switch first := text[0]; {
	case isLetter(first) && first != '_' || first >= utf8.RuneSelf:
		return shapeText
	case !isDigit(first):
		return shapeNull
	case strings.ContainsAny(text, inNoNumber) || isDay(text):
		return shapeText
	case len(text) < 10 && isWhole(text):
		return shapeNumber
	}
	return shapeNull
}

// inNoNumber are the space and the letters that neither a number of any base nor an exponent has.
const inNoNumber = " ghijklmnpqrstuvwyzGHIJKLMNPQRSTUVWYZ"

// isDay says whether text is written as days are. Whether there is such a day, YAML does not mind.
func isDay(text string) bool {
	return len(text) == len("2006-01-02") && text[4] == '-' && text[7] == '-' &&
		isWhole(text[:4]) && allDigits(text[5:7]) && allDigits(text[8:])
}

// isWhole says whether text is a whole number that has one reading: one that starts
// with 0 may be octal.
func isWhole(text string) bool { return (text[0] != '0' || text == "0") && allDigits(text) }

func allDigits(text string) bool {
	for i := range len(text) {
		if !isDigit(text[i]) {
			return false
		}
	}
	return true
}
