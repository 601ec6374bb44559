package theme

import (
	"html"
	"html/template"

	"golang.org/x/text/language"
)

// words is the language of the theme's own words and of the labels in views.
const words = "en"

// lang is the attribute that says in which language a text is, where that is not the
// language of the words around it (WCAG 3.1.2). A regional English is English.
func (t *tools) lang(tag string) template.HTMLAttr {
	if tag == "" || tag == words {
		return ""
	}
	if known, ok := t.langs.Load(tag); ok {
		return known.(template.HTMLAttr)
	}
	attr := template.HTMLAttr(` lang="` + html.EscapeString(tag) + `"`)
	if base, _ := language.Make(tag).Base(); base.String() == words {
		attr = ""
	}
	t.langs.Store(tag, attr)
	return attr
}
