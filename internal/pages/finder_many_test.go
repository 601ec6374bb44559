package pages

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/playbook"
)

// A vocabulary of any size leaves a page; those that there is most for are on it, in their order.
func TestManyAudiencesAreStillOnePage(t *testing.T) {
	s := playbook.DefaultSettings()
	s.Vocabularies.Toward = nil
	var entries []*playbook.Entry
	for i := range 200 {
		id := fmt.Sprintf("who %d", i)
		s.Vocabularies.Toward = append(s.Vocabularies.Toward, playbook.Value{ID: id, Label: "Who–" + id})
		if i%10 == 3 {
			for k := range i {
				entries = append(entries, example(fmt.Sprint("e", i, "-", k), asking("open", "think", []string{id}, "facts")))
			}
		}
	}
	v := views(Plan(playbook.Assemble(playbook.Input{Settings: s, Entries: entries}), Options{}))[playbook.FinderAddress].(FinderView)
	var got []string
	for _, a := range v.Audiences {
		got = append(got, a.Value)
	}
	var want []string
	for i := 53; i < 200; i += 10 {
		want = append(want, fmt.Sprintf("who %d", i))
	}
	if diff := cmp.Diff(want, got); diff != "" || v.Omitted != 185 {
		t.Errorf("%d are left out, %s", v.Omitted, diff)
	}
}

func TestIdsOfAudiencesDiffer(t *testing.T) {
	taken := map[string]bool{}
	var got []string
	for _, value := range []string{"the boss", "the-boss", "The Boss", "!", "?"} {
		got = append(got, audienceID(value, taken))
	}
	want := []string{"to--the-boss", "to--the-boss--2", "to--the-boss--3", "to--", "to----2"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
