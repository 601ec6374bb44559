package pages

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/playbook"
)

// drawEntries are examples and stories of any situation, by the address of their page.
func drawEntries(t *rapid.T) map[string]*playbook.Entry {
	pick := func(name string, values []string) string { return rapid.SampledFrom(values).Draw(t, name) }
	toward := rapid.SampledFrom([]string{"peer", "boss", "newcomer", "group"})
	out := map[string]*playbook.Entry{}
	for i := range rapid.IntRange(0, 60).Draw(t, "entries") {
		sit := playbook.Situation{
			Way: playbook.BySuggestion, Toward: rapid.SliceOfN(toward, 1, 3).Draw(t, "toward"),
			Action:      playbook.Action(pick("action", playbook.Action("").Values())),
			Receptivity: playbook.Receptivity(pick("degree", degrees())),
			Style:       []playbook.Style{playbook.Style(pick("style", playbook.Style("").Values()))},
		}
		id := fmt.Sprintf("e%02d", i)
		e := example(id, sit, "a")
		if rapid.Bool().Draw(t, "story") {
			e = tale(id, sit, playbook.Outcome(pick("outcome", playbook.Outcome("").Values())), playbook.Provenance(pick("provenance", playbook.Provenance("").Values())), "a")
			e.Story.Examples = []string{"e00"}
		}
		out[e.Address()] = e
	}
	return out
}

func bookOf(entries map[string]*playbook.Entry, order []string) *Book {
	all := []*playbook.Entry{principle("a")}
	for _, address := range order {
		all = append(all, entries[address])
	}
	return Plan(playbook.Assemble(playbook.Input{Settings: playbook.DefaultSettings(), Entries: all}), Options{})
}

func finderIn(b *Book) FinderView {
	for _, p := range b.Pages {
		if p.Address == playbook.FinderAddress {
			return b.View(p).Data.(FinderView)
		}
	}
	return FinderView{}
}

// before says whether a card must not stand behind another: examples first, then what has
// proved itself further, then what is read first.
func before(a, b *playbook.Entry) bool {
	switch {
	case a.Kind != b.Kind:
		return a.Kind == playbook.KindExample
	case rank(a) != rank(b):
		return rank(a) > rank(b)
	}
	return a.Number() < b.Number()
}

// Every card fits its cell, the best first; a cell is small, has something of each kind of
// change that there is anything for, and counts the rest; nothing that fits is better than
// the least of what is shown of its kind of change.
func TestCellsHaveTheBestOfWhatFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries := drawEntries(t)
		var order []string
		for address := range entries {
			order = append(order, address)
		}
		slices.Sort(order)
		v := finderIn(bookOf(entries, order))
		for _, a := range v.Audiences {
			for _, c := range a.Cells {
				fitting := map[playbook.Kind][]*playbook.Entry{}
				for _, address := range order {
					e := entries[address]
					if slices.Contains(e.Derived.Toward, a.Value) && string(e.Situation.Receptivity) == c.Value {
						fitting[e.Kind] = append(fitting[e.Kind], e)
					}
				}
				shown := map[playbook.Kind][]*playbook.Entry{}
				var last *playbook.Entry
				for _, card := range c.Cards {
					e := entries[card.Href]
					if !slices.Contains(fitting[e.Kind], e) {
						t.Fatalf("%s does not fit %s, %s", card.Href, a.Title, c.Title)
					}
					if last != nil && !before(last, e) {
						t.Fatalf("%s stands before %s", last.ID, e.ID)
					}
					last = e
					shown[e.Kind] = append(shown[e.Kind], e)
				}
				for kind, all := range fitting {
					checkShelf(t, shown[kind], all)
				}
				for _, m := range c.More {
					kind := playbook.KindExample
					if strings.HasPrefix(m.Href, "stories/") {
						kind = playbook.KindStory
					}
					if c.Value != "" && m.N != len(fitting[kind]) {
						t.Fatalf("%s, %s: %d %s, of %d", a.Title, c.Title, m.N, m.Noun, len(fitting[kind]))
					}
				}
			}
			if !a.Empty && len(a.Cells)+len(a.Gaps) < len(degrees())-1 {
				t.Fatalf("%s: what is missing is not said", a.Title)
			}
		}
	})
}

func checkShelf(t *rapid.T, shown, all []*playbook.Entry) {
	if len(shown) != min(len(all), shelfSize) {
		t.Fatalf("%d of %d are shown", len(shown), len(all))
	}
	for _, e := range all {
		if slices.Contains(shown, e) {
			continue
		}
		i := slices.IndexFunc(shown, func(s *playbook.Entry) bool { return s.Situation.Action == e.Situation.Action })
		if i < 0 {
			t.Fatalf("nothing shown is to %s, and %s is", e.Situation.Action, e.ID)
		}
		for _, s := range shown {
			if s.Situation.Action == e.Situation.Action && before(e, s) {
				t.Fatalf("%s is shown, and not %s, which is better", s.ID, e.ID)
			}
		}
	}
}

// Whatever order files come in, the page is the same.
func TestTheFinderDoesNotDependOnTheOrderOfFiles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries := drawEntries(t)
		var order []string
		for address := range entries {
			order = append(order, address)
		}
		slices.Sort(order)
		want := finderIn(bookOf(entries, order))
		if got := finderIn(bookOf(entries, rapid.Permutation(order).Draw(t, "order"))); !reflect.DeepEqual(got, want) {
			t.Fatal("another order gives another page")
		}
	})
}
