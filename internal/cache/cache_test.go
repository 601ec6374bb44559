package cache_test

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/cache"
	"github.com/microleadership/playbook/internal/pack"
)

func open(t fataler, dir string) *cache.Folder {
	t.Helper()
	f, err := cache.Open(dir, "format")
	if err != nil {
		t.Fatal(err)
	}
	return f
}

type fataler interface {
	Helper()
	Fatal(...any)
}

// save keeps pieces and one section that has their number.
func save(t fataler, f *cache.Folder, live []*cache.Ref, text string) {
	t.Helper()
	write := func(w *pack.Writer) { w.Bytes = append(w.Bytes, text...) }
	if err := f.Save(live, []cache.Section{{Name: "text", Save: write}}); err != nil {
		t.Fatal(err)
	}
}

// spoken is a section that says a text.
type spoken struct {
	cache.Section
	text string
}

func said(name, text string) spoken {
	return spoken{cache.Section{Name: name, Save: func(w *pack.Writer) { w.Bytes = append(w.Bytes, text...) }}, text}
}

// ahead writes a section before the others, and sees to it that nobody asks for it again.
func ahead(t fataler, f *cache.Folder, s cache.Section) cache.Section {
	t.Helper()
	out, err := f.Ahead(s)
	if err != nil {
		t.Fatal(err)
	}
	if out.Save != nil {
		t.Fatal("what is written ahead is asked for again")
	}
	return out
}

func TestWhatIsSavedIsThereForTheNext(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dir, err := os.MkdirTemp("", "cache")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(dir)
		saved := map[string]*cache.Ref{} // what the last Save was told
		section := ""
		for range rapid.IntRange(1, 8).Draw(t, "processes") {
			f := open(t, dir)
			if why := f.Discarded(); why != "" {
				t.Fatal("discarded: " + why)
			}
			if got, ok := f.Section("text"); ok != (section != "") || got != section {
				t.Fatalf("the section is %q, want %q", got, section)
			}
			now := maps.Clone(saved)
			for range rapid.IntRange(0, 6).Draw(t, "pieces") {
				text := strings.Repeat(rapid.StringMatching(`[a-z]{1,9}`).Draw(t, "piece"), rapid.SampledFrom([]int{1, 30, 60_000}).Draw(t, "times"))
				r, err := f.Put([]byte(text))
				if err != nil {
					t.Fatal(err)
				}
				now[text] = &r
			}
			for text := range maps.Clone(now) {
				if rapid.IntRange(0, 3).Draw(t, "dies") == 0 {
					delete(now, text)
				}
			}
			next := said("text", rapid.StringMatching(`[a-z]{1,9}`).Draw(t, "section"))
			want := next.text
			if rapid.Bool().Draw(t, "ahead") {
				next.Section = ahead(t, f, next.Section)
			}
			if section != "" && rapid.Bool().Draw(t, "meanwhile") { // what is ahead stays
				if err := f.Amend([]cache.Section{said("text", section).Section}); err != nil {
					t.Fatal(err)
				}
			}
			if rapid.Bool().Draw(t, "ends well") {
				if err := f.Save(slices.Collect(maps.Values(now)), []cache.Section{said("other", "x").Section, next.Section}); err != nil {
					t.Fatal(err)
				}
				saved, section = now, want
			}
			for text, r := range now {
				if got, err := f.Get(*r); err != nil || got != text {
					t.Fatalf("a piece of %d bytes has become one of %d (%v)", len(text), len(got), err)
				}
			}
			if err := f.Close(); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// Dead pieces are not kept for ever.
func TestPiecesThatNobodyNeedsGo(t *testing.T) {
	dir := t.TempDir()
	for i := range 40 {
		f := open(t, dir)
		r, err := f.Put([]byte(strings.Repeat("x", 1<<20)))
		if err != nil {
			t.Fatal(err)
		}
		save(t, f, []*cache.Ref{&r}, "text")
		f.Close()
		size, files := int64(0), 0
		list, _ := filepath.Glob(filepath.Join(dir, "pieces-*"))
		for _, name := range list {
			if info, err := os.Stat(name); err == nil {
				size, files = size+info.Size(), files+1
			}
		}
		if size > 4<<20 {
			t.Fatalf("after %d builds %d bytes lie in %d files for one piece of a megabyte", i+1, size, files)
		}
	}
}

// Whatever has happened to the files, what is read is what was saved, or nothing.
func TestHarm(t *testing.T) {
	make := func(dir string) cache.Ref {
		f := open(t, dir)
		defer f.Close()
		r, err := f.Put([]byte("a piece of text"))
		if err != nil {
			t.Fatal(err)
		}
		save(t, f, []*cache.Ref{&r}, "a section")
		return r
	}
	harms := map[string]func(b []byte, at int) []byte{
		"a bit":   func(b []byte, at int) []byte { b[at] ^= 4; return b },
		"cut":     func(b []byte, at int) []byte { return b[:at] },
		"longer":  func(b []byte, at int) []byte { return append(b, b[at:]...) },
		"zeros":   func(b []byte, at int) []byte { clear(b[at:]); return b },
		"shifted": func(b []byte, at int) []byte { return append(b[:at:at], append([]byte("x"), b[at:]...)...) },
	}
	for name, harm := range harms {
		t.Run(name, func(t *testing.T) {
			for _, file := range []string{"state", "section-0", "pieces-0"} {
				noticed := 0
				for at := 0; ; at++ {
					dir := t.TempDir()
					ref := make(dir)
					b, err := os.ReadFile(filepath.Join(dir, file))
					if err != nil {
						t.Fatal(err)
					}
					if at == len(b) {
						break
					}
					if err := os.WriteFile(filepath.Join(dir, file), harm(b, at), 0o644); err != nil {
						t.Fatal(err)
					}
					f := open(t, dir)
					section, ok := f.Section("text")
					piece, err := f.Get(ref)
					if ok && section != "a section" || err == nil && piece != "a piece of text" {
						t.Fatalf("%s at %d: %q, %q", file, at, section, piece)
					}
					if !ok && f.Discarded() == "" {
						t.Errorf("%s at %d: nobody says why there is nothing", file, at)
					}
					if !ok || err != nil {
						noticed++
					}
					reuse(t, f)
					f.Close()
				}
				if noticed == 0 {
					t.Errorf("%s: no harm was noticed", file)
				}
			}
		})
	}
}

// reuse uses a folder as if nothing had been: it must be as good as new.
func reuse(t *testing.T, f *cache.Folder) {
	t.Helper()
	r, err := f.Put([]byte("another"))
	if err != nil {
		t.Fatal(err)
	}
	save(t, f, []*cache.Ref{&r}, "again")
	if got, err := f.Get(r); got != "another" || err != nil {
		t.Fatalf("%q, %v", got, err)
	}
}

func TestWhoElseMayUseIt(t *testing.T) {
	dir := t.TempDir()
	f := open(t, dir)
	if _, err := cache.Open(dir, "format"); !errors.Is(err, cache.ErrBusy) {
		t.Errorf("a second process gets it too: %v", err)
	}
	save(t, f, nil, "text")
	f.Close()
	other, err := cache.Open(dir, "another format")
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	if _, ok := other.Section("text"); ok || !strings.Contains(other.Discarded(), "another version") {
		t.Errorf("another program's cache is used: %q", other.Discarded())
	}
}

func TestAFolderWithOtherThingsIsLeftAlone(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "pieces-of-mine"), []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := cache.Open(dir, "format"); err == nil {
		t.Error("it was taken")
	}
	if list, err := os.ReadDir(dir); err != nil || len(list) != 1 {
		t.Errorf("it holds %v now (%v)", list, err)
	}
}

func TestPiecesOfOneProcess(t *testing.T) {
	var p cache.Pieces
	defer p.Close()
	refs := map[string]cache.Ref{}
	for _, text := range []string{"", "a", strings.Repeat("long ", 500_000), "b"} {
		r, err := p.Put([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		refs[text] = r
	}
	for text, r := range refs {
		if got, err := p.Get(r); err != nil || got != text {
			t.Errorf("%d bytes have become %d (%v)", len(text), len(got), err)
		}
	}
}
