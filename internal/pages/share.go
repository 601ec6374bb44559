package pages

import (
	"slices"

	"github.com/microleadership/playbook/internal/playbook"
)

func (s *site) share(Page) any {
	v := ShareView{
		Chrome:   s.chrome(playbook.ShareAddress, "Share a story", "Tell what you tried and what came of it. It takes three minutes, and nothing is sent by itself."),
		Data:     playbook.ShareDataAddress,
		Template: playbook.StoryTemplateAddress,
		Folder:   "content/" + playbook.KindStory.Dir(),
		HandIn:   handIn(s.Settings),
		Group:    s.Settings.Privacy.Group,
	}
	v.Layout = "share"
	for _, step := range storySteps {
		out := ShareStep{ID: step.id, Title: step.title, Text: step.text, Privacy: step.id == privacyStep}
		for _, field := range step.fields {
			out.Questions = append(out.Questions, s.shareQuestion(field))
		}
		v.Steps = append(v.Steps, out)
	}
	return v
}

// ShareView is share.html: the whole form, of which the script shows one step at a time.
type ShareView struct {
	Chrome
	Steps    []ShareStep
	Data     string // address of the script that knows the playbook and its rules
	Template string // address of the file that who runs no scripts can fill in
	Folder   string // where stories lie in the repository
	HandIn   HandIn
	Group    int // how many entries must share what a story without a named teller shows
}

// ShareStep is one step of the form.
type ShareStep struct {
	ID, Title string
	Text      string // what it is for
	Questions []ShareQuestion
	Privacy   bool // it is about what may be known of whom
}

// ShareQuestion asks for one field of a story, or for one section of its text.
type ShareQuestion struct {
	ID        string // of the element that asks: q-hat-after
	Name      string // the field, or the heading of the section
	Section   bool
	Kind      string // how it is answered: text, short, long, lines, words, agree, one, many
	Ask       string
	Help      string
	Label     string // what readers see beside the answer; "" where they see none
	Optional  bool
	When      string // “outcome=followed,partly”: the answers that make it a question; "" if it always is one
	Otherwise string // the answer where it is none, once that is known; or ""
	Choices   []ShareChoice
}

// ShareChoice is one of the answers to choose from.
type ShareChoice struct {
	ID    string // of its element
	Value string
	Label string
	Help  string
	Shows string // what readers see of it
	Lang  string // of the label, and of the help of an entry
	Icon  string
}

func (s *site) shareQuestion(field string) ShareQuestion {
	asked, _ := playbook.Ask(field)
	q := ShareQuestion{
		ID:        "q-" + playbook.Slug(field),
		Name:      field,
		Section:   asked.Section,
		Kind:      shareKind(field, asked.Section),
		Ask:       asked.Ask,
		Help:      asked.Help,
		Label:     names[shareTopic(field)][0],
		Optional:  !slices.Contains(neededOfStory, field) && storyConditions[field] == "",
		When:      storyConditions[field],
		Otherwise: storyOtherwise[field],
	}
	if words, ok := shareWords[field]; ok {
		q.Ask, q.Help = words[0], words[1]
	}
	q.Choices = s.shareChoices(field)
	if len(q.Choices) > 0 && q.Kind == "text" {
		q.Kind = "one" // the team's own list
	}
	if q.Kind == "one" && q.Optional {
		q.Choices = append(q.Choices, ShareChoice{Label: "I’d rather not say"})
	}
	for i := range q.Choices {
		q.Choices[i].ID = q.ID + "-" + playbook.Slug(q.Choices[i].Value)
	}
	return q
}

func (s *site) shareChoices(field string) []ShareChoice {
	var out []ShareChoice
	switch field {
	case "principles":
		for _, e := range s.Published(playbook.KindPrinciple) {
			out = append(out, ShareChoice{Value: e.ID, Label: e.Title, Help: e.Summary, Shows: e.Title, Lang: s.lang(e)})
		}
		return out
	case "team":
		for _, team := range s.Settings.Teams {
			out = append(out, ShareChoice{Value: team, Label: team, Shows: team, Lang: s.Settings.Language})
		}
		return out
	}
	topic := shareTopic(field)
	for _, v := range s.Settings.Choices(field) {
		c := ShareChoice{
			Value: v,
			Label: s.Settings.Choice(field, v),
			Help:  choiceHelp[field+"="+v],
			Shows: Label(s.Settings, topic, v),
			Lang:  labelLang(s.Settings, topic, v),
		}
		if c.Label == v {
			c.Label = c.Shows // a vocabulary's value without a label
		}
		if field == "outcome" {
			c.Icon = "outcome-" + v
		}
		if told, ok := toldAs[v]; ok && field == "credit" {
			c.Shows = told
		}
		out = append(out, c)
	}
	return out
}

// shareTopic is what labels call a field.
func shareTopic(field string) string {
	switch field {
	case "hat_after":
		return "hat"
	case "told_by":
		return "told-by"
	}
	return field
}

// shareKind says how a field is answered.
func shareKind(field string, section bool) string {
	if kind, ok := storyKinds[field]; ok {
		return kind
	}
	if section {
		return "long"
	}
	if len(playbook.DefaultSettings().Choices(field)) > 0 {
		return "one"
	}
	return "text"
}
