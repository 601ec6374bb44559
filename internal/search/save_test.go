package search

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/pack"
)

// saved is what a Builder writes.
func saved(b *Builder) string {
	var w pack.Writer
	w.String("what others have written")
	b.Save(&w)
	w.String("and others again")
	return string(w.Bytes)
}

// loaded is a Builder that has read what another wrote.
func loaded(t rapid.TB, text string) *Builder {
	t.Helper()
	r := pack.NewReader(text)
	if r.String() != "what others have written" {
		t.Fatal("nothing was saved")
	}
	b := new(Builder)
	if err := b.Load(r); err != nil {
		t.Fatal(err)
	}
	if r.String() != "and others again" || r.End() != nil {
		t.Fatal("more or less was read than was written")
	}
	return b
}

// TestALoadedBuilderGoesOn: whatever was built before, and saved and loaded in between, what is
// published is a clean build; and what is saved says the same when it is saved again.
func TestALoadedBuilderGoesOn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := new(Builder)
		docs := rapid.SliceOfN(fewDocument(), 0, 12).Draw(t, "documents")
		for range rapid.IntRange(1, 8).Draw(t, "builds") {
			if rapid.Bool().Draw(t, "saved") {
				text := saved(b)
				if b = loaded(t, text); saved(b) != text {
					t.Fatal("what was loaded is saved as something else")
				}
			}
			o := rapid.SampledFrom([]Options{{}, facetOptions}).Draw(t, "options")
			s := rapid.SampledFrom([]sizes{tiny, publishedSizes}).Draw(t, "sizes")
			sameFiles(t, b, docs, o, s)
			docs = edit(t, docs, fewDocument())
		}
	})
}

// TestALoadedBuilderBorrowsTheSameWords is the same where documents borrow words, and an edit
// changes how much words tell that other pages have too.
func TestALoadedBuilderBorrowsTheSameWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := topical{rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1)), rapid.IntRange(5, 125).Draw(t, "words"), "en"}
		docs := make([]Document, rapid.SampledFrom([]int{198, 202, 235}).Draw(t, "documents"))
		for i := range docs {
			docs[i] = w.page()
		}
		b := new(Builder)
		for range 4 {
			sameFiles(t, b, docs, Options{}, publishedSizes)
			b = loaded(t, saved(b))
			docs = slices.Clone(docs)
			for range rapid.SampledFrom([]int{0, 1, 9}).Draw(t, "edits") {
				i := w.random.IntN(len(docs))
				switch w.random.IntN(5) {
				case 0:
					docs = slices.Insert(docs, i, w.page())
				case 1:
					docs = slices.Delete(docs, i, i+1)
				case 2:
					docs[i].Maturity = "tried"
				default:
					docs[i].Body += w.text(i, 1+w.random.IntN(3))
				}
			}
		}
	})
}

// TestOnlyWhatIsNewIsAskedFor: a Builder that was loaded asks for no document that it knows.
func TestOnlyWhatIsNewIsAskedFor(t *testing.T) {
	docs := pages()
	var b Builder
	b.build(docs, facetOptions, tiny)
	next := loaded(t, saved(&b))
	docs[1].Body += " zebra"
	docs = slices.Insert(docs, 4, Document{Title: "New"})
	s := listed(docs, func(i int) Key { return keyOf(&docs[i]) })
	asked := make([]bool, len(docs))
	s.Document = func(i int) Document {
		asked[i] = true
		return docs[i]
	}
	next.update(s, facetOptions, tiny)
	for i, was := range asked {
		if was != (i == 1 || i == 4) {
			t.Errorf("document %d: asked for is %v", i, was)
		}
	}
}

// FuzzLoad: whatever is read, a Builder is what was saved or as good as new.
func FuzzLoad(f *testing.F) {
	var b Builder
	few := make([]Document, 200)
	for i := range few {
		few[i].Title = "ask " + string(rune('a'+i%7))
	}
	for _, docs := range [][]Document{nil, pages()[:2], few} {
		b.Build(docs, facetOptions)
		var w pack.Writer
		b.Save(&w)
		f.Add(string(w.Bytes))
	}
	f.Fuzz(func(t *testing.T, text string) {
		var b Builder
		if b.Load(pack.NewReader(text)) != nil {
			if !reflect.DeepEqual(b.memory, memory{}) {
				t.Fatal("something is remembered")
			}
			return
		}
		var w pack.Writer
		b.Save(&w)
		if err := new(Builder).Load(pack.NewReader(string(w.Bytes))); err != nil {
			t.Fatalf("what was loaded cannot be saved and loaded again: %v", err)
		}
	})
}

// TestAPieceIsNotLoaded: a file that was cut off is never taken for a whole one.
func TestAPieceIsNotLoaded(t *testing.T) {
	var from Builder
	from.Build(made(210), facetOptions)
	var w pack.Writer
	from.Save(&w)
	for n := 0; n < len(w.Bytes); n += 1 + len(w.Bytes)/200 {
		var b Builder
		if b.Load(pack.NewReader(string(w.Bytes[:n]))) == nil {
			t.Fatalf("%d of %d bytes are loaded", n, len(w.Bytes))
		}
	}
}
