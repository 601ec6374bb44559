package intake

import (
	"slices"
	"strings"
	"unicode"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// say reports something about an answer.
func (d *draft) say(a answer, code string, s diag.Severity, text, hint string) {
	d.tell(diag.Diagnostic{Code: code, Severity: s, Pos: a.at, Source: a.line, Text: text, Hint: hint})
}

// under says which answer is meant.
func under(a answer) string {
	if a.heading == "" {
		return ""
	}
	return " under “" + short(a.heading) + "”"
}

// private reports an answer that leads to whoever gave it, and does not keep it.
func (d *draft) private(a answer) {
	d.names = append(d.names, strings.FieldsFunc(a.text(), func(r rune) bool { return !unicode.IsLetter(r) })...)
	if d.told.source == CSV { // once is enough for all rows
		if d.reported[a.heading] {
			return
		}
		d.reported[a.heading] = true
	}
	hint := "a repository keeps for ever what it was given; it is in the export, if you have to ask back"
	if a.heading == "" {
		d.tell(diag.Diagnostic{Code: "import-private", Severity: diag.Note, Pos: a.at, Text: "an answer tells who gave it, and was not taken over", Hint: hint})
		return
	}
	d.tell(diag.Diagnostic{
		Code: "import-private", Severity: diag.Note, Pos: a.at,
		Text: "“" + short(a.heading) + "” tells who answered, and was not taken over", Hint: hint,
	})
}

// unused keeps an answer as a comment, unless it leads to somebody.
func (d *draft) unused(a answer, why, hint string) {
	text := a.text()
	for _, g := range a.groups {
		for _, f := range g {
			text += "\n" + f.name + ": " + f.text
		}
	}
	text = strings.Trim(text, "\n")
	if strings.TrimSpace(text) == "" {
		return
	}
	if d.promise && identifies(text) {
		d.private(a)
		return
	}
	if why == "" {
		why = "an answer was not used" + under(a)
	}
	d.notes = append(d.notes, note{a.heading, text})
	d.say(a, "import-unused", diag.Warning, why+kept, hint)
}

// kept is what became of an answer that was not used.
const kept = ": it stands in the file as a comment"

// unwritten takes it back for a story of which there is no file: its findings still say
// why nothing was understood.
func (r *reader) unwritten(before int) {
	for i := range r.list[before:] {
		f := &r.list[before+i]
		f.Text = strings.TrimSuffix(f.Text, kept)
	}
}

// missing lists what a reviewer has to fill in.
func (d *draft) missing() []string {
	required := []string{"title", "summary", "principles", "way", "toward", "action", "magnitude", "outcome", "authority", "hat_after", "people"}
	if slices.Equal(d.fields["way"], []string{string(playbook.BySuggestion)}) {
		required = append(required, "style")
	}
	if o := strings.Join(d.fields["outcome"], ""); o == string(playbook.Followed) || o == string(playbook.PartlyFollowed) {
		required = append(required, "followers")
	}
	var out []string
	for _, f := range required {
		if len(d.fields[f]) == 0 {
			out = append(out, f)
		}
	}
	for _, s := range []string{playbook.SectionSituation, playbook.SectionDid, playbook.SectionChanged} {
		if len(d.sections[s]) == 0 {
			out = append(out, s)
		}
	}
	return out
}

func (d *draft) tellMissing(fields []string) {
	if len(fields) == 0 {
		return
	}
	d.tell(diag.Diagnostic{
		Code: "import-missing", Severity: diag.Note, Pos: d.told.at,
		Text: "not answered: " + strings.Join(fields, ", "), Hint: "whoever reviews the story fills it in; nothing was assumed",
	})
}
