package pages

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/microleadership/playbook/internal/playbook"
)

func shareView(t *testing.T, change func(*playbook.Settings), entries ...*playbook.Entry) ShareView {
	t.Helper()
	s := playbook.DefaultSettings()
	if change != nil {
		change(&s)
	}
	p := playbook.Assemble(playbook.Input{Settings: s, Entries: entries})
	return views(Plan(p, Options{}))[playbook.ShareAddress].(ShareView)
}

func questionsOf(v ShareView) map[string]ShareQuestion {
	out := map[string]ShareQuestion{}
	for _, step := range v.Steps {
		for _, q := range step.Questions {
			out[q.Name] = q
		}
	}
	return out
}

// The form asks all that can be asked, each once; internal/playbook holds the questions to
// the fields of the model.
func TestTheFormAsksEachQuestionOnce(t *testing.T) {
	var asked []string
	ids := map[string]bool{}
	for _, step := range shareView(t, nil, principle("one")).Steps {
		if step.ID == "" || step.Title == "" || step.Text == "" || ids[step.ID] {
			t.Errorf("a step needs an address, a name and a reason of its own: %+v", step)
		}
		ids[step.ID] = true
		for _, q := range step.Questions {
			asked = append(asked, q.Name)
			if q.Ask == "" {
				t.Errorf("%s asks nothing", q.Name)
			}
			for _, c := range q.Choices {
				if ids[c.ID] || c.Label == "" {
					t.Errorf("%s: choice %+v has no words, or an id that is taken", q.Name, c)
				}
				ids[c.ID] = true
			}
		}
	}
	var want []string
	for _, q := range playbook.Questions() {
		want = append(want, q.Field)
	}
	slices.Sort(asked)
	slices.Sort(want)
	if !slices.Equal(asked, want) {
		t.Errorf("asked: %v\nquestions: %v", asked, want)
	}
}

// What the model requires the form does not call optional.
func TestTheFormNeedsWhatTheModelNeeds(t *testing.T) {
	questions := questionsOf(shareView(t, nil))
	for _, part := range []any{playbook.Common{}, playbook.Situation{}, playbook.Story{}} {
		for f := range reflect.TypeOf(part).Fields() {
			name, required := strings.CutSuffix(f.Tag.Get("field"), ",required")
			if q, asked := questions[name]; required && asked && q.Optional {
				t.Errorf("%s is required and asked as if it were not", name)
			}
		}
	}
	for _, name := range []string{"setting", "when", "tags", "team"} {
		if !questions[name].Optional {
			t.Errorf("%s is not required and asked as if it were", name)
		}
	}
}

// Every answer that can be chosen is a value of the model, said as a teller would; and what
// only some answers make a question names such answers.
func TestTheChoicesOfTheForm(t *testing.T) {
	settings := playbook.DefaultSettings()
	questions := questionsOf(shareView(t, nil))
	for name, q := range questions {
		want := settings.Choices(name)
		var got []string
		for _, c := range q.Choices {
			if c.Value != "" {
				got = append(got, c.Value)
			}
			if c.Value != "" && (c.Shows == "" || c.Label == c.Value) {
				t.Errorf("%s: %+v", name, c)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s offers %v, the model has %v", name, got, want)
		}
		if hasChoices := q.Kind == "one" || q.Kind == "many" && name != "principles" && name != "examples"; hasChoices != (len(want) > 0) {
			t.Errorf("%s is asked as %s", name, q.Kind)
		}
	}
	for name, when := range storyConditions {
		field, answers, _ := strings.Cut(when, "=")
		for answer := range strings.SplitSeq(answers, ",") {
			if !slices.Contains(settings.Choices(field), answer) {
				t.Errorf("%s is a question when %s is %q, which it cannot be", name, field, answer)
			}
		}
		if questions[name].When != when {
			t.Errorf("%s is always asked", name)
		}
	}
	for key := range choiceHelp {
		field, value, _ := strings.Cut(key, "=")
		if !slices.Contains(settings.Choices(field), value) {
			t.Errorf("%s explains a choice that nobody has", key)
		}
	}
}

// A team's own words are in its own language, and its teams can be chosen.
func TestTheFormSpeaksOfTheTeam(t *testing.T) {
	german := principle("vorbild")
	german.Lang = "de"
	questions := questionsOf(shareView(t, func(s *playbook.Settings) {
		s.Language = "fr"
		s.Vocabularies.Toward = []playbook.Value{{ID: "patient", Label: "Un patient"}, {ID: "nurse"}}
		s.Teams = []string{"cuisine"}
	}, german))
	if got := questions["toward"].Choices; len(got) != 2 || got[0].Label != "Un patient" || got[0].Lang != "fr" || got[1].Label != "Nurse" {
		t.Errorf("%+v", got)
	}
	if got := questions["team"]; got.Kind != "one" || len(got.Choices) != 2 || got.Choices[0].Value != "cuisine" || got.Choices[1].Value != "" {
		t.Errorf("%+v", got)
	}
	if got := questions["principles"].Choices; len(got) != 1 || got[0].Lang != "de" || got[0].Help != "Summary of vorbild" {
		t.Errorf("%+v", got)
	}
}

func TestWhereAStoryIsHandedIn(t *testing.T) {
	for _, tt := range []struct {
		url         string
		forge       playbook.Forge
		want        playbook.Forge
		name, clean string
	}{
		{"https://github.com/team/book", "", playbook.GitHub, "GitHub", "https://github.com/team/book"},
		{"https://github.com/team/book.git/", "", playbook.GitHub, "GitHub", "https://github.com/team/book"},
		{"https://gitlab.example.org/a/b/c", "", playbook.GitLab, "GitLab", "https://gitlab.example.org/a/b/c"},
		{"https://bitbucket.org/team/book", "", playbook.Bitbucket, "Bitbucket", "https://bitbucket.org/team/book"},
		{"https://codeberg.org/team/book", "", playbook.Gitea, "codeberg.org", "https://codeberg.org/team/book"},
		{"https://git.example.org/team/book", playbook.Gitea, playbook.Gitea, "git.example.org", "https://git.example.org/team/book"},
		{"https://git.example.org/team/book", playbook.GitLab, playbook.GitLab, "git.example.org", "https://git.example.org/team/book"},
		{"https://me:secret@github.com/team/book?a=b#c", "", playbook.GitHub, "GitHub", "https://github.com/team/book"},
		{"git@github.com:team/book.git", "", "", "", ""},
		{"javascript:alert(1)", playbook.GitHub, "", "", ""},
		{"", playbook.GitHub, "", "", ""},
	} {
		s := playbook.DefaultSettings()
		s.Repository.URL, s.Share.Forge, s.Share.Email = tt.url, tt.forge, "stories@example.org"
		got := handIn(s)
		if got.URL != tt.clean || got.Forge != string(tt.want) || got.Name != tt.name || got.Email != "stories@example.org" {
			t.Errorf("%s on %q: %+v", tt.url, tt.forge, got)
		}
		if got.URL != "" && got.Branch != "main" {
			t.Errorf("%s: branch %q", tt.url, got.Branch)
		}
	}
}
