package corpus

import (
	"math/rand/v2"
	"slices"
)

// writer gives entries their fields and bodies.
type writer struct {
	rng    *rand.Rand
	corpus *Corpus
	taken  map[string]bool // names of entries, aliases among them
	text   text            // of the entry that is being written
	of     map[string][]*Entry
}

func newWriter(c *Corpus, rng *rand.Rand, taken map[string]bool) *writer {
	w := &writer{rng: rng, corpus: c, taken: taken, of: map[string][]*Entry{}}
	for _, e := range c.Entries {
		w.of[e.Kind] = append(w.of[e.Kind], e)
	}
	return w
}

func (w *writer) write(i int, e *Entry) {
	w.text = newText(e.said)
	e.said = ""
	w.common(e)
	switch principles := w.of[Principles]; e.Kind {
	case Principles:
		w.principle(e)
	case Examples:
		// Each principle has an example before any has a second by chance.
		w.example(e, principles[i%len(principles)])
	case Stories:
		w.story(e)
	}
	e.body = w.body(e)
}

// chance is true so many times in a hundred.
func (w *writer) chance(percent int) bool { return w.rng.IntN(100) < percent }

func (w *writer) one(list ...string) string { return list[w.rng.IntN(len(list))] }

// some gives from 1 to most different values of a list, in its order.
func (w *writer) some(most int, list ...string) []string {
	var out []string
	chosen := w.rng.Perm(len(list))[:1+w.rng.IntN(most)]
	slices.Sort(chosen)
	for _, i := range chosen {
		out = append(out, list[i])
	}
	return out
}

// any gives an entry that is not e, the first ones of the list more often: what has stood
// there for long is referred to more.
func (w *writer) any(e *Entry, list []*Entry) *Entry {
	for {
		other := list[min(w.rng.IntN(len(list)), w.rng.IntN(len(list)))]
		if other != e || len(list) == 1 {
			return other
		}
	}
}

// several gives from 1 to most different names of entries.
func (w *writer) several(e *Entry, most int, list []*Entry) []ref {
	var out []ref
	for range 1 + w.rng.IntN(most) {
		if r := w.any(e, list).ref(); !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}
