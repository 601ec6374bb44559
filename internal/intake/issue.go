package intake

import (
	"regexp"
	"strings"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// issue reads what a form or template of a forge makes of the answers: each below a heading
// that repeats the question.
func (r *reader) issue(title, text string, first int, shown bool) told {
	t := told{at: r.at(first, 1), title: storyPrefix.ReplaceAllString(title, ""), source: Issue}
	text = quickAction.ReplaceAllString(r.comments(&t, text, first), "")
	level := 0
	for _, p := range outline(text, first, func(l int, h string) (bool, bool) { return r.headings.find(h) != "", true }) {
		if p.level > 0 {
			level = p.level
			break
		}
	}
	splits := func(l int, h string) (bool, bool) { return l == level, r.headings.find(h) != "" }
	for _, p := range outline(text, first, splits) {
		body, line := p.body()
		a := answer{heading: p.heading, values: []string{body}, at: r.at(line, 1)}
		if target := r.headings.find(p.heading); target == "principles" || target == "examples" || r.Settings.Choices(target) != nil {
			a.values[0] = ticked(body) // elsewhere, boxes are part of what somebody wrote
		}
		if shown {
			a.line, _, _ = strings.Cut(body, "\n")
		}
		switch {
		case body == "" && p.level > 0 && r.headings.find(p.heading) == "":
			t.answers = append(t.answers, answer{values: []string{p.heading}, at: r.at(p.line, 1)}) // perhaps it was meant to be one
		case a.empty() || noResponse(body):
		case level == 0:
			t.free = append(t.free, a)
		default:
			t.answers = append(t.answers, a)
		}
	}
	return t
}

// TemplateIntro is the comment at the top of the templates, which is nobody's answer.
const TemplateIntro = "Thank you for telling it. Answer what you like and leave the rest empty: whoever reviews the story asks back. Leave out names and exact dates. The forge shows your account beside this text, so if nobody may know who tells it, use the form on the site or an e-mail instead."

var storyPrefix = regexp.MustCompile(`(?i)^\s*\[(?:a )?story\]:?\s*`)

// quickAction is the last line of our template, which GitLab takes out when it makes an issue.
var quickAction = regexp.MustCompile(`(?m)^/label ~story[ \t]*$`)

func noResponse(text string) bool {
	return text == "_No response_" || text == "*No response*"
}

var box = regexp.MustCompile(`^\s*[-*+] \[([ xX])\]\s+(.*)$`)

// ticked is what somebody chose where there are boxes to tick, and else the text as it is.
func ticked(text string) string {
	if !strings.Contains(text, "[") {
		return text
	}
	var chosen []string
	boxes := 0
	for line := range strings.SplitSeq(text, "\n") {
		m := box.FindStringSubmatch(line)
		switch {
		case m == nil:
			chosen = append(chosen, line)
		case m[1] != " ":
			chosen = append(chosen, strings.TrimSpace(m[2]))
			fallthrough
		default:
			boxes++
		}
	}
	if boxes == 0 {
		return text
	}
	return strings.TrimSpace(strings.Join(chosen, "\n"))
}

var comment = regexp.MustCompile(`(?s)<!--(.*?)-->`)

// comments takes the explanations of the template out. A comment that somebody wrote is
// kept, since it may be a part of the story. As many lines stay as there were.
func (r *reader) comments(t *told, text string, first int) string {
	if !strings.Contains(text, "<!--") {
		return text
	}
	explained := map[string]bool{key(TemplateIntro): true}
	for _, q := range playbook.Questions() {
		for _, line := range append(r.settingsChoices(q.Field), q.Help, q.Ask) {
			explained[key(line)] = true
		}
	}
	var b strings.Builder
	at := 0
	for _, m := range comment.FindAllStringSubmatchIndex(text, -1) {
		b.WriteString(text[at:m[0]])
		at = m[1]
		said := text[m[2]:m[3]]
		b.WriteString(strings.Repeat("\n", strings.Count(said, "\n")))
		var own []string
		if !explained[key(said)] {
			for line := range strings.SplitSeq(said, "\n") {
				if strings.TrimSpace(line) != "" && !explained[key(line)] {
					own = append(own, strings.TrimSpace(line))
				}
			}
		}
		if len(own) > 0 {
			line := first + strings.Count(text[:m[0]], "\n")
			t.answers = append(t.answers, answer{heading: "a comment", values: []string{strings.Join(own, "\n")}, at: r.at(line, 1)})
		}
	}
	b.WriteString(text[at:])
	return b.String()
}

// settingsChoices are the lines by which a template explains the values of a field.
func (r *reader) settingsChoices(field string) []string {
	var out []string
	for _, v := range r.Settings.Choices(field) {
		out = append(out, r.Settings.Choice(field, v))
	}
	return out
}

// issues reads what the programming interfaces of forges give: one issue, or a list of them.
// GitHub calls the text body, GitLab description.
func (r *reader) issues() []told {
	root, _, err := readJSON(r.text, 1)
	if err != nil {
		r.fail("syntax", diag.Position{File: r.file}, "this is not JSON: "+err.Error(), "print it with gh issue view --json title,body")
		return nil
	}
	list := []tree{root}
	if root.isList {
		list = root.items
	}
	var out []told
	for _, item := range list {
		title, _ := item.get("title")
		body, ok := item.get("body")
		if !ok || strings.TrimSpace(body.text) == "" {
			if other, found := item.get("description"); found {
				body, ok = other, true
			}
		}
		at := r.at(item.line, item.column)
		if !item.isMap || !ok || strings.TrimSpace(body.text) == "" {
			r.fail("not-a-story", at, "this is no issue with a text", "ask for the fields title and body: gh issue view --json title,body")
			continue
		}
		text := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(body.text)
		t := r.issue(title.text, text, 1, false)
		t.at = at
		for _, list := range [][]answer{t.answers, t.free} { // lines of a text in JSON are no lines of the file
			for i := range list {
				list[i].at = r.at(body.line, body.column)
			}
		}
		out = append(out, t)
	}
	return out
}
