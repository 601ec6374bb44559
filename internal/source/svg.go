package source

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/microleadership/playbook/internal/diag"
)

// A browser that is sent to an SVG file's own address treats it as a page, scripts
// and all. The pages of a site show images through <img>, where nothing runs, but the
// file has an address too. So images that could run something are refused, by the same
// parser rules a browser follows: strict XML. Cleaning them instead was rejected: it
// changes an author's drawing without saying so. Styles within are let be; they cannot run.

// activeElements run or embed something, whatever their namespace.
var activeElements = []string{
	"script", "foreignobject", "iframe", "embed", "object", "handler", "listener",
	"html", "body", "form", "input", "link", "meta", "base", "audio", "video", "frame", "frameset",
}

// checkSVG reports the first thing in an SVG image that could run or load something.
func checkSVG(p string, b []byte) diag.List {
	d := xml.NewDecoder(bytes.NewReader(b))
	for {
		line, column := d.InputPos() // where the token begins
		token, err := d.Token()
		at := diag.Position{File: p, Line: line, Column: column}
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			var syntax *xml.SyntaxError
			why := err.Error()
			if errors.As(err, &syntax) {
				why = syntax.Msg
			}
			line, _ = d.InputPos()
			return unsafeAsset(diag.Position{File: p, Line: line}, "this image is not well-formed: "+why, "export it again as plain SVG in UTF-8")
		}
		if text := danger(token); text != "" {
			return unsafeAsset(at, "this image "+text, "export it without scripts and links, or use a PNG")
		}
	}
}

func unsafeAsset(at diag.Position, text, hint string) diag.List {
	return diag.List{{Code: "unsafe-asset", Severity: diag.Error, Pos: at, Text: text, Hint: hint}}
}

// danger says what a token could do, or nothing.
func danger(token xml.Token) string {
	switch t := token.(type) {
	case xml.Directive:
		if bytes.ContainsRune(t, '[') {
			return "defines its own entities, which can hide anything"
		}
	case xml.ProcInst:
		if strings.EqualFold(t.Target, "xml-stylesheet") {
			return "loads a style sheet, which can run"
		}
	case xml.StartElement:
		return dangerOfElement(t)
	}
	return ""
}

func dangerOfElement(e xml.StartElement) string {
	name := strings.ToLower(e.Name.Local)
	if slices.Contains(activeElements, name) || e.Name.Space == "http://www.w3.org/1999/xhtml" {
		return "holds <" + e.Name.Local + ">, which can run or load something"
	}
	for _, a := range e.Attr {
		attr := strings.ToLower(a.Name.Local)
		switch {
		case a.Name.Space == "" && strings.HasPrefix(attr, "on"):
			return "has an event handler, " + a.Name.Local
		case attr == "attributename" && changesAddress(a.Value):
			return "changes an address or a handler by animation"
		case (attr == "href" || attr == "src") && !harmless(name, a.Value):
			return "leads to “" + shorten(a.Value) + "”"
		}
	}
	return ""
}

// changesAddress says whether an animation of this attribute could make a link run a script.
func changesAddress(attribute string) bool {
	attribute = strings.ToLower(strings.TrimSpace(attribute))
	_, local, found := strings.Cut(attribute, ":")
	if !found {
		local = attribute
	}
	return local == "href" || strings.HasPrefix(local, "on")
}

// harmless says whether an element may have this address: a part of the drawing, a
// picture within it, or, for <a>, a page.
func harmless(element, address string) bool {
	address = strings.TrimSpace(address)
	switch {
	case address == "", strings.HasPrefix(address, "#"):
		return true
	case element == "a":
		return strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://")
	case element == "image" || element == "feimage":
		for _, kind := range []string{"png", "jpeg", "jpg", "gif", "webp"} {
			if strings.HasPrefix(address, "data:image/"+kind+";") {
				return true
			}
		}
	}
	return false
}

func shorten(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}
