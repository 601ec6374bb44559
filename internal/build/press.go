package build

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/microleadership/playbook/internal/output"
	"github.com/microleadership/playbook/internal/pages"
	"github.com/microleadership/playbook/internal/playbook"
)

// press makes pages, and remembers of each all that it was made from. A page is made
// again only when something that it shows has changed, or when its bytes are asked for and
// nobody has them.
type press struct {
	rendered func(address, reason string)

	mu    sync.Mutex
	sheet map[string]*sheet // by address
}

// sheet is a page that was made.
type sheet struct {
	layout string // version of the layout
	view   viewprint
	site   print    // of the last site in which it was known to be right
	texts  []saying // those it shows

	sum   output.Sum // of its bytes
	bytes []byte     // nil unless they are looked at again and again
	err   error
}

// saying is what a file said.
type saying struct {
	File    string
	Version playbook.Version
}

func newPress(rendered func(address, reason string)) *press {
	return &press{rendered: rendered, sheet: map[string]*sheet{}}
}

// forget drops the pages that a plan has no longer.
func (p *press) forget(plan *plan) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for address := range p.sheet {
		if !plan.has(address) {
			delete(p.sheet, address)
		}
	}
}

func (p *press) get(address string) *sheet {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.sheet[address]
}

func (p *press) put(address string, s *sheet) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.sheet[address] = s
}

// page is the page as s shows it, for who will look at it again: its bytes are kept.
func (p *press) page(s *Site, page pages.Page) ([]byte, error) {
	j := p.job(s, page)
	if known := j.known(); known != nil && (known.bytes != nil || known.err != nil) {
		return known.bytes, known.err
	}
	return j.print(true)
}

// job is the making of one page.
type job struct {
	press  *press
	site   *Site
	page   pages.Page
	before *sheet
	now    *sheet
	view   pages.View
}

func (p *press) job(s *Site, page pages.Page) *job {
	return &job{press: p, site: s, page: page, before: p.get(page.Address)}
}

// known is the page as it was made before, if it would come out the same; nil if not.
// First what it was made from is compared as a whole, then what it shows.
func (j *job) known() *sheet {
	layout := j.site.theme.Version(j.page.Layout)
	if b := j.before; b != nil && b.layout == layout && b.site == j.site.print && b.says(j.site) {
		return b
	}
	j.look(layout)
	if b := j.before; b != nil && b.layout == layout && slices.Equal(b.view.sums, j.now.view.sums) {
		j.now.sum, j.now.bytes, j.now.err = b.sum, b.bytes, b.err
		j.view = pages.View{} // its page is there, most likely
		j.press.put(j.page.Address, j.now)
		return j.now
	}
	return nil
}

func (j *job) look(layout string) {
	j.view = j.site.book.View(j.page)
	j.now = &sheet{layout: layout, view: printOf(j.view.Data), site: j.site.print, texts: texts(j.site, j.view)}
}

// print makes the page, whatever is known of it.
func (j *job) print(keep bool) ([]byte, error) {
	if j.now == nil || j.view.Data == nil {
		j.look(j.site.theme.Version(j.page.Layout))
	}
	j.press.rendered(j.page.Address, j.reason())
	b, err := render(j.site, j.page, j.view)
	j.view = pages.View{} // a job may lie about long after its page is gone
	now := *j.now         // what others may have got already stays as it is
	now.err = err
	if err == nil {
		now.sum = output.SumOf(b)
	}
	if keep {
		now.bytes = b
	}
	j.press.put(j.page.Address, &now)
	return b, err
}

// says whether the texts that a page shows are still those of s.
func (sh *sheet) says(s *Site) bool {
	p := s.index.playbook
	return !slices.ContainsFunc(sh.texts, func(t saying) bool {
		e, ok := p.ByFile(t.File)
		return !ok || p.Version(e) != t.Version
	})
}

func texts(s *Site, v pages.View) []saying {
	out := make([]saying, len(v.Texts))
	for i, e := range v.Texts {
		out[i] = saying{e.File, s.index.playbook.Version(e)}
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
func (j *job) reason() string {
	switch {
	case j.before == nil:
		return notYet
	case j.before.layout != j.now.layout:
		return "its layout “" + j.page.Layout + "” has changed"
	case slices.Equal(j.before.view.sums, j.now.view.sums):
		return "it is not there any more"
	}
	return "it shows something else: " + strings.Join(j.now.view.differs(j.before.view), ", ")
}
