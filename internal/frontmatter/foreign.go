package frontmatter

import (
	"github.com/microleadership/playbook/internal/decode"
	"github.com/microleadership/playbook/internal/playbook"
)

// options are what decoder and schema must know of a kind besides its structs.
func options(kind playbook.Kind, vocabularies map[string][]string) decode.Options {
	o := decode.Options{Vocabularies: vocabularies, Elsewhere: elsewhere}
	if kind == playbook.KindPrinciple {
		o.Required = []string{"lens"} // the others take theirs from the principle they name
	}
	return o
}

// elsewhere says what the front matter of other tools is called here, so that a folder
// that comes from one of them is told where its data belongs, not to throw it away.
var elsewhere = map[string]string{
	"date":        "here it is publish_on, the day from which the entry is shown",
	"publishDate": "here it is publish_on",
	"published":   "here it is draft: true, or publish_on",
	"expiryDate":  "here it is review_by, the day by which someone should read it again",
	"lastmod":     "leave it out: the date of the last change comes from git",
	"updated":     "leave it out: the date of the last change comes from git",
	"description": "here it is summary",
	"excerpt":     "here it is summary",
	"subtitle":    "here it is summary",
	"author":      "here it is authors, a list",
	"categories":  "here they are tags, a list",
	"category":    "here it is tags, a list",
	"keywords":    "here they are tags, or asks for what a reader would type",
	"alias":       "here it is aliases, a list",
	"permalink":   "the address comes from the file's name; an old address goes to redirect_from",
	"url":         "the address comes from the file's name; an old address goes to redirect_from",
	"slug":        "the address comes from the file's name: rename the file",
	"redirect_to": "redirects stand at their target, as redirect_from",
	"layout":      "leave it out: the folder decides what an entry is and how it looks",
	"type":        "leave it out: the folder decides what an entry is",
	"weight":      "here it is order, of principles",
	"nav_order":   "here it is order, of principles",
	"language":    "here it is lang",
	"locale":      "here it is lang",
	"see_also":    "here it is related, with rel: see-also",
	"toc":         "leave it out: a table of contents is made where there are headings",
	"id":          "leave it out: the id is the file's name",
}
