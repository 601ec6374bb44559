package feeds

import (
	"slices"

	"github.com/microleadership/playbook/internal/playbook"
)

// appendEntries writes entries.json: every entry with its facts, for programs, of which the next
// build is one: it tells by them what has changed for readers. An address is relative to the
// file, so that whoever fetched it can follow it wherever the site stands.
//
//	title        of the playbook
//	coverage     how many of the cells of its map (coverage.html) have anything in them
//	entries      principles, examples and stories in reading order; what is empty is left out:
//	  kind, id, address, title, summary, lens, aliases, tags, …   as their authors typed them
//	  principles    the principles it names, as typed
//	  names         the addresses of the published principles and examples that it names
//	  maturity      idea, illustrated, attested or proven
//	  evidence      what that rests on: numbers of examples, illustrative stories, stories that
//	                were followed partly, followed, and the teams of these
//	  attested_by   the addresses of the stories that were followed
//	  attempt       true of a story that nobody followed, or of which nobody knows
//	  covers        where anything is told of a principle: toward whom, and in which style
//	  linked        how many other entries and pages lead to it
//	  broken_links  how many links of its text lead nowhere
//	  redirect_from the old addresses that lead to it
//	pages        the other pages that people wrote, with address and title
//
// Fields may be added; none is renamed or removed. Of a story whose teller is not named
// there is no more than its page shows.
func appendEntries(to []byte, p *playbook.Playbook) []byte {
	list, plain := published(p), p.Published(playbook.KindPage)
	w := jsonWriter{b: slices.Grow(to, 1280*(len(list)+1))} // what they mostly take: a list of many is as large as all else that is in memory
	w.open("", '{')
	w.text("title", p.Settings.Title)
	covers, linked := w.coverage(p), p.Linked()
	w.open("entries", '[')
	for _, e := range list {
		w.open("", '{')
		w.entry(e)
		w.standing(p, e, covers, linked)
		w.close('}')
	}
	w.close(']')
	w.open("pages", '[')
	for _, e := range plain {
		w.open("", '{')
		w.text("address", e.PageAddress())
		w.text("title", e.Title)
		w.around(p, e)
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
