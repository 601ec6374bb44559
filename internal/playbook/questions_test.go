package playbook_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/microleadership/playbook/internal/playbook"
)

// unasked are the fields of a story that its reviewer fills in, or nobody.
var unasked = []string{
	"lens", "aliases", "related", "sources", "draft", "publish_on", "review_by", "lang", "translation_of", "redirect_from",
	"provenance", "review",
}

// Every field of the model is asked for, or is on the list of those that are not; and
// every value of a fixed set has words of its own.
func TestQuestionsCoverTheModel(t *testing.T) {
	settings := playbook.DefaultSettings()
	fields := map[string]reflect.Type{}
	for _, part := range []any{playbook.Common{}, playbook.Situation{}, playbook.Story{}} {
		for f := range reflect.TypeOf(part).Fields() {
			name, _, _ := strings.Cut(f.Tag.Get("field"), ",")
			fields[name] = f.Type
		}
	}
	for name, typ := range fields {
		_, asked := playbook.Ask(name)
		if asked == slices.Contains(unasked, name) {
			t.Errorf("%s: asked for: %v; listed as not asked for: %v", name, asked, !asked)
		}
		if typ.Kind() == reflect.Slice {
			typ = typ.Elem()
		}
		set, fixed := reflect.Zero(typ).Interface().(interface{ Values() []string })
		if !fixed || !asked {
			continue
		}
		if got := settings.Choices(name); !slices.Equal(got, set.Values()) {
			t.Errorf("%s: choices %v, the model has %v", name, got, set.Values())
		}
		said := map[string]bool{}
		for _, v := range set.Values() {
			label := playbook.Choice(name, v)
			if label == "" || said[label] {
				t.Errorf("%s: %s: the choice is “%s”", name, v, label)
			}
			said[label] = true
		}
	}
	for _, q := range playbook.Questions() {
		if _, ok := fields[q.Field]; ok == q.Section {
			t.Errorf("%s: a section: %v, a field: %v", q.Field, q.Section, ok)
		}
		if q.Ask == "" {
			t.Errorf("%s: no question", q.Field)
		}
	}
}

// A form shows one question for each thing, so no two may read alike.
func TestQuestionsDiffer(t *testing.T) {
	seen := map[string]string{}
	for _, q := range playbook.Questions() {
		for _, text := range []string{q.Field, q.Ask} {
			key := strings.ToLower(text)
			if before, ok := seen[key]; ok {
				t.Errorf("“%s” stands for %s and %s", text, before, q.Field)
			}
			seen[key] = q.Field
		}
	}
}

// A team's own values have their own labels.
func TestChoicesOfVocabularies(t *testing.T) {
	s := playbook.DefaultSettings()
	s.Vocabularies.Toward = []playbook.Value{{ID: "patient", Label: "A patient"}, {ID: "nurse"}}
	if got := s.Choices("toward"); !slices.Equal(got, []string{"patient", "nurse"}) {
		t.Error(got)
	}
	if a, b := s.Choice("toward", "patient"), s.Choice("toward", "nurse"); a != "A patient" || b != "nurse" {
		t.Error(a, b)
	}
	if s.Choices("team") != nil {
		t.Error("a team is free text")
	}
}
