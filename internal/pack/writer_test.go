package pack_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/pack"
)

// steps are ways to write something, now and then so much that it is handed on.
func steps() *rapid.Generator[[]func(*pack.Writer)] {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) func(*pack.Writer) {
		n, text := rapid.Uint64().Draw(t, "number"), rapid.String().Draw(t, "text")
		switch rapid.IntRange(0, 7).Draw(t, "step") {
		case 0:
			return func(w *pack.Writer) { w.Int(int64(n)) }
		case 1:
			return func(w *pack.Writer) { w.Fixed(n) }
		case 2:
			return func(w *pack.Writer) { w.Bool(n%2 == 0) }
		case 3:
			return func(w *pack.Writer) { w.Count(int(n >> 1)) }
		case 4:
			all := trees().Draw(t, "tree")
			return func(w *pack.Writer) { pack.Put(w, &all) }
		case 5, 6:
			long := strings.Repeat(text+"-", rapid.SampledFrom([]int{1, 9_000, 70_000}).Draw(t, "times"))
			return func(w *pack.Writer) { w.String(long) }
		}
		return func(w *pack.Writer) { w.Uint(n) }
	}), 0, 30)
}

func TestWhatIsHandedOnIsWhatWouldBeCollected(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var collected pack.Writer
		var to strings.Builder
		handing := pack.Writer{To: &to}
		for _, write := range steps().Draw(t, "steps") {
			write(&collected)
			write(&handing)
			if written := to.String() + string(handing.Bytes); written != string(collected.Bytes) {
				t.Fatalf("%d bytes are written, and %d collected", len(written), len(collected.Bytes))
			}
		}
		handing.String("") // whatever was left by what hands nothing on, this does
		collected.String("")
		if len(handing.Bytes) >= 64<<10 {
			t.Fatalf("%d bytes are kept in memory", len(handing.Bytes))
		}
		if err := handing.Flush(); err != nil || len(handing.Bytes) > 0 || to.String() != string(collected.Bytes) {
			t.Fatalf("%d of %d bytes were handed on, %d are left (%v)", to.Len(), len(collected.Bytes), len(handing.Bytes), err)
		}
	})
}

// disk takes so many bytes and no more.
type disk struct {
	strings.Builder
	room int
}

var errFull = errors.New("no space left")

func (d *disk) Write(b []byte) (int, error) {
	n := min(len(b), d.room)
	d.room -= n
	d.Builder.Write(b[:n])
	if n < len(b) {
		d.room = 0
		return n, errFull
	}
	return n, nil
}

// What could not be handed on is never passed over in silence, also when there would have
// been room for what came later.
func TestAWriterWhoseDiskIsFullSaysSo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var all pack.Writer
		to := &disk{room: rapid.IntRange(0, 300_000).Draw(t, "room")}
		room := to.room
		w := pack.Writer{To: to}
		for i, write := range steps().Draw(t, "steps") {
			write(&all)
			write(&w)
			if i == 20 {
				to.room += 1000 // somebody removes a file
			}
		}
		err := w.Flush()
		switch {
		case err == nil && to.String() != string(all.Bytes):
			t.Fatalf("%d of %d bytes were handed on, and nothing is said of it", to.Len(), len(all.Bytes))
		case err != nil && (!errors.Is(err, errFull) || len(all.Bytes) <= room):
			t.Fatalf("%d bytes into room for %d: %v", len(all.Bytes), room, err)
		case !strings.HasPrefix(string(all.Bytes), to.String()):
			t.Fatal("something was handed on after what could not be")
		}
		if again := w.Flush(); !errors.Is(again, err) {
			t.Fatalf("%v is forgotten: %v", err, again)
		}
	})
}

func TestACopyIsEqualAndOfItsOwn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := trees().Draw(t, "tree")
		copied, packed := pack.Copy(&v)
		if !reflect.DeepEqual(copied, v) {
			t.Fatalf("%+v is copied as %+v", v, copied)
		}
		var again tree
		r := pack.NewReader(packed)
		if pack.Get(r, &again); r.End() != nil || !reflect.DeepEqual(again, v) {
			t.Fatalf("%+v is packed as %+v (%v)", v, again, r.Err())
		}
		for i := range v.Leaves {
			v.Leaves[i].Name += "!"
		}
		if v.Maybe != nil {
			v.Maybe.Name += "!"
		}
		for _, names := range v.Names {
			names[0] += "!"
		}
		if !reflect.DeepEqual(copied, again) {
			t.Fatal("a change of the original is one of the copy")
		}
	})
}

func TestALentWriterIsEmpty(t *testing.T) {
	for range 3 {
		pack.With(func(outer *pack.Writer) {
			outer.String("outer")
			pack.With(func(inner *pack.Writer) {
				if len(inner.Bytes) > 0 || inner.To != nil {
					t.Errorf("it holds %q already", inner.Bytes)
				}
				inner.String("inner")
			})
			if r := pack.NewReader(string(outer.Bytes)); r.String() != "outer" || r.End() != nil {
				t.Errorf("it holds %q", outer.Bytes)
			}
		})
	}
}
