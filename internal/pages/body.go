package pages

import (
	"html"
	"html/template"
	"net/url"
	"strings"

	"github.com/microleadership/playbook/internal/playbook"
)

// body joins the pieces of e's HTML, with every link as it reads from the page at address.
func (s *site) body(e *playbook.Entry, address string) template.HTML {
	var b strings.Builder
	body := &s.Text(e).Body
	for i, chunk := range body.Chunks {
		b.WriteString(chunk)
		if i < len(body.Links) {
			b.WriteString(s.slot(e, body.Links[i], address))
		}
	}
	text := b.String()
	if address == playbook.NotFoundAddress && s.Settings.BaseURL != "" { // with a base, # alone is the base's page
		text = strings.ReplaceAll(text, ` href="#`, ` href="`+address+"#")
	}
	return template.HTML(text) // the markdown package lets no raw HTML through
}

// slot is what stands in a link's place. A link that leads nowhere stays on the page,
// for builds that were told to go on in spite of errors.
func (s *site) slot(e *playbook.Entry, l playbook.Link, address string) string {
	t := s.ResolveLink(e, l)
	if l.Kind == playbook.LinkWikiLabel {
		return html.EscapeString(t.Title)
	}
	if t.Address == "" {
		return "#"
	}
	href := html.EscapeString(escape(playbook.Relative(address, t.Address)))
	if t.Term != nil {
		// The slot stands between the quotes of href="": the definition follows as
		// an attribute of the same element.
		href += `" class="term" data-definition="` + html.EscapeString(t.Term.Text)
	}
	return href
}

// escape makes an address with letters of any script safe in an href.
func escape(address string) string {
	path, fragment, found := strings.Cut(address, "#")
	out := (&url.URL{Path: path}).EscapedPath()
	if found {
		out += "#" + (&url.URL{Fragment: fragment}).EscapedFragment()
	}
	return out
}

// toc lists the headings of a body that are worth jumping to.
func toc(b *playbook.Body) []TOCItem {
	var out []TOCItem
	for _, h := range b.Headings {
		if h.Level <= 3 {
			out = append(out, TOCItem{h.Level, h.Text, "#" + h.ID})
		}
	}
	return out
}
