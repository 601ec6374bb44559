package check

import (
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

var brokenLink = rule{
	Rule: diag.Rule{
		Code: "broken-link", Severity: diag.Error,
		Why: "a link, anchor or image that leads nowhere leaves the reader standing",
		Fix: "write the path of a file that exists, relative to the entry, and a heading that it has",
	},
	entry: func(c *checker, e *playbook.Entry) {
		for i, t := range c.targets {
			l := e.Outline.Links[i]
			wiki := l.Kind == playbook.LinkWiki || l.Kind == playbook.LinkWikiLabel
			switch {
			case t.Problem == "" || l.Kind == playbook.LinkWikiLabel:
			case wiki && !reached(t): // a reference that nothing is called by
			case bothUnpublished(e, t.Entry): // drafts may be written together
			default:
				c.link(e, i+1, typed(l), t.Problem, c.hintFor(e, l, t))
			}
		}
	},
}

func bothUnpublished(from, to *playbook.Entry) bool {
	return to != nil && !from.Derived.Published && !to.Derived.Published
}

// typed is what the author wrote, to underline it.
func typed(l playbook.Link) string {
	if l.Target == "" {
		return "#" + l.Fragment
	}
	return l.Target
}

func (c *checker) hintFor(e *playbook.Entry, l playbook.Link, t playbook.Target) string {
	hint := c.hintOf(e, l, t)
	switch {
	case hint != "":
		return hint
	case t.Entry != nil:
		return "the page has no headings to link to; leave out #" + l.Fragment
	case l.Kind == playbook.LinkImage:
		return "put the image beside the entry"
	}
	return "correct the path; it is relative to this file"
}
