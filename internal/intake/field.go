package intake

import (
	"regexp"
	"slices"
	"strings"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

var tongue = regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

// field reads an answer into a field of the front matter.
func (d *draft) field(name string, a answer) {
	switch name {
	case "title", "summary", "team", "lang":
		d.single(name, a, d.plain(name))
	case "when":
		d.single(name, a, func(text string) string {
			p, coarser := period(text)
			if coarser && p != "" {
				d.changed(a, "only the quarter is kept of the day under “when”: "+string(p), "")
			}
			return string(p)
		})
	case "consent":
		d.single(name, a, func(text string) string {
			var day playbook.Date
			if day.UnmarshalText([]byte(text)) != nil {
				return ""
			}
			return string(day)
		})
	case "lens":
		d.single(name, a, func(text string) string {
			if i := slices.Index(playbook.Lens("").Values(), key(text)); i >= 0 {
				return playbook.Lens("").Values()[i]
			}
			return ""
		})
	case "principles":
		d.several(name, a, d.entry(playbook.KindPrinciple))
	case "examples":
		d.several(name, a, d.entry(playbook.KindExample))
	case "authors":
		d.authors(a)
	case "asks", "tags", "aliases":
		d.words(name, a)
	case "toward", "style":
		d.several(name, a, func(text string) string { return d.value(name, text) })
	default:
		d.single(name, a, func(text string) string { return d.value(name, text) })
	}
}

// plain judges the text of a field that may have any.
func (d *draft) plain(name string) func(string) string {
	return func(text string) string {
		text = line(text)
		switch {
		case name == "lang" && !tongue.MatchString(text):
			return ""
		case name != "team" || len(d.Settings.Teams) == 0:
			return text
		}
		for _, team := range d.Settings.Teams {
			if key(team) == key(text) {
				return team
			}
		}
		return ""
	}
}

// single takes the one value of a field. Another answer to the same question that says
// something else is kept apart.
func (d *draft) single(name string, a answer, known func(string) string) {
	text := strings.TrimSpace(strings.Join(slices.DeleteFunc(slices.Clone(a.values), func(v string) bool { return strings.TrimSpace(v) == "" }), ", "))
	if text == "" {
		return
	}
	v := known(text)
	switch before := d.fields[name]; {
	case v == "":
		d.unknown(name, a, text)
	case len(before) == 0:
		d.fields[name] = []string{v}
	case before[0] != v:
		d.unused(answer{heading: a.heading, values: []string{text}, at: a.at, line: a.line}, "“"+name+"” is answered twice", "the first answer counts")
	}
}

// several takes the values of a list, each once.
func (d *draft) several(name string, a answer, known func(string) string) {
	for _, text := range a.values {
		if strings.TrimSpace(text) == "" {
			continue
		}
		found, rest := parts(text, known)
		for _, v := range found {
			if !slices.Contains(d.fields[name], v) {
				d.fields[name] = append(d.fields[name], v)
			}
		}
		for _, r := range rest {
			d.unknown(name, a, r)
		}
	}
}

func (d *draft) unknown(name string, a answer, text string) {
	d.unused(answer{heading: a.heading, values: []string{text}, at: a.at, line: a.line},
		"“"+name+"” cannot be “"+short(text)+"”", d.suggestion(name, text))
}

var bullet = regexp.MustCompile(`^\s*(?:[-*+•]|\d{1,2}[.)])\s+`)

// words takes a list of free texts: lines, or pieces between commas where the texts are words.
func (d *draft) words(name string, a answer) {
	for _, text := range a.values {
		split := strings.Split(text, "\n")
		if name != "asks" && !a.list {
			split = separators.Split(text, -1)
		}
		for _, v := range split {
			v = line(bullet.ReplaceAllString(v, ""))
			if name == "tags" {
				v = strings.TrimLeft(v, "# ")
			}
			if strings.Contains(v, "/") && name == "aliases" {
				d.unused(answer{heading: a.heading, values: []string{v}, at: a.at, line: a.line}, "an old address is no name", "if it was published here, add it to redirect_from")
				continue
			}
			if v != "" && !slices.Contains(d.fields[name], v) {
				d.fields[name] = append(d.fields[name], v)
			}
		}
	}
	for _, g := range a.groups {
		d.unused(answer{heading: a.heading, groups: []group{g}, at: a.at, line: a.line}, "“"+name+"” takes text, not fields", "")
	}
}

// authors are named only where the teller wants it.
func (d *draft) authors(a answer) {
	for _, text := range a.values {
		for _, who := range regexp.MustCompile(`[,;\n]| and | & `).Split(text, -1) {
			who = line(bullet.ReplaceAllString(who, ""))
			d.names = append(d.names, strings.Fields(who)...)
			if who != "" && !d.promise && !slices.Contains(d.fields["authors"], who) {
				d.fields["authors"] = append(d.fields["authors"], who)
			}
		}
	}
	if d.promise && !a.empty() {
		d.private(a)
	}
}

// source takes what a story rests on: groups with a title, or titles alone.
func (d *draft) source(a answer) {
	for _, g := range a.groups {
		title := ""
		fits := true
		for _, f := range g {
			if f.name == "title" {
				title = f.text
			}
			fits = fits && slices.Contains([]string{"title", "url", "quoted"}, f.name) && strings.TrimSpace(f.text) != ""
		}
		if title == "" || !fits {
			d.unused(answer{heading: a.heading, groups: []group{g}, at: a.at, line: a.line}, "a source has a title, a url and what is quoted", "")
			continue
		}
		d.groups["sources"] = append(d.groups["sources"], g)
	}
	for _, text := range a.values {
		if text = line(text); text != "" {
			d.groups["sources"] = append(d.groups["sources"], group{{"title", text}})
		}
	}
}

// reviewers takes what only a reviewer decides: it is kept for them, where it says more
// than every imported story does.
func (d *draft) reviewers(a answer) {
	text := key(a.text())
	switch name := key(a.heading); {
	case name == "provenance" && text == string(playbook.Illustrative):
		d.fields["provenance"] = []string{text}
	case name == "provenance" && text == string(playbook.Submitted), name == "review" && text == string(playbook.ReviewSubmitted), name == "draft" && text == "false":
	default:
		d.unused(a, "“"+short(a.heading)+"” is for whoever reviews the story to say", "")
	}
}

// date takes the day of a post of another tool for the time of the story, as a quarter.
func (d *draft) date(a answer) {
	p, _ := period(line(a.text()))
	if p == "" || len(d.fields["when"]) > 0 {
		d.unused(a, "“"+short(a.heading)+"” was not used", "write when as a year or a quarter: 2025 or 2025-Q3")
		return
	}
	d.fields["when"] = []string{string(p)}
	d.changed(a, "the day under “"+short(a.heading)+"” was taken for when it happened: "+string(p), "correct it if the story was written down later")
}

func (d *draft) changed(a answer, text, hint string) {
	d.tell(diag.Diagnostic{Code: "import-changed", Severity: diag.Warning, Pos: a.at, Text: text, Hint: hint})
}
