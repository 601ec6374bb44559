package frontmatter_test

import (
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/frontmatter"
	"github.com/microleadership/playbook/internal/playbook"
)

// What playbook new writes is read without a complaint, before anything is filled in.
func TestTemplatesAreValid(t *testing.T) {
	for _, kind := range playbook.Kinds() {
		t.Run(string(kind), func(t *testing.T) {
			text := string(frontmatter.Template(kind, nil, vocabularies()))
			got, list := parse(kind, text)
			sameLines(t, "", list)
			if !got.Entry.Draft {
				t.Error("a new entry is a draft")
			}
			for _, s := range specsOf(kind, structsOf(emptyEntry(kind))...) {
				if _, _, there := got.Where.Fields.Of(s.name); s.required && !there {
					t.Errorf("%s is left out", s.name)
				}
			}
		})
	}
}

// Each field is explained, with the values there are in this playbook.
func TestTemplatesExplain(t *testing.T) {
	team := vocabularies()
	team["toward"] = []string{"customer", "neighbour"}
	text := string(frontmatter.Template(playbook.KindExample, nil, team))
	for _, want := range []string{
		"# What the entry is called.\ntitle: ",
		"# Who is influenced. One of: customer, neighbour.\ntoward: [customer]\n",
		"# How large the change is. One of: tiny, small, moderate.\nmagnitude: tiny\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
}

func TestTemplateTakesWhatIsGiven(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		title := rapid.String().Filter(func(s string) bool { return playbook.Slug(s) != "" }).Draw(t, "title")
		given := map[string]string{"title": strconv.Quote(title), "order": "3", "nosuch": "x"}
		text := string(frontmatter.Template(playbook.KindPrinciple, given, vocabularies()))
		got, list := parse(playbook.KindPrinciple, text)
		for _, d := range list {
			if d.Code != "encoding" { // a title may have any character, and is told of those that it must not
				t.Fatalf("%+v\n%s", list, text)
			}
		}
		if len(list) == 0 && (got.Entry.Title != title || got.Entry.Principle.Order != 3) {
			t.Fatalf("read %q\n%s", got.Entry.Title, text)
		}
	})
}
