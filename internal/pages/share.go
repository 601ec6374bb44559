package pages

import "github.com/microleadership/playbook/internal/playbook"

func (s *site) share(Page) any {
	v := ShareView{Chrome: s.chrome(playbook.ShareAddress, "Share a story", "Tell what you tried, in three minutes. Nothing is sent by itself.")}
	v.Layout = "share"
	return v
}

// ShareView is share.html.
type ShareView struct {
	Chrome
}
