package pages

import (
	"slices"
	"strings"
	"sync"

	"github.com/microleadership/playbook/internal/playbook"
)

// frame is what all pages of a folder carry around their content, ready to be shared.
type frame struct {
	root, home, search, feed, searchIndex string
	nav, footer                           []NavLink // of their links only indexes can be current
	stylesheets, scripts                  []string
}

// frames are made when the first page of a folder asks. Of folders to which no link
// leads only the depth counts, so there are few frames however many folders there are.
type frames struct {
	links   links
	options Options
	feed    bool

	mu   sync.RWMutex
	made map[frameKey]*frame
}

// frameKey is the part of a folder that links can have in common with it, and how much
// deeper it is.
type frameKey struct {
	folder string
	deeper int
}

func newFrames(p *playbook.Playbook, c *common, o Options) *frames {
	return &frames{links: newLinks(p, c, o), options: o, feed: p.Settings.BaseURL != "", made: map[frameKey]*frame{}}
}

// of is the frame of the page at address.
func (f *frames) of(address string) *frame {
	key := f.links.key(address)
	f.mu.RLock()
	out := f.made[key]
	f.mu.RUnlock()
	if out != nil {
		return out
	}
	out = f.make(address)
	f.mu.Lock()
	defer f.mu.Unlock()
	f.made[key] = out
	return out
}

func (f *frames) make(address string) *frame {
	out := &frame{
		root:        strings.Repeat("../", strings.Count(address, "/")),
		home:        playbook.Relative(address, playbook.HomeAddress),
		search:      playbook.Relative(address, playbook.SearchAddress),
		searchIndex: playbook.Relative(address, f.options.SearchIndex),
		nav:         navLinks(address, f.links.nav),
		footer:      navLinks(address, f.links.footer),
		stylesheets: relativeAll(address, f.options.Stylesheets),
		scripts:     relativeAll(address, f.options.Scripts),
	}
	if f.feed {
		out.feed = playbook.Relative(address, playbook.FeedAddress)
	}
	return out
}

func relativeAll(from string, addresses []string) []string {
	out := make([]string, len(addresses))
	for i, a := range addresses {
		out[i] = playbook.Relative(from, a)
	}
	return out
}

// navLinks mark an index current on all pages of its folder. Any other link is current on
// one page alone, which takes a copy.
func navLinks(address string, targets []target) []NavLink {
	var out []NavLink
	for _, t := range targets {
		link := NavLink{Title: t.title, Href: t.to, Lang: t.lang}
		if !t.elsewhere() {
			folder, isIndex := strings.CutSuffix(t.to, "/index.html")
			link.Href = playbook.Relative(address, t.to)
			link.Current = isIndex && strings.HasPrefix(address, folder+"/")
		}
		out = append(out, link)
	}
	return out
}

// current returns the links with those marked that lead to the page at address itself.
func current(address string, shared []NavLink, targets []target) []NavLink {
	out := shared
	for i, t := range targets {
		if t.to == address && !out[i].Current {
			if &out[0] == &shared[0] {
				out = slices.Clone(shared)
			}
			out[i].Current = true
		}
	}
	return out
}
