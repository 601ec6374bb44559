//go:build browser

package browser

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/playbook"
)

// typed is a draft as a teller typed it.
type typed struct {
	Fields   map[string]any    `json:"fields"`
	Sections map[string]string `json:"sections"`
}

// lost says what of a draft did not arrive: a value that is another one, a text that reads
// otherwise, markup that nobody meant. Values that the rules refuse are not looked at.
func (h handed) lost(draft json.RawMessage) []string {
	var d typed
	if json.Unmarshal(draft, &d) != nil {
		return nil // not of the kinds that the form makes
	}
	var out []string
	refused := map[string]bool{}
	for _, r := range h.list {
		refused[r.Field] = refused[r.Field] || r.Code == "encoding" || r.Code == "unknown-value" || r.Code == "wrong-type" || r.Code == "missing-field"
	}
	read := readFields(h.entry)
	for name, value := range d.Fields {
		if want := answersIn(value); !refused[name] && !slices.Equal(read[name], want) {
			out = append(out, fmt.Sprintf("%s is %q, not %q", name, read[name], want))
		}
	}
	return append(out, h.misread(d)...)
}

// answersIn is what a value says: an empty one nothing.
func answersIn(value any) []string {
	list, isList := value.([]any)
	if !isList {
		list = []any{value}
	}
	var out []string
	for _, one := range list {
		if s := one.(string); strings.TrimSpace(s) != "" {
			out = append(out, s)
		}
	}
	return out
}

func readFields(e *playbook.Entry) map[string][]string {
	one := func(s string) []string {
		if s == "" {
			return nil
		}
		return []string{s}
	}
	s, x := e.Story, e.Situation
	var styles []string
	for _, style := range x.Style {
		styles = append(styles, string(style))
	}
	return map[string][]string{
		"title": one(e.Title), "summary": one(e.Summary), "lens": one(string(e.Lens)), "asks": e.Asks, "tags": e.Tags, "authors": e.Authors,
		"principles": s.Principles, "examples": s.Examples, "outcome": one(string(s.Outcome)), "followers": one(string(s.Followers)),
		"authority": one(string(s.Authority)), "hat_after": one(string(s.HatAfter)), "intentional": one(string(s.Intentional)),
		"told_by": one(string(s.ToldBy)), "credit": one(string(s.Credit)), "people": one(string(s.People)),
		"consent": one(string(s.Consent)), "when": one(string(s.When)), "team": one(s.Team),
		"way": one(string(x.Way)), "toward": x.Toward, "action": one(string(x.Action)), "magnitude": one(string(x.Magnitude)),
		"receptivity": one(string(x.Receptivity)), "style": styles, "setting": one(x.Setting),
	}
}

// meantMarkup is all that the HTML of a text that was typed may have: nobody meant anything else. An
// address of mail is the one thing that is linked.
var meantMarkup = regexp.MustCompile(`</?(?:p|ul|li|blockquote|span)>|<h2 id="[^"]*">|</h2>|<a class="anchor" href="#[^"]*" aria-label="[^"]*"><span aria-hidden="true">#|<a href="mailto:[^"]*" class="external" rel="noopener">|<a href="mailto:[^"]*">|</a>`)

// misread compares the sections as they are read with what was typed.
func (h handed) misread(d typed) []string {
	var out, names []string
	var want []playbook.Section
	for _, q := range playbook.Questions() {
		if text := plainly(d.Sections[q.Field]); q.Section && text != "" {
			want = append(want, playbook.Section{Heading: playbook.Heading{Text: q.Field}, Text: text})
		}
	}
	for _, s := range h.body.Sections {
		names = append(names, s.Heading.Text)
	}
	for i, s := range want {
		if i >= len(names) || names[i] != s.Heading.Text {
			return append(out, fmt.Sprintf("the sections are %q", names))
		}
		if got := evenly(h.body.Sections[i].Text); got != evenly(s.Text) {
			out = append(out, fmt.Sprintf("%s reads otherwise: %s", s.Heading.Text, cmp.Diff(evenly(s.Text), got)))
		}
	}
	if len(names) != len(want) || len(h.body.Headings) != len(want) || len(h.body.Links)+len(h.body.Terms)+len(h.body.Notes) > 0 {
		out = append(out, fmt.Sprintf("more than was typed: %q, %v", names, h.body.Links))
	}
	if left := meantMarkup.ReplaceAllString(strings.Join(h.body.Chunks, ""), ""); strings.ContainsAny(left, "<>") {
		out = append(out, "markup that nobody meant: "+left)
	}
	return out
}

var marker = regexp.MustCompile(`^[->] +`)

// plainly is what a reader sees of a text: marks of items and quotations are not part of it, nor
// is what nobody can see.
func plainly(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n", "\t", " ", "\v", " ", "\f", " ").Replace(text)
	text = strings.Map(func(r rune) rune {
		if r != '\n' && unicode.IsControl(r) {
			return -1
		}
		return r
	}, text)
	var out []string
	quoted := false
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.Trim(line, " ")
		rest := marker.ReplaceAllString(line, "")
		switch {
		case rest != line && strings.TrimSpace(rest) != "":
			quoted = line[0] == '>'
			line = rest
		case quoted && line == ">":
			line = ""
		default:
			quoted = false
		}
		out = append(out, line)
	}
	return strings.TrimSpace(strings.Join(out, "\n"))
}

var straight = strings.NewReplacer(
	"“", `"`, "”", `"`, "„", `"`, "‘", "'", "’", "'", "‚", "'", "—", "---", "–", "--", "…", "...",
)

// evenly leaves out what typography makes different, and how lines are broken.
func evenly(text string) string { return strings.Join(strings.Fields(straight.Replace(text)), " ") }
