package pack_test

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/pack"
)

type leaf struct {
	Name  string
	Small int8
	Wide  uint64
	Flag  bool
}

type tree struct {
	Leaf   leaf
	Leaves []leaf
	Maybe  *leaf
	Sum    [4]byte
	Names  [][]string
	Own    secret
}

// secret has its own way to be written.
type secret struct{ word string }

func (s secret) Pack(w *pack.Writer)    { w.String(s.word) }
func (s *secret) Unpack(r *pack.Reader) { s.word = r.String() }

func leaves() *rapid.Generator[leaf] {
	return rapid.Custom(func(t *rapid.T) leaf {
		return leaf{rapid.String().Draw(t, "name"), rapid.Int8().Draw(t, "small"), rapid.Uint64().Draw(t, "wide"), rapid.Bool().Draw(t, "flag")}
	})
}

func trees() *rapid.Generator[tree] {
	return rapid.Custom(func(t *rapid.T) tree {
		out := tree{
			Leaf: leaves().Draw(t, "leaf"), Leaves: rapid.SliceOf(leaves()).Draw(t, "leaves"),
			Maybe: rapid.Ptr(leaves(), true).Draw(t, "maybe"),
			Names: rapid.SliceOf(rapid.SliceOfN(rapid.String(), 1, 3)).Draw(t, "names"),
			Own:   secret{rapid.String().Draw(t, "word")},
		}
		copy(out.Sum[:], rapid.SliceOfN(rapid.Byte(), 4, 4).Draw(t, "sum"))
		if len(out.Leaves) == 0 {
			out.Leaves = nil
		}
		if len(out.Names) == 0 {
			out.Names = nil
		}
		return out
	})
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := trees().Draw(t, "tree")
		number, sum := rapid.Int64().Draw(t, "number"), rapid.Uint64().Draw(t, "fixed")
		var w pack.Writer
		w.Int(number)
		w.Fixed(sum)
		pack.Put(&w, &want)
		r := pack.NewReader(string(w.Bytes))
		if n := r.Int(); n != number {
			t.Fatalf("%d is read as %d", number, n)
		}
		if n := r.Fixed(); n != sum {
			t.Fatalf("%d is read as %d", sum, n)
		}
		var got tree
		pack.Get(r, &got)
		if err := r.End(); err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("%+v is read as %+v (%v)", want, got, err)
		}
	})
}

// A piece of what was written is never taken for the whole, and nothing is made of it that
// is out of proportion to its length.
func TestPieces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := trees().Draw(t, "tree")
		var w pack.Writer
		pack.Put(&w, &v)
		cut := rapid.IntRange(0, len(w.Bytes)-1).Draw(t, "cut")
		r := pack.NewReader(string(w.Bytes[:cut]))
		var got tree
		pack.Get(r, &got)
		if r.Err() == nil {
			t.Fatalf("%d of %d bytes are read without an error", cut, len(w.Bytes))
		}
	})
}

func FuzzReader(f *testing.F) {
	var w pack.Writer
	pack.Put(&w, &tree{Leaves: []leaf{{Name: "a"}}, Maybe: &leaf{}})
	f.Add(string(w.Bytes))
	f.Add("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff")
	f.Add(strings.Repeat("\xff\xff\x03", 100))
	f.Fuzz(func(t *testing.T, text string) {
		r := pack.NewReader(text)
		var got tree
		pack.Get(r, &got)
		if r.End() != nil {
			return
		}
		var w pack.Writer // what could be read says the same when it is written again
		pack.Put(&w, &got)
		var again tree
		r = pack.NewReader(string(w.Bytes))
		pack.Get(r, &again)
		if r.End() != nil || !reflect.DeepEqual(got, again) {
			t.Fatalf("%+v is read again as %+v", got, again)
		}
	})
}

func TestCountsAreBelievedOnlyAsFarAsTheyCanBeTrue(t *testing.T) {
	var w pack.Writer
	w.Count(1 << 30)
	if n := pack.NewReader(string(w.Bytes) + "xx").Count(1); n != 0 {
		t.Errorf("two bytes hold %d things", n)
	}
}

func TestShapesDifferWithTheirTypes(t *testing.T) {
	type a struct{ A string }
	type b struct{ B string }
	type c struct{ A []string }
	shapes := map[string]bool{}
	for _, s := range []string{pack.Shape[a](), pack.Shape[b](), pack.Shape[c](), pack.Shape[[]a](), pack.Shape[*a](), pack.Shape[[2]a](), pack.Shape[secret]()} {
		if shapes[s] {
			t.Errorf("two types have the shape %s", s)
		}
		shapes[s] = true
	}
}

func BenchmarkGet(b *testing.B) {
	v := tree{Leaves: make([]leaf, 20), Names: [][]string{{"one", "two"}, {"three"}}}
	var w pack.Writer
	pack.Put(&w, &v)
	text := string(w.Bytes)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		var got tree
		pack.Get(pack.NewReader(text), &got)
	}
}
