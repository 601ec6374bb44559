package build

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/microleadership/playbook/internal/pages"
	"github.com/microleadership/playbook/internal/playbook"
)

// press makes pages, and remembers each with all that it was made from. A page is made
// again only when something that it shows has changed.
type press struct {
	rendered func(address, reason string)

	mu    sync.Mutex
	sheet map[string]*sheet // by address; nil remembers nothing
}

// sheet is a page that was made.
type sheet struct {
	bytes []byte
	err   error

	layout string // version of the layout
	view   viewprint
	site   int              // the number of the site in which it was last known to be right
	texts  []*playbook.Text // those it shows
}

func newPress(remembers bool, rendered func(address, reason string)) *press {
	p := &press{rendered: rendered}
	if remembers {
		p.sheet = map[string]*sheet{}
	}
	return p
}

// forget drops the pages that a plan has no longer.
func (p *press) forget(plan *plan) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for address := range p.sheet {
		if _, ok := plan.pages[address]; !ok {
			delete(p.sheet, address)
		}
	}
}

// page is the page as s shows it.
func (p *press) page(s *Site, page pages.Page) ([]byte, error) {
	if p.sheet == nil {
		p.rendered(page.Address, notYet)
		return render(s, page, s.book.View(page))
	}
	p.mu.Lock()
	before := p.sheet[page.Address]
	p.mu.Unlock()
	layout := s.theme.Version(page.Layout)
	if before != nil && before.layout == layout && before.site == s.number && before.says(s) {
		return before.bytes, before.err
	}
	view := s.book.View(page)
	now := &sheet{layout: layout, view: printOf(view.Data), site: s.number, texts: texts(s, view)}
	if before != nil && before.layout == layout && slices.Equal(before.view.sums, now.view.sums) {
		now.bytes, now.err = before.bytes, before.err
	} else {
		p.rendered(page.Address, reason(before, now, page))
		now.bytes, now.err = render(s, page, view)
	}
	p.mu.Lock()
	p.sheet[page.Address] = now
	p.mu.Unlock()
	return now.bytes, now.err
}

// says whether the texts that a page shows are still those of s.
func (sh *sheet) says(s *Site) bool {
	return !slices.ContainsFunc(sh.texts, func(t *playbook.Text) bool {
		e, ok := s.index.playbook.ByFile(t.File)
		return !ok || s.index.playbook.Text(e) != t
	})
}

func texts(s *Site, v pages.View) []*playbook.Text {
	out := make([]*playbook.Text, len(v.Texts))
	for i, e := range v.Texts {
		out[i] = s.index.playbook.Text(e)
	}
	return out
}

func render(s *Site, page pages.Page, v pages.View) ([]byte, error) {
	var b bytes.Buffer
	if err := s.theme.Render(&b, page.Layout, v.Data); err != nil {
		return nil, fmt.Errorf("%s: %w", page.Address, err)
	}
	return b.Bytes(), nil
}

const notYet = "it has not been made yet"

// reason says why a page is made, in a few words for its author.
func reason(before, now *sheet, page pages.Page) string {
	switch {
	case before == nil:
		return notYet
	case before.layout != now.layout:
		return "its layout “" + page.Layout + "” has changed"
	}
	return "it shows something else: " + strings.Join(now.view.differs(before.view), ", ")
}
