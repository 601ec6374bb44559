package news

import "cmp"

// pair is one entry, before and after.
type pair struct{ before, after *Entry }

// matching says which entries of two snapshots are the same. An entry is known by its
// address; at a new one it is the same when the old one leads there.
type matching struct {
	pairs            []pair
	created, removed []*Entry
	at               map[string]*Entry // what stands at an address after
	leads            map[string]string // redirects after
	moved            map[string]string // new addresses by old ones
}

func match(before, after *Snapshot) *matching {
	m := &matching{at: map[string]*Entry{}, leads: map[string]string{}, moved: map[string]string{}}
	had := map[string]bool{}
	for i := range before.Entries {
		had[before.Entries[i].Address] = true
	}
	for i := range after.Entries {
		e := &after.Entries[i]
		m.at[e.Address] = e
	}
	for i := range after.Entries {
		e := &after.Entries[i]
		for _, from := range e.Redirects {
			if m.at[from] == nil && m.leads[from] == "" {
				m.leads[from] = e.Address
			}
		}
	}
	was := map[*Entry]*Entry{} // what a new address was before
	for i := range before.Entries {
		e := &before.Entries[i]
		to := m.at[m.leads[e.Address]]
		if m.at[e.Address] == nil && to != nil && !had[to.Address] && (was[to] == nil || likelier(e, was[to], to)) {
			was[to] = e
		}
	}
	for to, e := range was {
		m.moved[e.Address] = to.Address
	}
	m.sort(before, after, was)
	return m
}

// likelier says whether a rather than b is what became of to, where both lead there: one
// of two that were merged.
func likelier(a, b, to *Entry) bool {
	same := func(x, y bool) int {
		switch {
		case x == y:
			return 0
		case x:
			return -1
		}
		return 1
	}
	return cmp.Or(same(a.Kind == to.Kind, b.Kind == to.Kind), same(a.Title == to.Title, b.Title == to.Title), cmp.Compare(a.Address, b.Address)) < 0
}

// sort puts each entry where it belongs, by address.
func (m *matching) sort(before, after *Snapshot, was map[*Entry]*Entry) {
	then := map[string]*Entry{}
	for i := range before.Entries {
		e := &before.Entries[i]
		then[e.Address] = e
		if m.at[e.Address] == nil && m.moved[e.Address] == "" {
			m.removed = append(m.removed, e)
		}
	}
	for i := range after.Entries {
		switch e := &after.Entries[i]; {
		case then[e.Address] != nil:
			m.pairs = append(m.pairs, pair{then[e.Address], e})
		case was[e] != nil:
			m.pairs = append(m.pairs, pair{was[e], e})
		default:
			m.created = append(m.created, e)
		}
	}
}

// now is where what stood at an address stands after.
func (m *matching) now(address string) string {
	if to := m.moved[address]; to != "" {
		return to
	}
	return address
}

// lookalike is the address of the one new entry that has the kind and the title of one that
// is gone: somebody moved it and forgot the redirect.
func (m *matching) lookalike(gone *Entry) string {
	var found string
	for _, e := range m.created {
		if e.Kind == gone.Kind && e.Title == gone.Title {
			if found != "" {
				return ""
			}
			found = e.Address
		}
	}
	return found
}
