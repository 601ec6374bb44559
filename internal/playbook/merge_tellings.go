package playbook

// Original is the entry that e translates, over as many steps as there are; e itself if it
// translates none.
func (p *Playbook) Original(e *Entry) *Entry {
	for range 9 { // translations of translations are a mistake already, and so are circles
		if e.TranslationOf == "" {
			break
		}
		next, ok := p.ResolveKind(e.Kind, e.TranslationOf)
		if !ok {
			break
		}
		e = next
	}
	return e
}

// tellings are the originals of published entries that are told in several languages, by each
// of these: one person stands behind all of them.
func (p *Playbook) tellings() map[*Entry]*Entry {
	out := map[*Entry]*Entry{}
	for _, e := range p.published {
		if e.TranslationOf != "" {
			if of := p.Original(e); of != e {
				out[e], out[of] = of, of
			}
		}
	}
	return out
}
