package pages

import (
	"sync"

	"github.com/microleadership/playbook/internal/playbook"
)

// common is what many pages show alike, found out once. It comes from facts only: a book
// keeps it when it is reworded.
type common struct {
	intros     map[string]*playbook.Entry // by the address of the page they introduce
	plain      []*playbook.Entry          // the pages that are pages of their own
	versions   map[*playbook.Entry][]*playbook.Entry
	languages  map[string]string // what those who read them call the languages of versions
	tagged     []tagged
	tagAddress map[string]below // of tags as they are written; none for those without a letter
	topics     map[string]*topic
	filterable []*topic // those that lists can be filtered by, in their order
	editing    editing

	facets func() [][]FacetValue // by the number of their entry; made for the first card
}

func newCommon(p *playbook.Playbook) *common {
	published, all := p.Published(), len(p.Entries) // not the playbook, which would keep its texts
	c := &common{
		intros:  map[string]*playbook.Entry{},
		editing: newEditing(p.Settings.Repository),
		facets:  sync.OnceValue(func() [][]FacetValue { return facetsOf(published, all) }),
	}
	for _, e := range p.Published(playbook.KindPage) {
		if e.IsIntro() {
			c.intros[e.PageAddress()] = e
		} else {
			c.plain = append(c.plain, e)
		}
	}
	c.versions = versions(p)
	c.languages = languages(p, c.versions)
	c.tagged, c.tagAddress = tags(published)
	c.topics, c.filterable = newTopics(p)
	return c
}

func facetsOf(published []*playbook.Entry, all int) [][]FacetValue {
	out := make([][]FacetValue, all)
	for _, e := range published {
		out[e.Number()] = Facets(e)
	}
	return out
}
