package intake

import (
	"strings"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// draft is a story on its way from answers to a file.
type draft struct {
	*reader
	told     told
	fields   map[string][]string
	groups   map[string][]group
	sections map[string][]string
	extra    []extra  // text that stays text, under its own heading
	notes    []note   // what is kept as a comment
	names    []string // words that no file may be named by
	promise  bool     // that nobody finds out who told it
}

type extra struct{ heading, text string }

type note struct{ heading, text string }

// compose makes a story of answers. It is not ok when there is nothing of a story in it.
func (r *reader) compose(t told, taken map[string]bool) (Story, bool) {
	before := len(r.list)
	d := &draft{reader: r, told: t, fields: map[string][]string{}, groups: map[string][]group{}, sections: map[string][]string{}}
	d.sweep()
	d.credit()
	for _, a := range d.told.answers {
		d.take(a)
	}
	d.nameTeller()
	d.title()
	d.free()
	if len(d.fields)+len(d.sections)+len(d.extra) == 0 || len(d.sections)+len(d.extra) == 0 && len(d.fields["title"])+len(d.fields["summary"]) == 0 {
		r.unwritten(before)
		r.fail("not-a-story", t.at, "there is nothing of a story in it", "see docs/importing.md for what is read")
		return Story{}, false
	}
	if len(d.fields["credit"]) == 0 {
		d.fields["credit"] = []string{string(playbook.CreditAnonymous)}
		r.tell(diag.Diagnostic{
			Code: "import-missing", Severity: diag.Warning, Pos: t.at,
			Text: "nobody said how the teller may be named; the story is anonymous", Hint: "ask, before it is accepted, if they want to be named",
		})
	}
	d.fields["provenance"] = []string{d.provenance()}
	d.fields["review"] = []string{string(playbook.ReviewSubmitted)}
	s := Story{Title: strings.Join(d.fields["title"], ""), From: t.at, mark: d.mark()}
	if file, again := r.Known(s.mark); again {
		s.Known = file
		return s, true
	}
	s.ID = d.name(taken)
	s.Missing = d.missing()
	d.tellMissing(s.Missing)
	s.Text = d.file(s.mark)
	return s, true
}

// credit finds the promise to the teller before anything is kept.
func (d *draft) credit() {
	d.promise = true
	for _, a := range d.told.answers {
		if d.headings.find(a.heading) == "credit" {
			d.promise = d.value("credit", strings.TrimSpace(a.text())) != string(playbook.CreditNamed)
			return
		}
	}
}

// take puts one answer where it belongs.
func (d *draft) take(a answer) {
	target := d.headings.find(a.heading)
	if q, ok := playbook.Ask(target); ok && q.Section {
		for _, g := range a.groups {
			d.unused(answer{heading: a.heading, groups: []group{g}, at: a.at, line: a.line}, "", "")
		}
		if text := strings.Trim(a.text(), "\n"); strings.TrimSpace(text) != "" {
			d.sections[target] = append(d.sections[target], text)
		}
		return
	}
	switch target {
	case toSkip:
	case toIdentity:
		d.private(a)
	case toName:
		d.names = append(d.names, strings.Fields(a.text())...)
		if d.promise {
			d.private(a)
		}
	case toReviewer:
		d.reviewers(a)
	case toDate:
		d.date(a)
	case "sources":
		d.source(a)
	case "":
		if a.heading == "" { // above the first question, or in a column without a name
			d.unused(a, "text stands under no heading", "")
			return
		}
		d.unused(a, "nothing in a story is called “"+short(a.heading)+"”", "map it in playbook.yaml, import: columns:, if it belongs to the story")
	default:
		if len(a.groups) > 0 {
			d.unused(answer{heading: a.heading, groups: a.groups, at: a.at, line: a.line}, "“"+target+"” takes text, not fields", "")
		}
		d.field(target, a)
	}
}

// nameTeller gives a story that is told by name its teller, if the form asked for the name
// by itself.
func (d *draft) nameTeller() {
	for _, a := range d.told.answers {
		if d.promise || d.headings.find(a.heading) != toName {
			continue
		}
		if len(d.fields["authors"]) > 0 && key(d.fields["authors"][0]) == key(a.text()) {
			continue
		}
		if len(d.fields["authors"]) > 0 {
			d.unused(a, "the teller has given another name", "")
			continue
		}
		d.fields["authors"] = []string{line(a.text())}
	}
}

// title takes the title of an issue where no answer is the title.
func (d *draft) title() {
	title := line(d.told.title)
	switch given := d.fields["title"]; {
	case title == "":
	case len(given) == 0:
		d.fields["title"] = []string{title}
	case key(given[0]) != key(title):
		d.unused(answer{heading: "title", values: []string{title}, at: d.told.at}, "there is another title", "")
	}
}

// free decides what becomes of text that no heading asks for. In a file it is a part of
// the story that its reviewer puts in place; in a form, something that the form adds.
func (d *draft) free() {
	for _, a := range d.told.free {
		if d.told.source != Markdown && len(d.sections) > 0 {
			d.unused(a, "", "")
			continue
		}
		d.extra = append(d.extra, extra{a.heading, a.text()})
		text := "there is text that belongs to no section"
		if a.heading != "" {
			text = "a story has no section “" + short(a.heading) + "”"
		}
		d.say(a, "import-changed", diag.Warning, text+"; it stands there as it is", "put it under “Situation”, “What I did” or “What changed”")
	}
}

func (d *draft) provenance() string {
	if p := d.fields["provenance"]; len(p) > 0 && p[0] == string(playbook.Illustrative) {
		return p[0] // nobody makes an invented story true by handing it in
	}
	return string(playbook.Submitted)
}

// line is a text on one line.
func line(text string) string { return strings.Join(strings.Fields(text), " ") }
