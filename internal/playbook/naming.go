package playbook

// naming finds entries by a name. Nearly every name is that of one entry, which therefore
// stands without a list around it.
type naming struct {
	first map[string]*Entry
	more  map[string][]*Entry // all that have a name which several have, in reading order
}

func newNaming(size int) naming {
	return naming{first: make(map[string]*Entry, size), more: map[string][]*Entry{}}
}

// add comes with entries in reading order, once or more with each.
func (n naming) add(name string, e *Entry) {
	first, taken := n.first[name]
	if !taken {
		n.first[name] = e
		return
	}
	all := n.more[name]
	if len(all) == 0 {
		all = []*Entry{first}
	}
	if all[len(all)-1] == e {
		return
	}
	n.more[name] = append(all, e)
}

// all returns the entries of a name.
func (n naming) all(name string) []*Entry {
	if all, ok := n.more[name]; ok {
		return all
	}
	if e, ok := n.first[name]; ok {
		return []*Entry{e}
	}
	return nil
}

// only returns the entry of a name that no other has.
func (n naming) only(name string) (*Entry, bool) {
	if _, several := n.more[name]; several {
		return nil, false
	}
	e, ok := n.first[name]
	return e, ok
}

// ofKind returns the entry of a kind that has a name, the last if there are several.
func (n naming) ofKind(kind Kind, name string) (*Entry, bool) {
	all := n.more[name]
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].Kind == kind {
			return all[i], true
		}
	}
	if e, ok := n.first[name]; ok && len(all) == 0 && e.Kind == kind {
		return e, true
	}
	return nil, false
}
