package pages

import (
	"net/url"
	"strings"

	"github.com/microleadership/playbook/internal/playbook"
)

// chrome is what the page at address carries around its content.
func (s *site) chrome(address, title, description string) Chrome {
	c := Chrome{
		Lang:        s.Settings.Language,
		SiteLang:    s.Settings.Language,
		SiteTitle:   s.Settings.Title,
		SiteTagline: s.Settings.Description,
		Title:       title,
		Description: description,
		Path:        address,
		Root:        strings.Repeat("../", strings.Count(address, "/")),
		HomeHref:    playbook.Relative(address, playbook.HomeAddress),
		SearchHref:  playbook.Relative(address, playbook.SearchAddress),
		Nav:         s.navigation(address),
		Footer:      s.footer(address),

		License:     s.Settings.License,
		Stylesheets: relativeAll(address, s.Stylesheets),
		Scripts:     relativeAll(address, s.Scripts),
		SearchIndex: playbook.Relative(address, s.SearchIndex),
	}
	if s.Settings.BaseURL != "" {
		c.FeedHref = playbook.Relative(address, playbook.FeedAddress)
		c.Canonical = s.absolute(address)
	}
	if intro := s.intros[address]; intro != nil {
		c.Intro, c.IntroLang = s.body(intro, address), s.lang(intro)
		c.Translations = s.translations(intro)
		c.EditHref = s.editHref(intro)
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

func relativeAll(from string, addresses []string) []string {
	out := make([]string, len(addresses))
	for i, a := range addresses {
		out[i] = playbook.Relative(from, a)
	}
	return out
}

// navigation is what playbook.yaml says, or else the three kinds.
func (s *site) navigation(address string) []NavLink {
	items, lang := s.Settings.Navigation, s.Settings.Language
	if len(items) == 0 {
		lang = ""
		items = []playbook.NavItem{
			{Title: "Principles", To: playbook.KindPrinciple.Address()},
			{Title: "Examples", To: playbook.KindExample.Address()},
			{Title: "Stories", To: playbook.KindStory.Address()},
		}
	}
	var out []NavLink
	for _, item := range items {
		if strings.Contains(item.To, "://") {
			out = append(out, NavLink{Title: item.Title, Href: item.To, Lang: lang})
			continue
		}
		out = append(out, s.navLink(address, item.Title, item.To, lang))
	}
	return out
}

// navLink marks the link current on its own page and, for an index, on the pages below it.
func (s *site) navLink(address, title, to, lang string) NavLink {
	folder, isIndex := strings.CutSuffix(to, "/index.html")
	return NavLink{
		Title:   title,
		Href:    playbook.Relative(address, to),
		Current: address == to || isIndex && strings.HasPrefix(address, folder+"/"),
		Lang:    lang,
	}
}

// footer leads to the pages that are not ways in: reference, and about.
func (s *site) footer(address string) []NavLink {
	out := []NavLink{
		s.navLink(address, "A–Z", playbook.AZAddress, ""),
		s.navLink(address, "Tags", playbook.TagsAddress, ""),
		s.navLink(address, "Barriers", playbook.BarriersAddress, ""),
		s.navLink(address, "Attempts", playbook.AttemptsAddress, ""),
	}
	for _, e := range s.Published(playbook.KindPage) {
		if !e.IsIntro() {
			out = append(out, s.navLink(address, e.Title, e.Address(), s.lang(e)))
		}
	}
	return out
}

// editHref is where the source of e can be edited on the forge, or "".
func (s *site) editHref(e *playbook.Entry) string {
	r := s.Settings.Repository
	if r.URL == "" {
		return ""
	}
	pattern := r.Edit
	if pattern == "" {
		pattern = usualEdit(r.URL)
	}
	return strings.NewReplacer(
		"{url}", strings.TrimSuffix(r.URL, "/"),
		"{branch}", url.PathEscape(r.Branch),
		"{path}", (&url.URL{Path: e.File}).EscapedPath(),
	).Replace(pattern)
}

// usualEdit is the edit address of the forges people use; GitHub's form also serves Gitea.
func usualEdit(repository string) string {
	switch {
	case strings.Contains(repository, "gitlab"):
		return "{url}/-/edit/{branch}/{path}"
	case strings.Contains(repository, "bitbucket"):
		return "{url}/src/{branch}/{path}?mode=edit"
	case strings.Contains(repository, "gitea") || strings.Contains(repository, "codeberg"):
		return "{url}/_edit/{branch}/{path}"
	}
	return "{url}/edit/{branch}/{path}"
}
