package output_test

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/output"
	"github.com/microleadership/playbook/internal/pack"
)

// save and load are what lies between two runs.
func save(s *output.Stamps) string {
	var w pack.Writer
	s.Save(&w)
	return string(w.Bytes)
}

func load(t fataler, saved string) *output.Stamps {
	t.Helper()
	var s output.Stamps
	if err := s.Load(pack.NewReader(saved)); err != nil {
		t.Fatal(err)
	}
	return &s
}

// counted are the files of a site with the times that each is asked for. Of those that are
// known, the sum can be told without making them.
func (s site) counted(known map[string]bool) ([]output.File, map[string]*atomic.Int32) {
	calls := map[string]*atomic.Int32{}
	files := s.files()
	for i := range files {
		f := &files[i]
		n, text := new(atomic.Int32), s[f.Path]
		calls[f.Path] = n
		f.Make = func(to []byte) ([]byte, error) { n.Add(1); return append(to, text...), nil }
		if known[f.Path] {
			f.Sum = func() output.Sum { return output.SumOf([]byte(text)) }
		} else if len(text)%2 == 0 {
			f.Sum = func() output.Sum { return output.Sum{} }
		}
	}
	return files, calls
}

// twins are two folders to which the same happens. What is published to the first is
// published with stamps, which are saved and loaded in between, to the second without.
type twins struct {
	dirs  [2]string
	saved string
}

// Whatever others do in a folder, what stamps save is reading files: the folder, the counts
// and the refusals are those of a run that reads all of them.
func TestStampsChangeNothing(t *testing.T) {
	t.Parallel() // it waits for clocks and disks
	base := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		w := &twins{saved: save(&output.Stamps{})}
		for i := range w.dirs {
			var err error
			if w.dirs[i], err = os.MkdirTemp(base, ""); err != nil {
				t.Fatal(err)
			}
			defer os.RemoveAll(w.dirs[i])
		}
		s := site{"a/b": "one", "a/d": "two", "h": "two"}
		for range rapid.IntRange(1, 5).Draw(t, "runs") {
			w.publish(t, s)
			if rapid.IntRange(0, 2).Draw(t, "same again") == 0 {
				w.wait()
				w.publish(t, s) // now the files are known
			}
			for range rapid.IntRange(0, 3).Draw(t, "changes") {
				w.change(t)
			}
			if rapid.Bool().Draw(t, "another site") {
				s = drawSite(t)
			}
		}
	})
}

func drawSite(t *rapid.T) site {
	s := site{}
	drawn := rapid.MapOfN(names, texts, 0, 6).Draw(t, "site")
	for _, p := range slices.Sorted(maps.Keys(drawn)) {
		clear := true
		for other := range s {
			clear = clear && !strings.HasPrefix(other, p+"/") && !strings.HasPrefix(p, other+"/")
		}
		if clear {
			s[p] = drawn[p]
		}
	}
	return s
}

// wait lets files grow old enough to be known by their stamps. Where that takes longer, less
// is tested.
func (w *twins) wait() { time.Sleep(60 * time.Millisecond) }

func (w *twins) publish(t *rapid.T, s site) {
	known := map[string]bool{}
	for p := range maps.Keys(s) {
		known[p] = rapid.IntRange(0, 3).Draw(t, "sum known") > 0
	}
	force, kept := rapid.Bool().Draw(t, "force"), rapid.IntRange(0, 5).Draw(t, "saved") > 0
	stamps := load(t, w.saved)
	var stats [2]output.Stats
	var said [2]string
	var made [2]map[string]int32
	var want [2]map[string]int32
	for i, dir := range w.dirs {
		files, calls := s.counted(known)
		before := read(t, dir)
		opts := output.Options{Force: force}
		if i == 0 {
			opts.Stamps = stamps
		}
		var err error
		stats[i], err = output.Publish(ctx, dir, files, opts)
		var foreign *output.ForeignError
		if errors.As(err, &foreign) {
			said[i] = strings.Join(foreign.Paths, " ")
		} else if err != nil {
			t.Fatal(err)
		}
		made[i], want[i] = map[string]int32{}, map[string]int32{}
		for p, n := range calls {
			made[i][p] = n.Load()
			if there, ok := before[p]; !ok || !known[p] || there != s[p] {
				want[i][p] = 1
			} else {
				want[i][p] = 0
			}
		}
		if now := read(t, dir); err == nil {
			for p, text := range s {
				if now[p] != text {
					t.Fatalf("%s holds %q, and %q was published there", p, now[p], text)
				}
			}
		}
	}
	if diff := cmp.Diff([]any{stats[1], said[1]}, []any{stats[0], said[0]}); diff != "" {
		t.Fatalf("with stamps (-without +with): %s", diff)
	}
	if diff := cmp.Diff(want, made); diff != "" {
		t.Fatalf("files asked for (-needed +asked): %s", diff)
	}
	if diff := cmp.Diff(read(t, w.dirs[1]), read(t, w.dirs[0])); diff != "" {
		t.Fatalf("with stamps (-without +with): %s", diff)
	}
	if kept {
		w.saved = save(stamps)
	}
}

// change does to both folders what others do.
func (w *twins) change(t *rapid.T) {
	name, other := names.Draw(t, "name"), names.Draw(t, "other")
	what, text := rapid.IntRange(0, 7).Draw(t, "change"), texts.Draw(t, "text")
	for _, dir := range w.dirs {
		p, q := filepath.Join(dir, name), filepath.Join(dir, other)
		info, err := os.Lstat(p)
		if err != nil || info.IsDir() {
			if what == 0 {
				_ = os.MkdirAll(filepath.Dir(p), 0o755)
				_ = os.WriteFile(p, []byte(text), 0o644)
			}
			continue
		}
		old, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		same := []byte(strings.Repeat("x", len(old))) // other bytes, no more and no fewer
		switch what {
		case 0:
			_ = os.WriteFile(p, []byte(text), 0o644)
		case 1: // in place, and the time put back
			_ = os.WriteFile(p, same, 0o644)
			_ = os.Chtimes(p, time.Time{}, info.ModTime())
		case 2: // another file with the same size and time
			_ = os.WriteFile(p+".new", same, 0o644)
			_ = os.Chtimes(p+".new", time.Time{}, info.ModTime())
			_ = os.Rename(p+".new", p)
		case 3:
			_ = os.Chtimes(p, time.Time{}, time.Unix(1_600_000_000, 0))
		case 4:
			_ = os.Truncate(p, int64(len(old)/2))
		case 5:
			_ = os.Remove(p)
		case 6:
			_ = os.Rename(p, q)
		case 7: // two files change places
			if both, err := os.Lstat(q); err == nil && !both.IsDir() {
				_ = os.Rename(p, p+".aside")
				_ = os.Rename(q, p)
				_ = os.Rename(p+".aside", q)
			}
		}
	}
}
