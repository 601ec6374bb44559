package build_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/internal/cache"
	"github.com/microleadership/playbook/internal/cputime"
)

// large is a playbook of more entries than have their texts in memory, most of them tiny.
func large() fstest.MapFS {
	fsys := small()
	for i := range 1010 {
		text := fmt.Sprintf("---\ntitle: Page %d\nsummary: It has the number %d.\naliases: [Number %d]\n---\n\nSee [the next](p%04d.md), [[Ask first]] and [[hat]].\n", i, i, i, (i+1)%1010)
		switch i % 100 {
		case 7:
			text += "\n## A heading\n\n```go\nfunc main() {}\n```\n\n[Nothing](nothing.md) is [[nowhere]].\n"
		case 8:
			text += "\n" + strings.Repeat("A long text, of which some is like another. ", 200) + "\n"
		}
		fsys[fmt.Sprintf("content/pages/p%04d.md", i)] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

// faulty is a store of pieces in which something goes wrong now and then.
type faulty struct {
	build.Pieces
	put, get func(n int64) bool // whether the n-th fails
	half     bool               // fails by giving the half
	puts     atomic.Int64
	gets     atomic.Int64

	mu   sync.Mutex
	live []*cache.Ref
}

var errBroken = errors.New("input/output error")

func (f *faulty) Put(b []byte) (cache.Ref, error) {
	if n := f.puts.Add(1); f.put != nil && f.put(n) {
		return cache.Ref{}, errBroken
	}
	r, err := f.Pieces.Put(b)
	f.mu.Lock()
	defer f.mu.Unlock()
	f.live = append(f.live, &r)
	return r, err
}

func (f *faulty) Get(r cache.Ref) (string, error) {
	n := f.gets.Add(1)
	text, err := f.Pieces.Get(r)
	if err == nil && f.get != nil && f.get(n) {
		if f.half {
			return text[:len(text)/2], nil
		}
		return "", errBroken
	}
	return text, err
}

// Where texts lie is nowhere to be seen, also not when some of them are lost there.
func TestTextsOnTheShelfAreThoseInMemory(t *testing.T) {
	after := large()
	edit(after, "content/pages/p0500.md", "number 500", "number five hundred")
	edit(after, "content/principles/ask.md", "## Why", "## Why it works")
	inMemory := rebuild(t, build.New(options(after)))
	want, wantFindings := site(t, inMemory), findings(inMemory)
	if !strings.Contains(want["p0007.html"], "A heading") || !strings.Contains(wantFindings, "nothing.md") {
		t.Fatal("there is nothing to compare")
	}
	third := func(n int64) bool { return n%3 == 0 }
	for name, pieces := range map[string]*faulty{
		"all is well":        {},
		"no piece is taken":  {put: func(int64) bool { return true }},
		"some are lost":      {put: third, get: third},
		"some are cut short": {get: third, half: true},
		"all are lost":       {get: func(int64) bool { return true }},
	} {
		if cputime.Slower > 1 && name != "some are lost" {
			continue // a thousand pages take long there; the others differ in what goes wrong, not in who does it
		}
		t.Run(name, func(t *testing.T) {
			store := &cache.Pieces{}
			defer store.Close()
			pieces.Pieces = store
			compareShelf(t, pieces, func() {}, want, wantFindings)
			if pieces.gets.Load() == 0 && name != "no piece is taken" || pieces.puts.Load() < 1010 {
				t.Errorf("%d texts were put on the shelf and %d taken from it", pieces.puts.Load(), pieces.gets.Load())
			}
		})
	}
	t.Run("a disk gives other bytes", func(t *testing.T) {
		dir := t.TempDir()
		store, err := cache.Open(dir, "test")
		if err != nil {
			t.Fatal(err)
		}
		defer store.Close()
		pieces := &faulty{Pieces: store}
		compareShelf(t, pieces, func() {
			if err := store.Save(pieces.live, nil); err != nil { // so that all of them are on the disk
				t.Fatal(err)
			}
			lost := 0
			harm(t, dir)
			for _, r := range pieces.live {
				if _, err := store.Get(*r); err != nil {
					lost++
				}
			}
			if lost < 100 || lost == len(pieces.live) {
				t.Fatalf("%d of %d pieces are harmed", lost, len(pieces.live))
			}
		}, want, wantFindings)
	})
}

// compareShelf builds a playbook, changes two of its entries and builds it again.
func compareShelf(t *testing.T, pieces *faulty, between func(), want map[string]string, wantFindings string) {
	t.Helper()
	fsys := large()
	opts := options(fsys)
	opts.Pieces = pieces
	b := build.New(opts)
	rebuild(t, b)
	edit(fsys, "content/pages/p0500.md", "number 500", "number five hundred")
	edit(fsys, "content/principles/ask.md", "## Why", "## Why it works")
	between()
	r := rebuild(t, b)
	if r.Stats.Parsed != 2 {
		t.Errorf("%d files were read anew", r.Stats.Parsed)
	}
	if diff := cmp.Diff(wantFindings, findings(r)); diff != "" {
		t.Errorf("(-in memory +on the shelf) %s", diff)
	}
	if diff := cmp.Diff(want, site(t, r)); diff != "" {
		t.Errorf("(-in memory +on the shelf) %s", diff)
	}
}

// harm turns bits in the files of a cache, as a broken disk does.
func harm(t *testing.T, dir string) {
	t.Helper()
	list, err := filepath.Glob(filepath.Join(dir, "pieces-*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range list {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i < len(b); i += 1500 {
			b[i] ^= 0x40
		}
		if err := os.WriteFile(name, b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
