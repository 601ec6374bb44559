package playbook

import (
	"slices"
	"strings"
	"sync"
)

// index finds entries by what authors write. An id that two kinds share resolves
// to neither: the author says which, as principles/listen.
type index struct {
	byID   naming
	byName func() naming     // folded title or alias; made when a wiki link says neither id nor place
	byFile map[string]*Entry // those whose file is not named as their kind and id want it
	term   map[string]*Term  // folded name of a glossary term
}

func newIndex(p *Playbook) *index {
	ix := &index{byID: newNaming(len(p.Entries)), byFile: map[string]*Entry{}, term: map[string]*Term{}}
	for _, e := range p.Entries {
		ix.byID.add(e.ID, e)
	}
	for _, e := range p.Entries {
		if there, ok := ix.atPlace(placeOf(e.File)); !ok || there != e {
			ix.byFile[e.File] = e
		}
	}
	entries := p.Entries // not the playbook, which would keep its texts
	ix.byName = sync.OnceValue(func() naming { return byName(entries) })
	for i := range p.Terms {
		ix.term[fold(p.Terms[i].Name)] = &p.Terms[i]
	}
	return ix
}

func byName(entries []*Entry) naming {
	out := newNaming(len(entries))
	for _, e := range entries {
		out.add(fold(e.Title), e)
		for _, alias := range e.Aliases {
			out.add(fold(alias), e)
		}
	}
	return out
}

// placeOf is what a reference says of a file: kind folder and id.
func placeOf(file string) string {
	return strings.TrimSuffix(strings.TrimPrefix(file, "content/"), ".md")
}

// atPlace finds an entry by kind folder and id: principles/lead-by-example.
func (ix *index) atPlace(place string) (*Entry, bool) {
	folder, id, deeper := strings.Cut(place, "/")
	kind, ok := KindOfDir(folder)
	if !ok || !deeper {
		return nil, false
	}
	return ix.byID.ofKind(kind, id)
}

// Resolve finds the entry that a reference in front matter means: an id that
// only one entry has, or kind folder and id, with or without .md.
func (p *Playbook) Resolve(ref string) (*Entry, bool) {
	ref = placeOf(ref)
	if e, ok := p.index.atPlace(ref); ok {
		return e, true
	}
	return p.index.byID.only(ref)
}

// ResolveKind is Resolve for a field that means entries of one kind only.
func (p *Playbook) ResolveKind(kind Kind, ref string) (*Entry, bool) {
	ref = placeOf(ref)
	if id, ok := strings.CutPrefix(ref, kind.Dir()); ok && strings.HasPrefix(id, "/") {
		ref = id[1:]
	}
	return p.index.byID.ofKind(kind, ref)
}

// ResolveName finds what a wiki link means: an entry by id, title or alias, or
// else a term of the glossary. At most one of the two is set.
func (p *Playbook) ResolveName(name string) (*Entry, *Term) {
	if e, ok := p.Resolve(name); ok {
		return e, nil
	}
	name = fold(name)
	if e, ok := p.index.byName().only(name); ok {
		return e, nil
	}
	return nil, p.index.term[name]
}

// sharing lists the entries, by folder and id, that a name could mean.
func (p *Playbook) sharing(name string) []string {
	list := p.index.byID.all(name)
	if len(list) == 0 {
		list = p.index.byName().all(fold(name))
	}
	var out []string
	for _, e := range list {
		out = append(out, e.Kind.Dir()+"/"+e.ID)
	}
	return out
}

// ByFile finds an entry by its file, relative to the root of the playbook.
func (p *Playbook) ByFile(file string) (*Entry, bool) {
	if e, ok := p.index.atPlace(placeOf(file)); ok && e.File == file {
		return e, true
	}
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

// Term finds a term of the glossary by name.
func (p *Playbook) Term(name string) *Term { return p.index.term[fold(name)] }
