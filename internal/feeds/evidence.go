package feeds

import "github.com/microleadership/playbook/internal/playbook"

// coverage writes the figures of the map, and returns what it has of each principle.
func (w *jsonWriter) coverage(p *playbook.Playbook) map[*playbook.Entry]playbook.Covers {
	c := p.Coverage()
	w.open("coverage", '{')
	w.number("covered", c.Covered())
	w.number("cells", c.Cells())
	w.number("percent", c.Percent())
	w.close('}')
	return c.Covers()
}

// standing writes what an entry rests on and what leads to it.
func (w *jsonWriter) standing(p *playbook.Playbook, e *playbook.Entry, covers map[*playbook.Entry]playbook.Covers, linked []int) {
	w.addressesIf("names", p.Named(e))
	if v := e.Derived.Evidence; v != (playbook.Evidence{}) {
		w.open("evidence", '{')
		w.numberIf("examples", v.Examples)
		w.numberIf("illustrative", v.Illustrative)
		w.numberIf("partly", v.Partly)
		w.numberIf("followed", v.Followed)
		w.numberIf("teams", v.Teams)
		w.close('}')
	}
	w.addressesIf("attested_by", e.AttestedBy())
	if e.IsAttempt() {
		w.truth("attempt")
	}
	if c := covers[e]; len(c.Toward)+len(c.Styles) > 0 {
		w.open("covers", '{')
		w.listIf("toward", c.Toward)
		w.listIf("style", c.Styles)
		w.close('}')
	}
	w.numberIf("linked", linked[e.Number()])
	w.around(p, e)
}

// around writes what belongs to the address of an entry or a page.
func (w *jsonWriter) around(p *playbook.Playbook, e *playbook.Entry) {
	w.numberIf("broken_links", len(p.BrokenLinks(e)))
	w.listIf("redirect_from", e.Redirects())
}

func (w *jsonWriter) addressesIf(name string, list []*playbook.Entry) {
	if len(list) == 0 {
		return
	}
	w.open(name, '[')
	for _, e := range list {
		w.text("", e.Address())
	}
	w.close(']')
}
