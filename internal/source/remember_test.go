package source_test

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/pack"
	"github.com/microleadership/playbook/internal/source"
)

func save(s *source.Scanner) string {
	var w pack.Writer
	s.Save(&w)
	return string(w.Bytes)
}

// disk is a file system with a clock of its own, which tells of each change, as those do
// that the program runs on. It starts long ago, so that files are old enough to be known.
type disk struct {
	fstest.MapFS
	clock uint64
	inode uint64
	freed []uint64 // numbers that may be given again
}

func newDisk() *disk { return &disk{MapFS: fstest.MapFS{}, clock: 1_600_000_000_123_456_789} }

// set gives a file bytes and a time, and the disk notes when that was.
func (d *disk) set(name string, data string, inode uint64, modified time.Time) {
	d.clock += 1_000_003
	d.MapFS[name] = &fstest.MapFile{Data: []byte(data), Mode: 0o644, ModTime: modified, Sys: system(inode, d.clock)}
}

func (d *disk) now() time.Time { return time.Unix(0, int64(d.clock)) }

var scanned = []string{
	"content/stories/a.md", "content/stories/b.md", "content/stories/x/c.md", "content/stories/map.png", "content/stories/plan.svg",
	"content/pages/a.md", "content/pages/Bad Name.md", "content/pages/map.PNG", "content/notes/a.md", "content/playbook.yaml", "README.md",
}

// texts are of few lengths, so that a change is seldom one of size.
var texts = rapid.SampledFrom([]string{"<svg/>", "<SVG/>", "<svg><script/></svg>", "<svg><SCRIPT/></svg>", "text 1", "text 2", "title: A", "title: B", ""})

// change does something to the disk that a file system would let happen.
func (d *disk) change(t *rapid.T, inodes map[string]uint64) {
	name, text := rapid.SampledFrom(scanned).Draw(t, "name"), texts.Draw(t, "text")
	file, there := d.MapFS[name]
	number := func() uint64 {
		if len(d.freed) > 0 && rapid.Bool().Draw(t, "number again") {
			n := d.freed[0]
			d.freed = d.freed[1:]
			return n
		}
		d.inode++
		return d.inode
	}
	switch what := rapid.IntRange(0, 8).Draw(t, "what"); {
	case !there:
		inodes[name] = number()
		d.set(name, text, inodes[name], d.now())
	case what == 0:
		delete(d.MapFS, name)
		d.freed = append(d.freed, inodes[name])
	case what == 1: // to another name, over what is there
		to := rapid.SampledFrom(scanned).Draw(t, "to")
		delete(d.MapFS, name)
		d.MapFS[to], inodes[to] = file, inodes[name]
	case what == 2: // two change places
		other := rapid.SampledFrom(scanned).Draw(t, "other")
		if second, ok := d.MapFS[other]; ok {
			d.MapFS[name], d.MapFS[other] = second, file
			inodes[name], inodes[other] = inodes[other], inodes[name]
		}
	case what == 3: // a touch
		d.set(name, string(file.Data), inodes[name], d.now())
	case what == 4:
		d.set(name, string(file.Data[:len(file.Data)/2]), inodes[name], d.now())
	case what == 5: // another file of the same time in its place
		inodes[name] = number()
		d.set(name, text, inodes[name], file.ModTime)
	case what == 6:
		d.set(name, text, inodes[name], d.now())
	default: // in place, and the time put back
		d.set(name, text, inodes[name], file.ModTime)
	}
}

// What a scanner was saved to know, another one loads; it finds what one finds that knows
// nothing, and names the bytes of what the first has not seen.
func TestALoadedScannerFindsWhatANewOneFinds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, inodes := newDisk(), map[string]uint64{}
		for _, name := range scanned[:rapid.IntRange(0, len(scanned)-1).Draw(t, "files")] {
			d.inode++
			inodes[name] = d.inode
			d.set(name, texts.Draw(t, "text"), d.inode, d.now())
		}
		s := source.NewScanner(d)
		known := map[string]source.File{}
		for range rapid.IntRange(1, 8).Draw(t, "scans") {
			for range rapid.IntRange(0, 4).Draw(t, "changes") {
				d.change(t, inodes)
			}
			want, wantList, err := source.Scan(d)
			if err != nil {
				t.Fatal(err)
			}
			got, list, err := s.Scan()
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(wantList, list, cmpopts.EquateEmpty()); diff != "" {
				t.Fatalf("(-new +loaded) %s", diff)
			}
			now := map[string]source.File{}
			for i, f := range got.Entries { // whoever has the bytes of those that are not fresh
				if !f.Fresh {
					got.Entries[i] = known[f.Path]
				}
				now[f.Path] = got.Entries[i]
			}
			known = now
			if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
				t.Fatalf("(-new +loaded) %s", diff)
			}
			if rapid.IntRange(0, 3).Draw(t, "ends") > 0 {
				saved := save(s)
				s = source.NewScanner(d)
				if err := s.Load(pack.NewReader(saved)); err != nil {
					t.Fatal(err)
				}
			}
		}
	})
}

// A file that changed so lately that a second change may leave no trace is read again, by
// the scanner that read it and by those that load what it knew.
func TestAFileThatIsTooNewIsNotRemembered(t *testing.T) {
	d := newDisk()
	d.set("content/stories/old.md", "one", 1, d.now())
	d.clock = uint64(time.Now().Add(time.Hour).UnixNano())
	d.set("content/stories/new.md", "one", 2, d.now())
	s := source.NewScanner(d)
	for round := range 4 {
		if _, _, err := s.Scan(); err != nil {
			t.Fatal(err)
		}
		text := fmt.Sprintf("%03d", round) // in the same tick of the clock
		d.MapFS["content/stories/new.md"].Data = []byte(text)
		if round%2 == 1 {
			saved := save(s)
			s = source.NewScanner(d)
			if err := s.Load(pack.NewReader(saved)); err != nil {
				t.Fatal(err)
			}
		}
		tree, _, err := s.Scan()
		if err != nil || len(tree.Entries) != 2 || string(tree.Entries[0].Bytes) != text {
			t.Errorf("%v (%v), want %s", tree.Entries, err, text)
		}
		if system(0, 0) != nil && tree.Entries[1].Fresh {
			t.Error("a file that has long been the same is read again")
		}
	}
}

// Arbitrary bytes are an error, or do no harm: what is not known is read.
func FuzzLoad(f *testing.F) {
	dir := f.TempDir()
	write(f, dir, map[string]string{
		"content/stories/a.md": "one", "content/stories/Bad Name.md": "two", "content/stories/map.png": "three", "content/playbook.yaml": "title: A",
	})
	for _, p := range []string{"content/stories/a.md", "content/stories/Bad Name.md", "content/stories/map.png"} {
		old := time.Unix(1_600_000_000, 0)
		if err := os.Chtimes(filepath.Join(dir, p), old, old); err != nil {
			f.Fatal(err)
		}
	}
	d := newDisk()
	for i, p := range scanned {
		d.set(p, "text", uint64(i+1), d.now())
	}
	s := source.NewScanner(d)
	if _, _, err := s.Scan(); err != nil {
		f.Fatal(err)
	}
	f.Add([]byte(save(s)))
	f.Add([]byte{})
	f.Add([]byte("\xff\xff\xff\xff\x07"))
	f.Add(append([]byte{1}, bytes.Repeat([]byte{1}, 50)...))
	fsys := os.DirFS(dir)
	want, wantList, err := source.Scan(fsys)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, saved []byte) {
		s := source.NewScanner(fsys)
		if s.Load(pack.NewReader(string(saved))) == nil {
			again := source.NewScanner(fsys)
			if err := again.Load(pack.NewReader(save(s))); err != nil {
				t.Fatalf("what was loaded cannot be saved and loaded: %v", err)
			}
		} else if save(s) != save(source.NewScanner(fsys)) {
			t.Fatal("something is known after an error")
		}
		tree, list, err := s.Scan()
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, tree, cmpopts.EquateEmpty()) + cmp.Diff(wantList, list, cmpopts.EquateEmpty()); diff != "" {
			t.Fatal(diff)
		}
	})
}

// Of what is saved, nothing is of files that are gone, and nothing is a file's bytes.
func TestWhatAScannerSaves(t *testing.T) {
	d := newDisk()
	secret := strings.Repeat("many bytes ", 1000)
	for i, p := range scanned {
		d.set(p, secret, uint64(i+1), d.now())
	}
	s := source.NewScanner(d)
	if _, _, err := s.Scan(); err != nil {
		t.Fatal(err)
	}
	before := save(s)
	if strings.Contains(before, "many bytes") {
		t.Error("bytes of a file are saved")
	}
	maps.DeleteFunc(d.MapFS, func(p string, _ *fstest.MapFile) bool { return p != "content/stories/a.md" })
	tree, _, err := s.Scan()
	if err != nil || !slices.Equal(paths(tree.Entries), []string{"content/stories/a.md"}) {
		t.Fatal(err, paths(tree.Entries))
	}
	if after := save(s); strings.Contains(after, "b.md") || system(0, 0) != nil && !strings.Contains(after, "content/stories/a.md") {
		t.Errorf("%q is saved", after)
	}
}
