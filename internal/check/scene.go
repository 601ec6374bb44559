package check

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// facts is a playbook without its texts: what rules about more than one file may read.
// One that could read a text would have to run again whenever any of them changes.
type facts interface {
	Resolve(ref string) (*playbook.Entry, bool)
	ResolveKind(kind playbook.Kind, ref string) (*playbook.Entry, bool)
	ResolveName(name string) (*playbook.Entry, *playbook.Term)
	ResolveLink(from *playbook.Entry, l playbook.Link) playbook.Target
	Follow(e *playbook.Entry, link int) playbook.Target
	ByFile(file string) (*playbook.Entry, bool)
	Names(kinds ...playbook.Kind) []string
	Named(e *playbook.Entry) []*playbook.Entry
	Published(kinds ...playbook.Kind) []*playbook.Entry
	AssetAddress(file string) string
}

// scene is what all rules about facts look at, at the same time.
type scene struct {
	facts
	settings *playbook.Settings
	today    playbook.Date
	entries  []*playbook.Entry // in reading order
	order    []int             // their numbers by file, so that of two in conflict the later one in the alphabet is reported
	byFile   []*playbook.Entry // in that order
	assets   map[string]bool
	original map[*playbook.Entry]*playbook.Entry // of each translation
	shown    map[*playbook.Entry][]shownAsset    // filled before rules about the whole are run

	hints     *hints
	used      func() map[string]bool   // the assets that are published
	generated func() map[string]string // maps the addresses that no entry has a say in to what stands there
}

// shownAsset is a link of an entry's body that leads to an image or another file.
type shownAsset struct {
	link int // counted from 1
	file string
}

func newScene(p *playbook.Playbook) *scene {
	s := &scene{facts: p, settings: &p.Settings, today: p.Today, entries: p.Entries, assets: p.Assets, original: originals(p), shown: map[*playbook.Entry][]shownAsset{}, hints: &hints{}}
	s.order = make([]int, len(p.Entries))
	for i := range s.order {
		s.order[i] = i
	}
	slices.SortFunc(s.order, func(a, b int) int {
		return cmp.Or(strings.Compare(p.Entries[a].File, p.Entries[b].File), a-b)
	})
	for _, i := range s.order {
		s.byFile = append(s.byFile, p.Entries[i])
	}
	s.used = sync.OnceValue(s.usedAssets)
	s.generated = sync.OnceValue(s.generatedAddresses)
	return s
}

func originals(p *playbook.Playbook) map[*playbook.Entry]*playbook.Entry {
	out := map[*playbook.Entry]*playbook.Entry{}
	for _, e := range p.Entries {
		if e.TranslationOf == "" {
			continue
		}
		if to, ok := translated(p, e); ok {
			out[e] = to
		}
	}
	return out
}

// usedAssets is Playbook.UsedAssets, of links that have been followed already.
func (s *scene) usedAssets() map[string]bool {
	out := map[string]bool{}
	for e, shown := range s.shown {
		for _, a := range shown {
			if e.Derived.Published {
				out[a.file] = true
			}
		}
	}
	return out
}

func (s *scene) sortedAssets() []string { return slices.Sorted(maps.Keys(s.assets)) }

// checker is a scene before one rule, with what the rule has found.
type checker struct {
	*scene
	rule    diag.Rule
	found   []finding
	targets []playbook.Target // where the links of the entry lead, in their order
}

// field reports a mistake in a front matter value.
func (c *checker) field(e *playbook.Entry, path, value, text, hint string) {
	c.found = append(c.found, finding{c.rule, place{entry: e, path: path}, value, text, hint})
}

// link reports a mistake in a link of the body, counted from 1.
func (c *checker) link(e *playbook.Entry, number int, words, text, hint string) {
	c.found = append(c.found, finding{c.rule, place{entry: e, link: number}, words, text, hint})
}

// setting reports a mistake in a value of playbook.yaml.
func (c *checker) setting(path, value, text, hint string) {
	c.found = append(c.found, finding{c.rule, place{path: path}, value, text, hint})
}

// file reports a mistake in a file that is no entry, by its path in Playbook.Assets.
func (c *checker) file(file, text, hint string) {
	c.found = append(c.found, finding{c.rule, place{file: file}, "", text, hint})
}
