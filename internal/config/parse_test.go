package config_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/microleadership/playbook/internal/config"
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

func rules() []string { return []string{"orphan", "review-overdue", "summary-long"} }

// sameLines compares diagnostics with lines of “line:column+length code: text (hint)”.
func sameLines(t *testing.T, want string, got diag.List) {
	t.Helper()
	var wanted, b strings.Builder
	for line := range strings.Lines(want) {
		if line = strings.TrimSpace(line); line != "" {
			wanted.WriteString(line + "\n")
		}
	}
	for _, d := range got {
		fmt.Fprintf(&b, "%d:%d+%d %s: %s", d.Pos.Line, d.Pos.Column, d.Length, d.Code, d.Text)
		if d.Hint != "" {
			fmt.Fprintf(&b, " (%s)", d.Hint)
		}
		b.WriteByte('\n')
	}
	if d := cmp.Diff(wanted.String(), b.String()); d != "" {
		t.Errorf("diagnostics (-want +got):\n%s", d)
	}
}

// typed compares what the file says, not where.
var typed = cmpopts.IgnoreFields(playbook.Settings{}, "Where")

func TestDefaults(t *testing.T) {
	got, list := config.Parse([]byte("title: T\ndescription: D\n"), rules())
	sameLines(t, "", list)
	want := playbook.DefaultSettings()
	want.Title, want.Description = "T", "D"
	if d := cmp.Diff(want, got, typed); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestEverySetting(t *testing.T) {
	got, list := config.Parse([]byte("\uFEFF---\r\n"+strings.ReplaceAll(`# a comment
title: T
description: D
language: de-AT
base_url: https://example.org/pb
theme: ours
author: A
license: MIT
navigation:
  - {title: Home, to: index.html}
repository: {url: https://example.org/r, edit: "{url}/e/{path}"}
vocabularies:
  toward:
    - id: customer
    - {id: коллега, label: Коллега}
rules: {orphan: off, review-overdue: error}
names: [Jane Doe]
teams: [A, B]
drafts: true
`, "\n", "\r\n")), rules())
	sameLines(t, "", list)
	want := playbook.DefaultSettings()
	want.Title, want.Description, want.Language, want.BaseURL = "T", "D", "de-AT", "https://example.org/pb/"
	want.Theme, want.Author, want.License, want.Drafts = "ours", "A", "MIT", true
	want.Navigation = []playbook.NavItem{{Title: "Home", To: "index.html"}}
	want.Repository.URL, want.Repository.Edit = "https://example.org/r", "{url}/e/{path}"
	want.Vocabularies.Toward = []playbook.Value{{ID: "customer"}, {ID: "коллега", Label: "Коллега"}}
	want.Rules = map[string]diag.Severity{"orphan": diag.Off, "review-overdue": diag.Error}
	want.Names, want.Teams = []string{"Jane Doe"}, []string{"A", "B"}
	if d := cmp.Diff(want, got, typed); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

// What has a mistake keeps its default, and all mistakes are named in one run.
func TestMistakesKeepDefaults(t *testing.T) {
	got, list := config.Parse([]byte(`titel: T
description:
language: [de]
base_url: example.org
navigation: [{title: Home, too: index.html}]
repository: {branch: 1}
vocabularies:
  toward: [{id: Kunde}, {id: a}, {id: a}, {label: x}]
  setting: meeting
rules: {orphans: off, orphan: eror, review-overdue: , summary-long: warning}
drafts: no
drafts: true
`), rules())
	sameLines(t, `
		1:1+5 unknown-field: unknown field “titel” (did you mean “title”?)
		2:1+11 empty-field: “description” is empty (what it is, in one or two sentences)
		3:11+1 wrong-type: “language” takes one value, found a list
		5:28+3 unknown-field: unknown field “too” (did you mean “to”?)
		5:14+1 missing-field: “navigation[0].to” is missing (address within the site (examples/index.html), or a full https URL)
		6:22+1 wrong-type: “repository.branch” is text, found a number (put it in quotes: "1")
		8:43+1 missing-field: “vocabularies.toward[3].id” is missing (what front matter says)
		9:12+7 wrong-type: “vocabularies.setting” is a list, found text (write a list; it has the fields id, label)
		10:9+7 unknown-field: unknown name “orphans” in “rules” (did you mean “orphan”?)
		10:31+4 unknown-value: “rules.orphan” cannot be “eror” (did you mean “error”?)
		10:37+14 empty-field: “rules.review-overdue” is empty (severity of a rule of playbook check: off, note, warning or error)
		11:9+2 wrong-type: “drafts” is true or false, found “no” (write true or false)
		12:1+6 duplicate-key: “drafts” is given twice (the first stands on line 11; keep one)
		1:1+1 missing-field: “title” is missing (name of the playbook)
		4:11+11 unknown-value: “base_url” is not a web address: example.org (write it in full, like https://example.org/playbook/)
		8:17+5 unknown-value: “Kunde” cannot be an id (write it as “kunde”, and what readers see as label)
		8:39+1 unknown-value: “a” is listed twice (keep one)
	`, list)
	want := playbook.DefaultSettings()
	if got.Language != want.Language || got.Repository != want.Repository || got.BaseURL != "" || got.Drafts {
		t.Errorf("read %+v", got)
	}
	if d := cmp.Diff(want.Vocabularies.Setting, got.Vocabularies.Setting); d != "" {
		t.Errorf("settings (-want +got):\n%s", d)
	}
	if d := cmp.Diff(map[string]diag.Severity{"summary-long": diag.Warning}, got.Rules); d != "" {
		t.Errorf("rules (-want +got):\n%s", d)
	}
}

func TestFileThatCannotBeRead(t *testing.T) {
	for src, want := range map[string]string{
		"": `
			1:1+1 missing-field: “title” is missing (name of the playbook)
			1:1+1 missing-field: “description” is missing (what it is, in one or two sentences)`,
		"title: a: b\n":                         `1:9+1 syntax: a colon inside a value (put the value in quotes: title: "One: two")`,
		"title: T\r\n\ttheme: x":                `2:1+1 syntax: found a tab character that violates indentation (indent with spaces)`,
		"- a\r- b\r":                            `1:1+1 wrong-type: expected fields (name: value), found a list (start with a field: title: …)`,
		"title: T\rdescription: D\rnosuch: x\r": `3:1+6 unknown-field: unknown field “nosuch” (remove it; playbook schema lists the fields there are)`,
	} {
		got, list := config.Parse([]byte(src), rules())
		sameLines(t, want, list)
		if got.Language != "en" || len(got.Vocabularies.Toward) != 4 {
			t.Errorf("%q: read %+v", src, got)
		}
	}
}

func TestShippedConfiguration(t *testing.T) {
	src, err := os.ReadFile("../../" + config.File)
	if err != nil {
		t.Fatal(err)
	}
	got, list := config.Parse(src, rules())
	sameLines(t, "", list)
	if got.Title == "" || got.Description == "" {
		t.Errorf("read %+v", got)
	}
}

func TestBaseURL(t *testing.T) {
	for text, want := range map[string]string{
		"https://example.org":             "https://example.org/",
		"https://example.org/":            "https://example.org/",
		"https://example.org/a/b":         "https://example.org/a/b/",
		"https://example.org/a//":         "https://example.org/a/",
		"http://localhost:8080/x":         "http://localhost:8080/x/",
		"HTTPS://example.org":             "https://example.org/",
		"https://bücher.example/grüße":    "https://xn--bcher-kva.example/gr%C3%BC%C3%9Fe/",
		"https://example.org/?a=b":        "",
		"https://example.org/?":           "",
		"https://example.org/#top":        "",
		"https://example.org/#":           "",
		"https://":                        "",
		"https://:443/":                   "",
		"https:///path":                   "",
		"https://exa mple.org/":           "",
		"https://example.org/a b":         "",
		"//example.org/":                  "",
		"example.org/playbook":            "",
		"/playbook/":                      "",
		"ftp://example.org/":              "",
		"javascript:alert(1)":             "",
		"mailto:someone@example.org":      "",
		"https://example.org:port/":       "",
		"https://example.org/%zz":         "",
		"https://[::1]/playbook":          "https://[::1]/playbook/",
		"https://example.org/\\u202ehtml": "",
	} {
		got, list := config.Parse([]byte("title: T\ndescription: D\nbase_url: \""+text+"\"\n"), nil)
		if got.BaseURL != want {
			t.Errorf("%s: read as %q, want %q", text, got.BaseURL, want)
		}
		if (len(list) > 0) != (want == "") {
			t.Errorf("%s: %+v", text, list)
		}
		for _, d := range list {
			if d.Pos != (diag.Position{File: config.File, Line: 3, Column: 11}) || d.Source == "" || d.Hint == "" {
				t.Errorf("%s: %+v", text, d)
			}
		}
	}
}

// Checks of the whole playbook point into the file, too.
func TestSettingsKnowWhereTheyStand(t *testing.T) {
	s, _ := config.Parse([]byte("title: T\r\ndescription: D\r\nnavigation:\r\n  - {title: Größe, to: x.html}\r\n"), nil)
	pos := s.Where.At("navigation[0].to")
	if want := (diag.Position{File: config.File, Line: 4, Column: 24}); pos != want {
		t.Errorf("stands at %+v, want %+v", pos, want)
	}
	if line := s.Where.Line(pos.Line); line != "  - {title: Größe, to: x.html}" {
		t.Errorf("line %q", line)
	}
}

func TestVocabularies(t *testing.T) {
	s, _ := config.Parse([]byte("title: T\ndescription: D\nvocabularies: {toward: [{id: b, label: B}, {id: a}]}\n"), nil)
	want := map[string][]string{"toward": {"b", "a"}, "setting": {"meeting", "one-to-one", "task", "written", "event"}}
	if d := cmp.Diff(want, config.Vocabularies(s)); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestMissingNamesTheFile(t *testing.T) {
	d := config.Missing()
	if d.Pos.File != "content/playbook.yaml" || d.Severity != diag.Error || d.Hint == "" {
		t.Errorf("%+v", d)
	}
}
