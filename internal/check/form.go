package check

import (
	"maps"
	"slices"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// Form is what the rules of one story are as data. The form of share.html holds a story to the
// same rules while it is being told, in the reader's browser: lists, limits and patterns come
// from here, so that there is one of each; how they are read is written there again
// (themes/default/js/share/rules), and a test of package browser holds the two together.
//
// Nothing in it is secret: it is published. FormExclusions says what it therefore cannot find.
type Form struct {
	Severity map[string]string `json:"severity"` // of the codes that the form can find, as the settings have them
	English  bool              `json:"english"`  // whether the rules that look for words can read the playbook's language
	Phrases  []FormPhrases     `json:"phrases"`
	Denials  []string          `json:"denials"`
	Reach    int               `json:"reach"` // how many words back a denial is looked for
	Project  FormProject       `json:"project"`
	Summary  FormSummary       `json:"summary"`
	Tag      int               `json:"tag"` // characters
	Traces   FormTraces        `json:"traces"`
}

// FormProject is when a story is mostly implementation.
type FormProject struct {
	Hits  int `json:"hits"`
	Words int `json:"words"`
}

// FormSummary is what fits on a card.
type FormSummary struct {
	Characters    int      `json:"characters"`
	Sentences     int      `json:"sentences"`
	Abbreviations []string `json:"abbreviations"`
}

// FormOf returns the rules for a story as the settings of a playbook have them.
func FormOf(s playbook.Settings) Form {
	return Form{
		Severity: formSeverities(s),
		English:  (&file{house: &house{held: held{Language: s.Language}}}).english(),
		Phrases:  formPhrases(),
		Denials:  sortedKeys(denials),
		Reach:    reach,
		Project:  FormProject{minImplementationWords, wordsPerImplementation},
		Summary:  FormSummary{maxSummary, maxSentences, sortedKeys(abbreviations)},
		Tag:      maxTag,
		Traces:   formTraces(),
	}
}

// FormSections lists the sections that a story in English must have.
func FormSections() []string { return requiredSections() }

func formSeverities(s playbook.Settings) map[string]string {
	found := map[string]diag.Severity{}
	for _, r := range described(settable()) {
		if _, out := formExclusions[r.Code]; out {
			continue
		}
		found[r.Code] = r.Severity
		if severity, set := s.Rules[r.Code]; set {
			found[r.Code] = severity
		}
	}
	out := map[string]string{}
	for code, severity := range found {
		out[code] = severity.String()
	}
	return out
}

// sortedKeys keeps the published file the same from build to build.
func sortedKeys(set map[string]bool) []string { return slices.Sorted(maps.Keys(set)) }
