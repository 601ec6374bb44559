package pages

import (
	"html"
	"html/template"
	"strings"

	"github.com/microleadership/playbook/internal/playbook"
)

// body joins the pieces of e's HTML, with every link as it reads from the page at address.
func (s *site) body(e *playbook.Entry, t *playbook.Text, address string) template.HTML {
	size := len(t.Body.Links) * len(`../principles/a-title-of-six-or-seven-words.html`)
	for _, chunk := range t.Body.Chunks {
		size += len(chunk)
	}
	var b strings.Builder
	b.Grow(size)
	for i, chunk := range t.Body.Chunks {
		b.WriteString(chunk)
		if i < len(t.Body.Links) {
			s.slot(&b, e, i, address)
		}
	}
	text := b.String()
	if address == playbook.NotFoundAddress && s.Settings.BaseURL != "" { // with a base, # alone is the base's page
		text = strings.ReplaceAll(text, ` href="#`, ` href="`+address+"#")
	}
	return template.HTML(text) // the markdown package lets no raw HTML through
}

// slot writes what stands in a link's place. A link that leads nowhere stays on the page,
// for builds that were told to go on in spite of errors.
func (s *site) slot(b *strings.Builder, e *playbook.Entry, number int, address string) {
	t := s.Follow(e, number)
	if e.Outline.Links[number].Kind == playbook.LinkWikiLabel {
		b.WriteString(html.EscapeString(t.Title))
		return
	}
	if t.Address == "" {
		b.WriteString("#")
		return
	}
	b.WriteString(html.EscapeString(escapeAddress(link(address, t))))
	if t.Term != nil {
		// The slot stands between the quotes of href="": the definition follows as
		// an attribute of the same element.
		b.WriteString(`" class="term" data-definition="`)
		b.WriteString(html.EscapeString(t.Term.Text))
	}
}

// link leads from the page at address.
func link(address string, to playbook.Target) string {
	if to.Entry != nil && to.Address == to.Entry.PageAddress() {
		return to.Entry.LinkFrom(address)
	}
	return playbook.Relative(address, to.Address)
}

// toc lists the headings of a body that are worth jumping to.
func toc(b *playbook.Body) []TOCItem {
	var out []TOCItem
	for _, h := range b.Headings {
		if h.Level > 3 {
			continue
		}
		if out == nil {
			out = make([]TOCItem, 0, len(b.Headings))
		}
		out = append(out, TOCItem{h.Level, h.Text, "#" + h.ID})
	}
	return out
}
