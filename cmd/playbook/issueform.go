package main

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/internal/intake"
	"github.com/microleadership/playbook/internal/playbook"
)

// Forms on forges ask the same questions as the site's own, and import reads the answers
// by these questions. They are made from the model and the playbook's vocabularies: what
// is asked can be answered, and what can be answered is understood.

// forgeForm is what a form on a forge asks.
type forgeForm struct {
	settings   playbook.Settings
	principles []string // their titles
	examples   []string
}

// formOf reads the titles of what a story can name out of a playbook.
func formOf(r *build.Result) forgeForm {
	titles := func(kind playbook.Kind) []string {
		var out []string
		for _, e := range r.Playbook.Published(kind) {
			if !slices.Contains(out, e.Title) { // a forge refuses two choices that are alike
				out = append(out, e.Title)
			}
		}
		return out
	}
	return forgeForm{r.Playbook.Settings, titles(playbook.KindPrinciple), titles(playbook.KindExample)}
}

// unaskedOnForge are questions that a forge cannot ask as it should: a day of consent is
// between people, and whoever has an account there has a name already.
var unaskedOnForge = []string{"consent", "authors", "asks", "tags", "summary"}

func (f forgeForm) questions() []playbook.Question {
	return slices.DeleteFunc(playbook.Questions(), func(q playbook.Question) bool {
		return slices.Contains(unaskedOnForge, q.Field) || f.isChoice(q.Field) && len(f.choices(q.Field)) == 0
	})
}

func (f forgeForm) isChoice(field string) bool {
	return field == "principles" || field == "examples" || f.settings.Choices(field) != nil
}

func isList(field string) bool {
	return slices.Contains([]string{"principles", "examples", "toward", "style"}, field)
}

// choices are the answers to choose from, as readers see them.
func (f forgeForm) choices(field string) []string {
	switch field {
	case "principles":
		return f.principles
	case "examples":
		return f.examples
	}
	var out []string
	for _, v := range f.settings.Choices(field) {
		out = append(out, f.settings.Choice(field, v))
	}
	return out
}

// mustAnswer are the questions without which there is no story to review.
var mustAnswer = []string{playbook.SectionSituation, playbook.SectionDid, playbook.SectionChanged}

const privacyNote = "**Your account on this forge is shown beside what you write here, and stays in its history.** " +
	"If nobody may know who tells the story, use the form on the site or an e-mail instead."

// github is the form as GitHub reads it: YAML, written by hand because its readers are
// people too, with every text in quotes, as some texts mean something else without them.
func (f forgeForm) github() []byte {
	var b strings.Builder
	b.WriteString("# Made by playbook schema --kind issue-form. Run it again when the vocabularies or principles change.\n")
	b.WriteString("name: " + yamlText("Tell a story") + "\n")
	b.WriteString("description: " + yamlText("A small act of leadership, and what came of it. Three minutes are enough.") + "\n")
	b.WriteString("labels: [\"story\"]\nbody:\n")
	b.WriteString("  - type: markdown\n    attributes:\n      value: " + yamlText("Thank you for telling it. "+privacyNote+
		" Leave out names and exact dates. Only three questions need an answer; whoever reviews the story asks back for the rest.") + "\n")
	for _, q := range f.questions() {
		kind := "input"
		switch {
		case f.isChoice(q.Field):
			kind = "dropdown"
		case q.Section:
			kind = "textarea"
		}
		b.WriteString("  - type: " + kind + "\n    id: " + playbook.Slug(strings.ReplaceAll(q.Field, "_", "-")) + "\n    attributes:\n      label: " + yamlText(q.Ask) + "\n")
		if q.Help != "" {
			b.WriteString("      description: " + yamlText(q.Help) + "\n")
		}
		if kind == "dropdown" {
			if isList(q.Field) {
				b.WriteString("      multiple: true\n")
			}
			b.WriteString("      options:\n")
			for _, c := range f.choices(q.Field) {
				b.WriteString("        - " + yamlText(c) + "\n")
			}
		}
		if slices.Contains(mustAnswer, q.Field) {
			b.WriteString("    validations:\n      required: true\n")
		}
	}
	return []byte(b.String())
}

// gitlab is the description template: a heading for each question, what explains it in a
// comment, and boxes to tick where there is a choice.
func (f forgeForm) gitlab() []byte {
	var b strings.Builder
	b.WriteString("<!-- " + intake.TemplateIntro + " -->\n")
	for _, q := range f.questions() {
		b.WriteString("\n## " + q.Ask + "\n\n")
		if q.Help != "" {
			b.WriteString("<!-- " + q.Help + " -->\n")
		}
		for _, c := range f.choices(q.Field) {
			b.WriteString("- [ ] " + c + "\n")
		}
	}
	b.WriteString("\n/label ~story\n")
	return []byte(b.String())
}

// yamlText is a text in double quotes, which YAML reads as JSON does.
func yamlText(text string) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(text); err != nil { // of a string: cannot fail
		panic(err)
	}
	return strings.TrimSuffix(b.String(), "\n")
}
