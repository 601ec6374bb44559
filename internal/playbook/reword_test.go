package playbook

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func said(e *Entry, text string, links ...Link) *Entry {
	e.Say(&Text{Body: Body{Text: text, Links: links}})
	return e
}

func TestRewordChangesOneText(t *testing.T) {
	named := func(id, text string, links ...Link) *Entry {
		return said(&Entry{Kind: KindPage, ID: id, File: "content/pages/" + id + ".md", Common: Common{Title: id}}, text, links...)
	}
	link := Link{Target: "b.md"}
	p := Assemble(Input{Entries: []*Entry{named("a", "one", link), named("b", "two")}})
	a, _ := p.ByFile("content/pages/a.md")
	b, _ := p.ByFile("content/pages/b.md")

	q, ok := p.Reword([]*Entry{named("a", "changed", link)})
	if !ok || !p.Alike(q) {
		t.Fatal("a changed text changes what others know")
	}
	got := []string{p.Text(a).Body.Text, q.Text(a).Body.Text, q.Text(b).Body.Text}
	if diff := cmp.Diff([]string{"one", "changed", "two"}, got); diff != "" {
		t.Error(diff)
	}
	for why, reading := range map[string]*Entry{
		"a link":    named("a", "one"),
		"a new one": named("c", "one"),
		"a title":   said(&Entry{Kind: KindPage, ID: "a", File: "content/pages/a.md", Common: Common{Title: "A"}}, "one", link),
	} {
		if _, ok := p.Reword([]*Entry{reading}); ok {
			t.Errorf("others are thought not to see %s", why)
		}
	}
	if other := Assemble(Input{Entries: []*Entry{named("a", "one", link), named("b", "two")}}); p.Alike(other) {
		t.Error("two assemblies share their facts")
	}
}
