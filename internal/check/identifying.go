package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// identifyingData reads the file as it is, code, quotations and comments included,
// since all of it can be found by a reader or on a forge. Not read are the fields
// that are days by their nature, and authors, who are never shown unless the story
// is told by name.
var identifyingData = rule{
	Rule: diag.Rule{
		Code: "identifying-data", Severity: diag.Error,
		Why: "a story that promises to name nobody must not hold what leads to somebody",
		Fix: "take it out, or change it so that nobody can be found by it",
	},
	own: func(f *file) {
		promise := f.Story.Promise()
		if promise == "" {
			return
		}
		const hint = "take it out, or change it so that nobody can be found by it"
		tell := func(pos diag.Position, t trace) {
			f.report(pos, t.text, fmt.Sprintf("“%s” is %s, and the story promises “%s”", t.text, t.what, promise), hint)
		}
		for _, t := range append(f.house.names.inFileName(f.ID), inFileName(daysAndNumbers(f.ID))...) {
			tell(diag.Position{File: f.File, Line: 1, Column: 1}, t)
		}
		field, text := "", f.text
		for i, line := range f.lines {
			n := i + 1
			field = fieldAt(text, n, line, field)
			for _, t := range f.traces(line, f.line(n+1), field) {
				tell(diag.Position{File: f.File, Line: n, Column: columnAt(line, int32(t.at))}, t)
			}
		}
	},
}

// inFileName says of what was found in the name of a file that it stands there: it becomes the
// page's address.
func inFileName(traces []trace) []trace {
	for i := range traces {
		traces[i].what += ", in the file's name"
	}
	return traces
}

// trace is something in a line that leads to a person.
type trace struct {
	at   int // byte offset
	text string
	what string // “an e-mail address”
}

// fieldAt returns the front matter field that line n belongs to, given that of the
// line before; "" in the body. YAML and TOML both begin a field at the margin.
func fieldAt(text *playbook.Text, n int, line, before string) string {
	if n >= text.Body.Line {
		return ""
	}
	end := strings.IndexAny(line, ":=")
	if end <= 0 || strings.ContainsAny(line[:1], " \t-#[{\"'") {
		return before
	}
	return strings.TrimSpace(line[:end])
}

// traces finds everything in a line that its field may not hold. A name may go on in the next line.
func (f *file) traces(line, next, field string) []trace {
	if field == "authors" {
		return nil
	}
	out := f.house.names.in(line, next)
	if field == "sources" { // what is published names its author, day and address itself
		return out
	}
	if strings.IndexByte(line, '@') >= 0 {
		out = append(out, contacts(line)...)
	}
	if hasDigit(line) && !isDayField(field) {
		out = append(out, daysAndNumbers(line)...)
	}
	if len(out) < 2 {
		return out
	}
	return outermost(out)
}

// outermost leaves out what stands within something else: a name in an e-mail address.
func outermost(all []trace) []trace {
	return slices.DeleteFunc(slices.Clone(all), func(t trace) bool {
		return slices.ContainsFunc(all, func(o trace) bool {
			return len(o.text) > len(t.text) && o.at <= t.at && t.at+len(t.text) <= o.at+len(o.text)
		})
	})
}

func hasDigit(line string) bool {
	for i := range len(line) {
		if isDigit(line[i]) {
			return true
		}
	}
	return false
}

// dayFields are days by their nature.
var dayFields = [...]string{"consent", "publish_on", "review_by", "when"}

func isDayField(field string) bool { return slices.Contains(dayFields[:], field) }
