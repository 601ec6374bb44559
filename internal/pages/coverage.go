package pages

import "github.com/microleadership/playbook/internal/playbook"

func (s *site) coverage(Page) any {
	v := CoverageView{Chrome: s.chrome(playbook.CoverageAddress, "What is missing", "What the playbook has for whom, and where a story would help most.")}
	v.Layout = "coverage"
	return v
}

// CoverageView is coverage.html.
type CoverageView struct {
	Chrome
}
