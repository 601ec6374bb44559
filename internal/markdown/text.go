package markdown

import (
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// textOf returns the text of a node's children without markup.
func (p *page) textOf(n ast.Node) string { return string(appendText(nil, p.src, n)) }

func appendText(dst, src []byte, n ast.Node) []byte {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		dst = appendInline(dst, src, c)
	}
	return dst
}

func appendInline(dst, src []byte, n ast.Node) []byte {
	switch n := n.(type) {
	case *ast.Text:
		return appendSegment(dst, src, n)
	case *ast.String:
		return append(dst, n.Value...)
	case *ast.CodeSpan:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			if t, ok := c.(*ast.Text); ok {
				from := len(dst)
				dst = append(dst, t.Segment.Value(src)...)
				for i, b := range dst[from:] {
					if b == '\n' {
						dst[from+i] = ' '
					}
				}
			}
		}
		return dst
	case *ast.AutoLink:
		return append(dst, n.Label(src)...)
	case *ast.Image:
		dst = appendText(dst, src, n)
		if caption(n) != "" {
			dst = append(append(dst, ' '), caption(n)...)
		}
		return dst
	case *wikiLink:
		return append(dst, n.shown()...)
	case *ast.RawHTML, *east.FootnoteLink, *east.FootnoteBacklink, *east.TaskCheckBox:
		return dst
	}
	return appendText(dst, src, n)
}

func appendSegment(dst, src []byte, n *ast.Text) []byte {
	if v := n.Segment.Value(src); n.IsRaw() {
		dst = append(dst, v...)
	} else {
		dst = append(dst, unescape(v)...)
	}
	switch {
	case n.HardLineBreak():
		dst = append(dst, '\n')
	case n.SoftLineBreak():
		dst = append(dst, ' ')
	}
	return dst
}

// The kinds of ASCII characters that words tells apart.
const (
	isOther = iota
	isSpace
	isWord
)

var asciiKind = func() (kinds [utf8.RuneSelf]uint8) {
	for r := range rune(utf8.RuneSelf) {
		switch {
		case unicode.IsSpace(r):
			kinds[r] = isSpace
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			kinds[r] = isWord
		default:
			kinds[r] = isOther
		}
	}
	return kinds
}()

// words counts the words of a text: runs of anything but space that have a letter or a digit in
// them, and each character of a script that is written without spaces.
func words(text string) int {
	const firstHan = 0x2e80 // what is written without spaces starts here
	n, inWord := 0, false
	for _, r := range text {
		if r < utf8.RuneSelf {
			switch kind := asciiKind[r]; {
			case kind == isSpace:
				inWord = false
			case kind == isWord && !inWord:
				n++
				inWord = true
			}
			continue
		}
		switch {
		case unicode.IsSpace(r):
			inWord = false
		case r >= firstHan && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
			n++
			inWord = false
		case !inWord && (unicode.IsLetter(r) || unicode.IsNumber(r)):
			n++
			inWord = true
		}
	}
	return n
}
