package pages

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/microleadership/playbook/internal/playbook"
)

// versions groups the published entries that are translations of one another, each
// group under each of its entries, the original first. Few playbooks have any.
func versions(p *playbook.Playbook) map[*playbook.Entry][]*playbook.Entry {
	groups := map[*playbook.Entry][]*playbook.Entry{}
	for _, e := range p.Published() {
		if o := original(p, e); o != e {
			groups[o] = nil
		}
	}
	if len(groups) == 0 {
		return nil
	}
	for _, e := range p.Published() {
		o := original(p, e)
		if group, ok := groups[o]; ok {
			groups[o] = append(group, e)
		}
	}
	out := map[*playbook.Entry][]*playbook.Entry{}
	for o, group := range groups {
		if len(group) < 2 {
			continue
		}
		slices.SortStableFunc(group, func(a, b *playbook.Entry) int {
			return cmp.Or(first(a == o, b == o), strings.Compare(a.Lang, b.Lang))
		})
		for _, e := range group {
			out[e] = group
		}
	}
	return out
}

// first puts the one that is before the one that is not.
func first(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// original is what e was translated from, through translations of translations; e
// itself when it is no translation, or when they run in a circle.
func original(p *playbook.Playbook, e *playbook.Entry) *playbook.Entry {
	o := e
	for seen := []*playbook.Entry{}; o.TranslationOf != ""; seen = append(seen, o) {
		next, ok := p.ResolveKind(o.Kind, o.TranslationOf)
		if !ok {
			return o
		}
		if slices.Contains(seen, next) || next == e {
			return e
		}
		o = next
	}
	return o
}

// translations lead from e's page to its other versions.
func (s *site) translations(e *playbook.Entry) []Translation {
	here := e.PageAddress()
	var out []Translation
	for _, v := range s.versions[e] {
		if v == e {
			continue
		}
		to := v.PageAddress()
		out = append(out, Translation{s.lang(v), s.languages[s.lang(v)], playbook.Relative(here, to), s.absolute(to)})
	}
	return out
}

// languages names the languages of versions.
func languages(p *playbook.Playbook, versions map[*playbook.Entry][]*playbook.Entry) map[string]string {
	out := map[string]string{}
	for e := range versions {
		tag := lang(p.Settings, e)
		if _, known := out[tag]; !known {
			out[tag] = languageName(tag)
		}
	}
	return out
}

// languageName is what those who read a language call it.
func languageName(tag string) string {
	name := display.Self.Name(language.Make(tag))
	if name == "" {
		return tag
	}
	return name
}
