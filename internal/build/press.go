package build

import (
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
	watching bool // what pages show is remembered too

	mu    sync.Mutex
	sheet map[string]*sheet // by address
	count int               // of pages made
}

// sheet is a page that was made.
type sheet struct {
	layout string    // version of the layout
	site   siteprint // of the last site in which it was known to be right
	texts  []saying  // those it shows

	sum   output.Sum // of its bytes, when they were written somewhere
	bytes []byte     // nil unless they are looked at again and again
	view  viewprint  // and then, what they show
	err   error
}

// saying is what a file said.
type saying struct {
	File    string
	Version playbook.Version
}

func newPress(watching bool, rendered func(address, reason string)) *press {
	return &press{rendered: rendered, watching: watching, sheet: map[string]*sheet{}}
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
	p.count++
}

// drop forgets a page.
func (p *press) drop(address string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.sheet, address)
}

// made is how many sheets have been put there since the press was made or loaded.
func (p *press) made() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.count
}

// known is the page as it was made last, if it would come out the same; nil if not. First all
// that it was made from is compared as a whole. Then, for who watches, what it shows: that
// has to be looked at, which costs as much as making the page, but tells what has changed.
func (p *press) known(s *Site, page pages.Page) *sheet {
	before := p.get(page.Address)
	if before == nil || before.layout != s.theme.Version(page.Layout) {
		return nil
	}
	if before.site == s.print && before.says(s) {
		return before
	}
	if !p.watching || before.view.sums == nil {
		return nil
	}
	view := s.book.View(page)
	now := p.fresh(s, page, view)
	if !slices.Equal(before.view.sums, now.view.sums) {
		return nil
	}
	now.sum, now.bytes, now.err = before.sum, before.bytes, before.err
	p.put(page.Address, now)
	return now
}

// page is the page as s shows it, for who will look at it again: its bytes are kept.
func (p *press) page(s *Site, page pages.Page) ([]byte, error) {
	if known := p.known(s, page); known != nil && (known.bytes != nil || known.err != nil) {
		return known.bytes, known.err
	}
	now, b, err := p.print(nil, s, page)
	if now.bytes = b; s.guard != nil {
		now.sum = output.Sum{} // nobody has searched it: who publishes it makes it again
	}
	p.put(page.Address, now)
	return b, err
}

// print makes a page, and says what of. Its caller puts that where it is found.
func (p *press) print(to []byte, s *Site, page pages.Page) (*sheet, []byte, error) {
	view := s.book.View(page)
	now := p.fresh(s, page, view)
	p.rendered(page.Address, reason(p.get(page.Address), now, page))
	b, err := s.theme.AppendPage(to, page.Layout, view.Data)
	if now.err = err; err == nil {
		now.sum = output.SumOf(b[len(to):])
	}
	return now, b, err
}

func (p *press) fresh(s *Site, page pages.Page, view pages.View) *sheet {
	now := &sheet{layout: s.theme.Version(page.Layout), site: s.print, texts: texts(s, view)}
	if p.watching {
		now.view = printOf(view.Data)
	}
	return now
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

const notYet = "it has not been made yet"

// reason says why a page is made, in a few words for its author.
func reason(before, now *sheet, page pages.Page) string {
	switch {
	case before == nil:
		return notYet
	case before.layout != now.layout:
		return "its layout “" + page.Layout + "” has changed"
	case before.site == now.site && slices.Equal(before.texts, now.texts):
		return "it is not there any more"
	case before.view.sums != nil && now.view.sums != nil:
		return "it shows something else: " + strings.Join(now.view.differs(before.view), ", ")
	case before.site == now.site:
		return "a text that it shows has changed"
	}
	return "what it is made from has changed"
}
