package pages

import (
	"strings"

	"github.com/microleadership/playbook/internal/playbook"
)

// chrome is what the page at address carries around its content.
func (s *site) chrome(address, title, description string) Chrome {
	f := s.frames.of(address)
	c := Chrome{
		Lang:        s.Settings.Language,
		SiteLang:    s.Settings.Language,
		SiteTitle:   s.Settings.Title,
		SiteTagline: s.Settings.Description,
		Title:       title,
		Description: description,
		Path:        address,
		Root:        f.root,
		HomeHref:    f.home,
		SearchHref:  f.search,
		Nav:         f.nav,
		Footer:      f.footer,
		Canonical:   s.absolute(address),
		FeedHref:    f.feed,
		License:     s.Settings.License,
		Stylesheets: f.stylesheets,
		Scripts:     f.scripts,
		SearchIndex: f.searchIndex,
	}
	if to := &s.frames.links; to.own[address] {
		c.Nav, c.Footer = current(address, f.nav, to.nav), current(address, f.footer, to.footer)
	}
	if intro := s.intros[address]; intro != nil {
		c.Intro, c.IntroLang = s.body(intro, s.Text(intro), address), s.lang(intro)
		c.Translations = s.translations(intro)
		c.EditHref = s.editing.href(intro.File)
	}
	return c
}

// absolute is the address for readers who come from elsewhere, or "" without base_url.
func (s *site) absolute(address string) string {
	if s.Settings.BaseURL == "" {
		return ""
	}
	return s.Settings.BaseURL + strings.TrimSuffix(address, playbook.HomeAddress)
}
