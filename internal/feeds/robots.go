package feeds

import "github.com/microleadership/playbook/internal/playbook"

func robots(p *playbook.Playbook) string {
	text := "User-agent: *\nAllow: /\n"
	if p.Settings.BaseURL != "" {
		text += "\nSitemap: " + absolute(p, playbook.SitemapAddress) + "\n"
	}
	return text
}
