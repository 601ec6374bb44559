package pages

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/playbook"
)

func finderOf(entries ...*playbook.Entry) FinderView {
	return plan(entries...)[playbook.FinderAddress].(FinderView)
}

// asking is a suggestion to people who are ready to some degree.
func asking(degree string, action playbook.Action, toward []string, style ...playbook.Style) playbook.Situation {
	return playbook.Situation{Way: playbook.BySuggestion, Toward: toward, Action: action, Receptivity: playbook.Receptivity(degree), Style: style}
}

var boss = []string{"boss"}

// outline writes an audience's cells and gaps in a line each.
func outline(a FinderAudience) []string {
	var out []string
	for _, c := range a.Cells {
		var cards, more []string
		for _, card := range c.Cards {
			cards = append(cards, card.Href)
		}
		for _, m := range c.More {
			more = append(more, fmt.Sprint(m.N, " ", m.Noun, " → ", m.Href))
		}
		out = append(out, c.Title+": "+strings.Join(cards, " ")+" | "+strings.Join(more, ", "))
	}
	for _, g := range a.Gaps {
		out = append(out, strings.TrimSpace(g.Title+" → "+g.TellHref))
	}
	return out
}

func TestACellHasWhatFitsAndLeadsToTheRest(t *testing.T) {
	v := finderOf(principle("a"),
		example("one", asking("unsure", "think", boss, "question"), "a"), example("shown", showing("boss", "peer"), "a"),
		tale("told", asking("unsure", "stop", boss, "facts", "question"), "followed", "submitted", "a"),
		tale("tried", asking("resistant", "stop", boss, "enthusiasm"), "not-followed", "submitted", "a"),
	)
	want := []string{
		"If they are unsure: examples/one.html stories/told.html | 1 example → examples/index.html?receptivity=unsure&toward=boss, 1 story → stories/index.html?receptivity=unsure&toward=boss",
		"If they are against it: stories/tried.html | 1 story → stories/index.html?receptivity=resistant&toward=boss",
		"However they feel about it: examples/shown.html | 2 examples → examples/index.html?toward=boss, 2 stories → stories/index.html?toward=boss",
		"Open to it → share.html#receptivity=open&toward=boss",
		"Nervous about it → share.html#receptivity=nervous&toward=boss",
	}
	if diff := cmp.Diff(want, outline(v.Audiences[1])); diff != "" {
		t.Error(diff)
	}
	if newcomer := v.Audiences[2]; !newcomer.Empty || !slices.Equal(outline(newcomer), []string{"→ share.html#toward=newcomer"}) {
		t.Errorf("an audience without anything has %q", outline(newcomer))
	}
	if card := v.Audiences[1].Cells[0].Cards[0]; card.Standing != "Idea" {
		t.Errorf("an example that nobody tried says %q", card.Standing)
	}
}

func TestTheQuestionsOfferWhatThePageHas(t *testing.T) {
	v := finderOf(principle("a"), example("one", asking("unsure", "think", boss, "question"), "a"))
	var got []string
	for _, q := range v.Questions {
		for _, o := range q.Options {
			got = append(got, q.Name+"="+o.Value)
			if o.Label == "" || o.Label == o.Value {
				t.Errorf("%s %s has the label %q", q.Name, o.Value, o.Label)
			}
		}
	}
	want := []string{
		"toward=peer", "toward=boss", "toward=newcomer", "toward=group",
		"receptivity=open", "receptivity=unsure", "receptivity=nervous", "receptivity=resistant",
		"action=think", "action=start", "action=change", "action=stop",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, degree := range degrees() {
		if degreeTitles[degree] == "" || degree != "" && degreeAnswers[degree] == "" {
			t.Errorf("%q has no words", degree)
		}
	}
}

func TestAPlaybookWithNothingToFindSaysSo(t *testing.T) {
	for _, v := range []FinderView{finderOf(), finderOf(principle("a"))} {
		if v.Questions != nil || v.Audiences != nil || v.Fits != nil || v.TellHref != "share.html" {
			t.Errorf("%+v", v)
		}
	}
}

// What few share is merged, and stays merged here.
func TestTheFinderNamesNobodyWhomOthersHide(t *testing.T) {
	hidden := tale("hidden", asking("open", "stop", boss, "facts"), "followed", "submitted", "a")
	hidden.Story.Credit = playbook.CreditAnonymous
	v := finderOf(principle("a"), hidden)
	if !v.Audiences[1].Empty {
		t.Errorf("the boss of one anonymous story is found: %q", outline(v.Audiences[1]))
	}
	last := v.Audiences[len(v.Audiences)-1]
	if last.Value != playbook.Other || len(last.Cells) != 1 || last.Title != "Somebody else" {
		t.Errorf("the story is in no cell: %+v", last)
	}
}
