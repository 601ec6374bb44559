package feeds

import (
	"bytes"
	"encoding/xml"

	"github.com/microleadership/playbook/internal/playbook"
)

// appendSitemap is written by hand: it is the same few elements for every page, and reflection
// would take longer over them than all other feeds together.
func appendSitemap(to []byte, p *playbook.Playbook, pages []string) []byte {
	updated := map[string]string{}
	for _, e := range p.Published() {
		if e.Derived.Updated != "" {
			updated[e.PageAddress()] = string(e.Derived.Updated)
		}
	}
	b := bytes.NewBuffer(to)
	b.WriteString(xml.Header + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`)
	for _, a := range pages {
		b.WriteString("\n  <url>\n    <loc>")
		_ = xml.EscapeText(b, []byte(absolute(p, a)))
		b.WriteString("</loc>\n")
		if day := updated[a]; day != "" {
			b.WriteString("    <lastmod>")
			_ = xml.EscapeText(b, []byte(day))
			b.WriteString("</lastmod>\n")
		}
		b.WriteString("  </url>")
	}
	if len(pages) > 0 {
		b.WriteString("\n")
	}
	b.WriteString("</urlset>\n")
	return b.Bytes()
}
