package intake_test

import (
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/frontmatter"
	"github.com/microleadership/playbook/internal/intake"
	"github.com/microleadership/playbook/internal/markdown"
	"github.com/microleadership/playbook/internal/playbook"
)

var vocabularies = map[string][]string{
	"toward":  {"peer", "boss", "newcomer", "group"},
	"setting": {"meeting", "one-to-one", "task", "written", "event"},
}

// options are those of a playbook with two principles and an example.
func options() intake.Options {
	names := map[playbook.Kind]map[string]string{
		playbook.KindPrinciple: {"sell-the-ticket": "Sell the ticket, then choose your hat", "lead-by-example": "Lead by example"},
		playbook.KindExample:   {"say-the-lone-no": "Say the lone no"},
	}
	s := playbook.DefaultSettings()
	s.Names = []string{"Jürgen Müller", "Grace", "王芳"}
	s.Teams = nil
	s.Import.Columns = map[string]string{"Was war los?": "situation", "Schuhgröße": "skip", "Wer (Rolle): 1.2": "toward"}
	return intake.Options{
		Settings: s,
		Resolve: func(kind playbook.Kind, name string) (string, bool) {
			for id, title := range names[kind] {
				if name == id || strings.EqualFold(name, title) {
					return id, true
				}
			}
			return "", false
		},
		Names: func(kind playbook.Kind) []string {
			var out []string
			for id := range names[kind] {
				out = append(out, id)
			}
			slices.Sort(out)
			return out
		},
		Taken: func(string) bool { return false },
		Known: func(string) (string, bool) { return "", false },
	}
}

func read(text string, o intake.Options) ([]intake.Story, diag.List) {
	return intake.Read(intake.Input{File: "input", Data: []byte(text)}, o)
}

// tester is what tests and properties have in common.
type tester interface {
	Helper()
	Fatalf(format string, args ...any)
}

// one reads a text that is one story.
func one(t testing.TB, text string, o intake.Options) (intake.Story, diag.List) {
	t.Helper()
	stories, list := read(text, o)
	if len(stories) != 1 {
		t.Fatalf("%d stories, findings %v", len(stories), list)
	}
	return stories[0], list
}

var converter = markdown.New(markdown.Options{})

// loaded is a file as the playbook reads it: nothing is wrong with it but what is missing.
type loaded struct {
	entry *playbook.Entry
	body  playbook.Body
}

func load(t tester, s intake.Story) loaded {
	t.Helper()
	p, list := frontmatter.Parse(path.Join("content/stories", s.ID+".md"), playbook.KindStory, s.ID, s.Text, vocabularies)
	for _, d := range list {
		if d.Code != "missing-field" {
			t.Fatalf("%+v in\n%s", d, s.Text)
		}
	}
	if p.Entry.Story.Review != playbook.ReviewSubmitted || p.Entry.Story.Credit == "" || p.Entry.Story.Provenance == "" {
		t.Fatalf("review %q, credit %q, provenance %q in\n%s", p.Entry.Story.Review, p.Entry.Story.Credit, p.Entry.Story.Provenance, s.Text)
	}
	body, _ := converter.Convert(p.Entry.File, p.Body, p.Line)
	return loaded{p.Entry, body}
}

func (l loaded) section(name string) string {
	for _, s := range l.body.Sections {
		if s.Heading.Text == name {
			return s.Text
		}
	}
	return ""
}

func codes(list diag.List) []string {
	var out []string
	for _, d := range list {
		out = append(out, d.Code)
	}
	return out
}

// find returns the first finding whose text holds all parts.
func find(t testing.TB, list diag.List, parts ...string) diag.Diagnostic {
	t.Helper()
	for _, d := range list {
		if !slices.ContainsFunc(parts, func(p string) bool { return !strings.Contains(d.Code+" "+d.Text+" "+d.Hint, p) }) {
			return d
		}
	}
	t.Fatalf("no finding with %q in %+v", parts, list)
	return diag.Diagnostic{}
}
