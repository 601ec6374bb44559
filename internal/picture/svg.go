package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
)

const (
	svgSpace = "http://www.w3.org/2000/svg"
	svgHint  = "export it as plain or optimised SVG in UTF-8, or use a PNG"
)

// svgSpaces are the namespaces that browsers draw from. What an editor keeps for itself
// stands in its own: layers, guides, the path of the file on somebody's disk.
var svgSpaces = []string{"", svgSpace, "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"}

func isSVG(data []byte) bool {
	data = bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF")), " \t\r\n")
	return bytes.HasPrefix(data, []byte("<")) && bytes.Contains(data, []byte("svg"))
}

// cleanSVG cuts elements, attributes and comments out of the text. All else is left as
// it was written. Titles and descriptions are read to those who cannot see, and stay.
func cleanSVG(data []byte) result {
	s := &svg{cut: &cut{data: data}, selected: bytes.Contains(data, []byte("[data-"))}
	d := xml.NewDecoder(bytes.NewReader(data))
	for s.err == nil {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			s.refuse("is not well-formed: " + strings.TrimPrefix(err.Error(), "XML "))
			break
		}
		s.token(token, int(d.InputOffset())-s.at)
	}
	if s.err != nil {
		return result{kinds: s.kinds, err: s.err}
	}
	return s.result()
}

type svg struct {
	*cut
	selected bool // the style sheet asks for data attributes
	root     bool // it has begun
	within   int  // elements that are being dropped
	style    int  // style elements
	err      *Error
}

func (s *svg) refuse(why string) { s.err = &Error{Why: why, Hint: svgHint} }

// token decides about the next so many bytes.
func (s *svg) token(token xml.Token, size int) {
	switch t := token.(type) {
	case xml.StartElement:
		s.start(t, size)
	case xml.EndElement:
		s.end(t, size)
	case xml.CharData:
		switch {
		case s.within > 0:
			s.drop(size, silent)
		case s.style > 0:
			s.words(size)
		default:
			s.keep(size)
		}
	case xml.Comment:
		s.drop(size, s.unlessWithin(comment))
	case xml.ProcInst:
		if t.Target == "xml" || t.Target == "xml-stylesheet" {
			s.keep(size)
		} else {
			s.drop(size, s.unlessWithin(editor))
		}
	case xml.Directive:
		if bytes.ContainsRune(t, '[') {
			s.refuse("defines its own entities, which can hide anything")
		}
		s.keep(size)
	}
}

// unlessWithin names what was dropped, once for all that is in it.
func (s *svg) unlessWithin(kind string) string {
	if s.within > 0 {
		return silent
	}
	return kind
}

func (s *svg) start(e xml.StartElement, size int) {
	foreign := !slices.Contains(svgSpaces, e.Name.Space)
	switch {
	case !s.root && (foreign || e.Name.Local != "svg"):
		s.refuse("does not begin with <svg>")
	case s.within > 0:
		s.within++
		s.drop(size, silent)
	case e.Name.Local == "metadata":
		s.within = 1
		s.drop(size, rdf)
	case foreign:
		s.within = 1
		s.drop(size, editor)
	default:
		if e.Name.Local == "style" {
			s.style++
		}
		s.attributes(e, size)
	}
	s.root = true
}

func (s *svg) end(e xml.EndElement, size int) {
	if s.within > 0 {
		s.within--
		s.drop(size, silent)
		return
	}
	if e.Name.Local == "style" {
		s.style--
	}
	s.keep(size)
}

// attributes goes through a tag.
func (s *svg) attributes(e xml.StartElement, size int) {
	tag := s.rest()[:size]
	spans := attributesIn(tag)
	if len(spans) != len(e.Attr) {
		s.refuse("writes its attributes in a way that is not known")
		return
	}
	done := 0
	for i, span := range spans {
		s.keep(span.from - done)
		if kind, goes := s.goes(e.Attr[i]); goes {
			s.drop(span.to-span.from, kind)
		} else {
			s.words(span.to - span.from)
		}
		done = span.to
	}
	s.keep(size - done)
}

// goes says whether an attribute is nothing that is drawn. Drawing programs keep the
// whole document, with its history, in “content” and the names of layers in “data-name”.
func (s *svg) goes(a xml.Attr) (kind string, goes bool) {
	switch {
	case a.Name.Space == "xmlns":
		return editor, !slices.Contains(svgSpaces, a.Value)
	case a.Name.Space == "":
		return editor, a.Name.Local == "content" || strings.HasPrefix(a.Name.Local, "data-") && !s.selected
	}
	return editor, !slices.Contains(svgSpaces, a.Name.Space)
}

// attributesIn are the attributes of a well-formed tag, each with the space before it.
func attributesIn(tag []byte) []run {
	var out []run
	at := bytes.IndexAny(tag, " \t\r\n/>")
	for at >= 0 && at < len(tag) {
		equals := bytes.IndexByte(tag[at:], '=')
		if equals < 0 {
			break
		}
		open := at + equals + 1
		open += len(tag[open:]) - len(bytes.TrimLeft(tag[open:], " \t\r\n"))
		if open == len(tag) {
			break
		}
		length := bytes.IndexByte(tag[open+1:], tag[open])
		if length < 0 {
			break
		}
		end := open + 1 + length + 1
		out = append(out, run{at, end})
		at = end
	}
	return out
}
