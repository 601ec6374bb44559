package playbook

import (
	"slices"
	"strings"
)

// index finds entries by what authors write. An id that two kinds share resolves
// to neither: the author says which, as principles/listen.
type index struct {
	byPlace map[string]*Entry   // principles/lead-by-example
	byID    map[string][]*Entry // lead-by-example
	byName  map[string][]*Entry // folded title or alias
	byFile  map[string]*Entry   // content/principles/lead-by-example.md
	term    map[string]*Term    // folded name of a glossary term
}

func newIndex(p *Playbook) index {
	ix := index{
		byPlace: map[string]*Entry{},
		byID:    map[string][]*Entry{},
		byName:  map[string][]*Entry{},
		byFile:  map[string]*Entry{},
		term:    map[string]*Term{},
	}
	for _, e := range p.Entries {
		ix.byPlace[e.Kind.Dir()+"/"+e.ID] = e
		ix.byFile[e.File] = e
		ix.byID[e.ID] = append(ix.byID[e.ID], e)
		for _, name := range append([]string{e.Title}, e.Aliases...) {
			if key := fold(name); !slices.Contains(ix.byName[key], e) {
				ix.byName[key] = append(ix.byName[key], e)
			}
		}
	}
	for i := range p.Terms {
		ix.term[fold(p.Terms[i].Name)] = &p.Terms[i]
	}
	return ix
}

// Resolve finds the entry that a reference in front matter means: an id that
// only one entry has, or kind folder and id, with or without .md.
func (p *Playbook) Resolve(ref string) (*Entry, bool) {
	ref = strings.TrimSuffix(strings.TrimPrefix(ref, "content/"), ".md")
	if e, ok := p.index.byPlace[ref]; ok {
		return e, true
	}
	return only(p.index.byID[ref])
}

// ResolveKind is Resolve for a field that means entries of one kind only.
func (p *Playbook) ResolveKind(kind Kind, ref string) (*Entry, bool) {
	ref = strings.TrimSuffix(strings.TrimPrefix(ref, "content/"), ".md")
	e, ok := p.index.byPlace[kind.Dir()+"/"+strings.TrimPrefix(ref, kind.Dir()+"/")]
	return e, ok
}

// ResolveName finds what a wiki link means: an entry by id, title or alias, or
// else a term of the glossary. At most one of the two is set.
func (p *Playbook) ResolveName(name string) (*Entry, *Term) {
	if e, ok := p.Resolve(name); ok {
		return e, nil
	}
	if e, ok := only(p.index.byName[fold(name)]); ok {
		return e, nil
	}
	return nil, p.index.term[fold(name)]
}

// sharing lists the entries, by folder and id, that a name could mean.
func (p *Playbook) sharing(name string) []string {
	list := p.index.byID[name]
	if len(list) == 0 {
		list = p.index.byName[fold(name)]
	}
	var out []string
	for _, e := range list {
		out = append(out, e.Kind.Dir()+"/"+e.ID)
	}
	return out
}

// ByFile finds an entry by its file, relative to the root of the playbook.
func (p *Playbook) ByFile(file string) (*Entry, bool) {
	e, ok := p.index.byFile[file]
	return e, ok
}

// Names lists everything that a reference or wiki link can say, for suggestions.
func (p *Playbook) Names(kinds ...Kind) []string {
	var out []string
	for _, e := range p.Entries {
		if len(kinds) == 0 || slices.Contains(kinds, e.Kind) {
			out = append(out, e.ID)
		}
	}
	if len(kinds) > 0 {
		return out
	}
	for _, e := range p.Entries {
		out = append(append(out, e.Title), e.Aliases...)
	}
	for _, t := range p.Terms {
		out = append(out, t.Name)
	}
	return out
}

func only(list []*Entry) (*Entry, bool) {
	if len(list) == 1 {
		return list[0], true
	}
	return nil, false
}

// Term finds a term of the glossary by name.
func (p *Playbook) Term(name string) *Term { return p.index.term[fold(name)] }
