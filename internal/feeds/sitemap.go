package feeds

import (
	"encoding/xml"

	"github.com/microleadership/playbook/internal/playbook"
)

type urlset struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	URLs    []sitemapURL `xml:"url"`
}

type sitemapURL struct {
	Loc     string `xml:"loc"`
	LastMod string `xml:"lastmod,omitempty"`
}

func sitemap(p *playbook.Playbook, pages []string) ([]byte, error) {
	updated := map[string]string{}
	for _, e := range p.Published() {
		updated[e.PageAddress()] = string(e.Derived.Updated)
	}
	var set urlset
	for _, a := range pages {
		set.URLs = append(set.URLs, sitemapURL{absolute(p, a), updated[a]})
	}
	text, err := xml.MarshalIndent(set, "", "  ")
	return append([]byte(xml.Header), append(text, '\n')...), err
}
