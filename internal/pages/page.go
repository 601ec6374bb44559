package pages

import (
	"cmp"
	"net/url"

	"github.com/microleadership/playbook/internal/playbook"
)

func (s *site) page(p Page) any {
	e := s.plain[p.number]
	text := s.Text(e)
	v := PageView{
		Chrome:  s.entryChrome(e),
		Summary: e.Summary,
		Body:    s.body(e, text, p.Address),
		TOC:     toc(&text.Body),
	}
	v.Layout = "page"
	return v
}

// lang is the language that e is written in.
func (s *site) lang(e *playbook.Entry) string { return cmp.Or(e.Lang, s.Settings.Language) }

func lang(s playbook.Settings, e *playbook.Entry) string { return cmp.Or(e.Lang, s.Language) }

// entryChrome is the chrome of an entry's own page.
func (s *site) entryChrome(e *playbook.Entry) Chrome {
	c := s.chrome(e.Address(), e.Title, e.Summary)
	c.Lang = s.lang(e)
	c.Translations = s.translations(e)
	c.EditHref = s.editing.href(e.File)
	return c
}

// notFound is served at whatever address was asked for, so its relative links need
// the one base that every other page does without.
func (s *site) notFound(Page) any {
	v := PageView{Chrome: s.chrome(playbook.NotFoundAddress, "Page not found", "There is no page at this address.")}
	v.Layout, v.NoIndex, v.Canonical = "notfound", true, ""
	if u, err := url.Parse(s.Settings.BaseURL); err == nil {
		v.Base = u.Path
	}
	return v
}
