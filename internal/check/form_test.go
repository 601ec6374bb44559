package check_test

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/microleadership/playbook/internal/check"
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// Each code is either one that the form finds or one that it is said to leave alone, never both.
func TestFormKnowsEveryCode(t *testing.T) {
	form := check.FormOf(playbook.DefaultSettings())
	left := map[string]string{}
	for _, x := range check.FormExclusions() {
		if x.Why == "" {
			t.Errorf("%s is left out without a reason", x.Code)
		}
		switch {
		case x.Part == "":
			left[x.Code] = x.Why
		case form.Severity[x.Code] == "":
			t.Errorf("a part of %s is left out, which the form never finds", x.Code)
		}
	}
	want := []string{
		"command-words", "encoding", "followers", "formal-authority", "hero-talk", "how-to-teaching", "identifying-data",
		"large-change", "long-summary", "merged-tags", "missing-field", "missing-section", "mostly-implementation",
		"one-style", "style", "unknown-reference", "unknown-value", "unusable-tag", "wrong-type",
	}
	if got := slices.Sorted(maps.Keys(form.Severity)); !slices.Equal(got, want) {
		t.Errorf("the form finds\n%q, not\n%q: a new rule belongs into themes/default/js/share/rules or into formExclusions", got, want)
	}
	for _, code := range check.Codes() {
		if _, found := form.Severity[code]; found == (left[code] != "") {
			t.Errorf("%s: found by the form: %v, left out because “%s”", code, found, left[code])
		}
	}
}

func TestFormHasTheSettings(t *testing.T) {
	s := playbook.DefaultSettings()
	s.Rules = map[string]diag.Severity{"hero-talk": diag.Off, "style": diag.Note}
	s.Names = []string{"Zebedee Quist"}
	for lang, english := range map[string]bool{"en": true, "en-GB": true, "": true, "de": false, "deu": false} {
		s.Language = lang
		if f := check.FormOf(s); f.English != english || f.Severity["hero-talk"] != "off" || f.Severity["style"] != "note" || f.Severity["followers"] != "error" {
			t.Errorf("%q: %v, %v", lang, f.English, f.Severity)
		}
	}
	text, err := json.Marshal(check.FormOf(s))
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(text), "Zebedee") || strings.Contains(string(text), "Quist") {
		t.Error("a name that must not appear is published")
	}
}

func TestFormHasEveryPhrase(t *testing.T) {
	form := check.FormOf(playbook.DefaultSettings())
	if len(form.Phrases) != 6 {
		t.Fatalf("%d tables", len(form.Phrases))
	}
	for _, table := range form.Phrases {
		if table.Code == "" || form.Severity[table.Code] == "" || len(table.Rows) == 0 {
			t.Errorf("the table of %q: severity %q, %d rows", table.Code, form.Severity[table.Code], len(table.Rows))
		}
	}
}
