package pages

import (
	"html"
	"html/template"
	"strings"

	"github.com/rivo/uniseg"

	"github.com/microleadership/playbook/internal/playbook"
)

// What is quoted of a section: whole sentences, two of them at most.
const (
	quoteSentences = 2
	quoteLength    = 200
)

// sectionOf finds a section of a story by its heading, or returns nil.
func sectionOf(b *playbook.Body, name string) *playbook.Section {
	for i := range b.Sections {
		if playbook.Slug(b.Sections[i].Heading.Text) == playbook.Slug(name) {
			return &b.Sections[i]
		}
	}
	return nil
}

// next is how the section begins that says what the teller of an attempt would try next. A
// story that was followed has nothing to say there, and one without that section nothing is
// made up for.
func (s *site) next(e *playbook.Entry, t *playbook.Text) string {
	if e.Story.Outcome == playbook.Followed {
		return ""
	}
	section := sectionOf(&t.Body, playbook.SectionNobody)
	if section == nil {
		return ""
	}
	return opening(s.PlainText(e, part(t, section)))
}

// part is a section as a text of its own, with the links that stand in it.
func part(t *playbook.Text, section *playbook.Section) *playbook.Text {
	from, to := section.Heading.Pos.Line, 0
	for _, h := range t.Body.Headings {
		if h.Level == 2 && h.Pos.Line > from && (to == 0 || h.Pos.Line < to) {
			to = h.Pos.Line
		}
	}
	out := &playbook.Text{Body: playbook.Body{Text: section.Text}}
	for _, l := range t.Body.Links {
		if l.Pos.Line > from && (to == 0 || l.Pos.Line < to) {
			out.Body.Links = append(out.Body.Links, l)
		}
	}
	return out
}

// opening is how a text begins: its first sentences, or as much of one that is too long as
// ends with a word.
func opening(text string) string {
	first, _, _ := strings.Cut(strings.TrimSpace(text), "\n") // each paragraph is a line
	var out string
	state := -1
	for n := 0; first != "" && n < quoteSentences; n++ {
		var sentence string
		sentence, first, state = uniseg.FirstSentenceInString(first, state)
		if out != "" && len(out)+len(strings.TrimSpace(sentence)) > quoteLength {
			break
		}
		out += sentence
	}
	return cut(strings.TrimSpace(out))
}

// cut shortens at a space, or between two characters where there is none.
func cut(text string) string {
	if len(text) <= quoteLength {
		return text
	}
	end, state := 0, -1
	for rest := text; ; {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if end+len(cluster) > quoteLength {
			break
		}
		end += len(cluster)
	}
	if space := strings.LastIndexByte(text[:end], ' '); space > quoteLength/2 {
		end = space
	}
	return strings.TrimRight(text[:end], " ,;:–—") + "…"
}

// marked puts at the headings of a story's text what the line says of them. The marks stand
// within the headings: that is where people look who go from heading to heading, and it adds no
// element to those that an author's file is compared with.
func marked(body template.HTML, e *playbook.Entry, t *playbook.Text, line *Ticket, lang string) template.HTML {
	out := mark(string(body), sectionOf(&t.Body, playbook.SectionChanged), line.State, lang)
	if putOn(e.Story) {
		out = mark(out, sectionOf(&t.Body, playbook.SectionAfterwards), "hat", lang)
	}
	return template.HTML(out) // what is added is ours
}

// mark adds the words of that name to the heading of a section. They are English, so in
// another language's text they say so.
func mark(body string, section *playbook.Section, name, lang string) string {
	if section == nil {
		return body
	}
	start := `<h2 id="` + html.EscapeString(section.Heading.ID) + `"`
	before, after, found := strings.Cut(body, start)
	heading, rest, ended := strings.Cut(after, "</h2>")
	if !found || !ended {
		return body
	}
	attribute := ""
	if lang != "en" && !strings.HasPrefix(lang, "en-") {
		attribute = ` lang="en"`
	}
	return before + start + heading + ` <span class="at-heading at-heading-` + name + `"` + attribute + ">" + markWords[name] + "</span></h2>" + rest
}
