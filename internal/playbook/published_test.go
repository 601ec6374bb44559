package playbook

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestPublishedAreThoseOfTheKindsInOrder(t *testing.T) {
	kinds := rapid.SliceOfN(rapid.SampledFrom(Kinds()), 0, 4)
	rapid.Check(t, func(t *rapid.T) {
		p := Assemble(Input{Entries: genEntries(t)})
		asked := kinds.Draw(t, "kinds")
		var want []*Entry
		for _, e := range p.Entries {
			if e.Derived.Published && (len(asked) == 0 || slices.Contains(asked, e.Kind)) {
				want = append(want, e)
			}
		}
		got := p.Published(asked...)
		if !slices.Equal(got, want) {
			t.Fatalf("%d are published of %q, want %d", len(got), asked, len(want))
		}
		if _ = append(got, nil); !slices.Equal(p.Published(asked...), want) {
			t.Fatal("appending to a list changes another")
		}
	})
}

func TestEveryEntryIsFoundByItsFile(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries := genEntries(t)
		for i, e := range entries {
			if rapid.Bool().Draw(t, "elsewhere") { // no file says of itself where it stands
				e.File = entries[len(entries)-1-i].File + "x"
			}
		}
		p := Assemble(Input{Entries: entries})
		for _, e := range entries {
			if got, ok := p.ByFile(e.File); !ok || got.File != e.File {
				t.Fatalf("%s leads to %v", e.File, got)
			}
		}
		if _, ok := p.ByFile("content/principles/none.md"); ok {
			t.Fatal("there is a file that is not there")
		}
	})
}
