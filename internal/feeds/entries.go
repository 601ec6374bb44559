package feeds

import "github.com/microleadership/playbook/internal/playbook"

// entries writes entries.json: every entry with its facts, for programs. An address is relative
// to the file, so that whoever fetched it can follow it wherever the site stands.
func entries(p *playbook.Playbook) []byte {
	list := published(p)
	w := jsonWriter{b: make([]byte, 0, 1024*(len(list)+1))}
	w.open("", '{')
	w.text("title", p.Settings.Title)
	w.open("entries", '[')
	for _, e := range list {
		w.open("", '{')
		w.entry(e)
		w.close('}')
	}
	w.close(']')
	w.close('}')
	return append(w.b, '\n')
}

func (w *jsonWriter) entry(e *playbook.Entry) {
	w.text("kind", string(e.Kind))
	w.text("id", e.ID)
	w.text("address", e.Address())
	w.text("title", e.Title)
	w.text("summary", e.Summary)
	w.textIf("lens", string(e.Derived.Lens))
	w.listIf("aliases", e.Aliases)
	w.listIf("tags", e.Derived.Tags)
	w.listIf("principles", e.Principles())
	if e.Situation != nil {
		w.open("situation", '{')
		w.situation(e)
		w.close('}')
	}
	switch {
	case e.Principle != nil:
		w.textIf("statement", e.Principle.Statement)
		w.textIf("practice", e.Principle.Practice)
	case e.Example != nil:
		w.textIf("act", e.Example.Act)
		w.textIf("phrase", e.Example.Phrase)
	case e.Story != nil:
		w.textIf("outcome", string(e.Story.Outcome))
		w.textIf("provenance", string(e.Story.Provenance))
	}
	w.textIf("maturity", e.Derived.Maturity.String())
	w.textIf("updated", string(e.Derived.Updated))
	if len(e.Derived.Related) > 0 {
		w.open("related", '[')
		for _, r := range e.Derived.Related {
			w.open("", '{')
			w.text("to", r.Entry.Address())
			w.text("rel", string(r.Rel))
			w.close('}')
		}
		w.close(']')
	}
}

func (w *jsonWriter) situation(e *playbook.Entry) {
	s := e.Situation
	w.text("way", string(s.Way))
	w.list("toward", e.Derived.Toward)
	w.text("action", string(s.Action))
	w.text("magnitude", string(s.Magnitude))
	w.textIf("receptivity", string(s.Receptivity))
	if len(s.Style) > 0 {
		w.open("style", '[')
		for _, style := range s.Style {
			w.text("", string(style))
		}
		w.close(']')
	}
	w.textIf("setting", e.Derived.Setting)
}
