package playbook

import (
	"cmp"
	"iter"
	"slices"
	"strings"
)

// Assemble derives everything that follows from the entries together. It never
// fails: a reference that leads nowhere is left out here and reported by the
// checker, which sees the same playbook.
func Assemble(in Input) *Playbook {
	p := &Playbook{
		Settings: in.Settings,
		Entries:  slices.Clone(in.Entries),
		Assets:   in.Assets,
		Today:    in.Selection.Today,
		facts:    new(facts),
	}
	sortForReading(p.Entries)
	p.texts = make([]told, len(p.Entries))
	for i, e := range p.Entries {
		e.Derived = Derived{Published: in.Selection.includes(e)}
		e.number, p.texts[i] = i, e.told
		e.address = "../" + e.standsAt()
	}
	p.Terms = glossary(p.Entries)
	p.index = newIndex(p)
	for _, e := range p.Entries {
		if e.Derived.Published {
			p.published = append(p.published, e)
		}
	}

	for _, e := range p.published {
		e.Derived.Lens = p.lens(e)
		e.Derived.Related = p.followRelated(e)
		p.addToPrinciplesAndExamples(e)
		in.History[e.File].applyTo(e, in.Settings.Contributors)
	}
	p.linkBack()
	p.merge()
	p.rename()
	for _, e := range p.published {
		if e.Principle != nil || e.Example != nil {
			e.Derived.Evidence = weigh(&e.Derived)
			e.Derived.Maturity = e.Derived.Evidence.Maturity()
		}
	}
	return p
}

// rank is what decides where an entry stands in the reading order, worked out once.
type rank struct {
	kind, order int
	title       string
	entry       *Entry
}

// sortForReading sorts by kind, then an entry's order (0 last), then title. The
// file decides between equals, so that no two entries ever swap places.
func sortForReading(entries []*Entry) {
	ranks := make([]rank, len(entries))
	for i, e := range entries {
		ranks[i] = rank{e.Kind.rank(), e.order(), fold(e.Title), e}
	}
	slices.SortFunc(ranks, func(a, b rank) int {
		if c := cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.order, b.order)); c != 0 {
			return c
		}
		return cmp.Or(strings.Compare(a.title, b.title), strings.Compare(a.entry.File, b.entry.File))
	})
	for i, r := range ranks {
		entries[i] = r.entry
	}
}

func (e *Entry) order() int {
	if e.Principle == nil || e.Principle.Order == 0 {
		return int(^uint(0) >> 1)
	}
	return e.Principle.Order
}

// lens is the entry's own, or else that of the first principle that has one.
func (p *Playbook) lens(e *Entry) Lens {
	if e.Lens != "" {
		return e.Lens
	}
	for _, ref := range e.Principles() {
		if to, ok := p.ResolveKind(KindPrinciple, ref); ok && to.Lens != "" {
			return to.Lens
		}
	}
	return ""
}

func (p *Playbook) followRelated(e *Entry) []RelatedEntry {
	var out []RelatedEntry
	for _, r := range e.Related {
		if to, ok := p.Resolve(r.To); ok && to.Derived.Published && to != e {
			out = append(out, RelatedEntry{r.Rel, to})
		}
	}
	return out
}

// addToPrinciplesAndExamples enters e in the lists of what it names. Entries come in
// reading order, so the lists do too.
func (p *Playbook) addToPrinciplesAndExamples(e *Entry) {
	for _, to := range p.Named(e) {
		d := &to.Derived
		switch {
		case e.Example != nil:
			d.Examples = append(d.Examples, e)
		case e.Story.somebodyFollowed():
			d.Stories = append(d.Stories, e)
		default:
			d.Attempts = append(d.Attempts, e)
		}
	}
}

// Named returns the published principles and examples that e names, each once.
func (p *Playbook) Named(e *Entry) []*Entry {
	var out []*Entry
	for to := range p.named(e) {
		if !slices.Contains(out, to) {
			out = append(out, to)
		}
	}
	return out
}

// named are the published principles and examples that e names, as often as it does.
func (p *Playbook) named(e *Entry) iter.Seq[*Entry] {
	return func(yield func(*Entry) bool) {
		for _, ref := range e.Principles() {
			if to, ok := p.ResolveKind(KindPrinciple, ref); ok && to.Derived.Published && !yield(to) {
				return
			}
		}
		if e.Story == nil {
			return
		}
		for _, ref := range e.Story.Examples {
			if to, ok := p.ResolveKind(KindExample, ref); ok && to.Derived.Published && !yield(to) {
				return
			}
		}
	}
}

func (s *Story) somebodyFollowed() bool {
	return s.Outcome == Followed || s.Outcome == PartlyFollowed
}

// applyTo sets what readers may learn from version control. A story's contributors
// stay unknown unless its teller is named: that is the promise of credit. Names that only
// version control knows are shown when the team has chosen to.
func (c Change) applyTo(e *Entry, contributors bool) {
	if e.Story != nil && e.Story.Credit != CreditNamed {
		return
	}
	if !c.Time.IsZero() {
		e.Derived.Updated = Date(c.Time.UTC().Format("2006-01-02"))
	}
	e.Derived.Authors = slices.Clone(e.Common.Authors)
	for _, a := range c.Authors {
		if contributors && !slices.Contains(e.Derived.Authors, a) {
			e.Derived.Authors = append(e.Derived.Authors, a)
		}
	}
}
