package markdown

import (
	"bytes"
	"unicode"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// plain returns the text of a node's children without markup.
func (p *page) plain(n ast.Node) string { return string(appendText(nil, p.src, n)) }

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
				dst = append(dst, bytes.ReplaceAll(t.Segment.Value(src), []byte("\n"), []byte(" "))...)
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

// words counts the words of a text: runs of anything but space that have a letter or a digit in
// them, and each character of a script that is written without spaces.
func words(text string) int {
	n, inWord := 0, false
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
			inWord = false
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
			n++
			inWord = false
		case !inWord && (unicode.IsLetter(r) || unicode.IsNumber(r)):
			n++
			inWord = true
		}
	}
	return n
}
