package playbook

// UsedAssets are the assets that a published entry shows or links to. Only these are
// published: a picture of a story that waits for review stays where it is.
func (p *Playbook) UsedAssets() map[string]bool {
	out := map[string]bool{}
	for _, e := range p.Published() {
		for i, l := range e.Outline.Links {
			if e.Outline.Files[i] != "" || l.Target == "" {
				continue
			}
			if a := p.ResolveLink(e, l).Asset; a != "" {
				out[a] = true
			}
		}
	}
	return out
}
