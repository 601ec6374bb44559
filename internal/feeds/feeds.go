// Package feeds writes what machines read of a playbook: an Atom feed, a
// sitemap, robots.txt, llms.txt and entries.json, one construct a file.
//
// Feed and sitemap need absolute addresses, so they exist only when base_url is
// set; the others always. All are functions of the playbook alone: no clock, no order of files.
package feeds

import "github.com/microleadership/playbook/internal/playbook"

// File is one of them with its address.
type File struct {
	Address string
	Append  func(to []byte) ([]byte, error) // writes it behind what there is
}

// Plan lists the files that p gets. pages are the addresses that belong in a sitemap.
func Plan(p *playbook.Playbook, pages []string) []File {
	out := []File{
		{playbook.RobotsAddress, func(to []byte) ([]byte, error) { return append(to, robots(p)...), nil }},
		{playbook.LLMsAddress, func(to []byte) ([]byte, error) { return appendLLMs(to, p), nil }},
		{playbook.EntriesAddress, func(to []byte) ([]byte, error) { return appendEntries(to, p), nil }},
	}
	if p.Settings.BaseURL != "" {
		out = append(out,
			File{playbook.FeedAddress, func(to []byte) ([]byte, error) { return appendAtom(to, p) }},
			File{playbook.SitemapAddress, func(to []byte) ([]byte, error) { return appendSitemap(to, p, pages), nil }},
		)
	}
	return out
}

// published lists the principles, examples and stories that readers can see.
func published(p *playbook.Playbook) []*playbook.Entry {
	return p.Published(playbook.KindPrinciple, playbook.KindExample, playbook.KindStory)
}

// absolute is the full address of a page, the home page without its file name.
func absolute(p *playbook.Playbook, address string) string {
	if address == playbook.HomeAddress {
		address = ""
	}
	return p.Settings.BaseURL + address
}
