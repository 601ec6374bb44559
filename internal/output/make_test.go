package output_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/output"
)

// Where files cannot be made, all the others are tried, the folder stays as it was, and
// whoever reads the error finds each reason.
func TestFilesThatCannotBeMade(t *testing.T) {
	t.Parallel()
	base := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		dir, err := os.MkdirTemp(base, "")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(dir)
		before := site{"page-01.html": "old", "gone.html": "old", "sub/page-02.html": "old"}
		stamps := &output.Stamps{}
		if _, err := output.Publish(ctx, dir, before.files(), output.Options{Stamps: stamps}); err != nil {
			t.Fatal(err)
		}
		plant(t, dir, site{"mine.txt": "mine"})
		old, memory := read(t, dir), manifestOf(t, dir)
		next := site{}
		for i := range rapid.IntRange(3, 70).Draw(t, "files") {
			next[fmt.Sprintf("%spage-%02d.html", []string{"", "sub/"}[i%2], i)] = strings.Repeat("new", i)
		}
		files, calls := next.counted(nil)
		var reasons []error
		for _, i := range rapid.SliceOfNDistinct(rapid.IntRange(0, len(files)-1), 1, min(9, len(files)), rapid.ID).Draw(t, "unmade") {
			reason := fmt.Errorf("%s has a mistake", files[i].Path)
			reasons = append(reasons, reason)
			n := calls[files[i].Path]
			files[i].Make = func(to []byte) ([]byte, error) { n.Add(1); return append(to, "half"...), reason }
		}
		stats, err := output.Publish(ctx, dir, files, output.Options{Stamps: stamps, Force: rapid.Bool().Draw(t, "force")})
		var unmade *output.MakeError
		if !errors.As(err, &unmade) || len(unmade.Errs) != len(reasons) || stats != (output.Stats{}) {
			t.Fatalf("%+v, %d of %d errors: %v", stats, len(unmade.Errs), len(reasons), err)
		}
		for _, reason := range reasons {
			if !errors.Is(err, reason) || strings.Count(err.Error(), reason.Error()) != 1 {
				t.Fatalf("%q is not in %q", reason, err)
			}
		}
		for p, n := range calls {
			if n.Load() != 1 {
				t.Fatalf("%s was asked for %d times", p, n.Load())
			}
		}
		if diff := cmp.Diff(old, read(t, dir)); diff != "" || manifestOf(t, dir) != memory {
			t.Fatalf("the folder has changed: %s", diff)
		}
		tidy(t, dir)
		stats, err = output.Publish(ctx, dir, next.files(), output.Options{Stamps: load(t, save(stamps))})
		if err != nil || stats.Written != len(next) || stats.Unchanged != 0 {
			t.Fatalf("%+v: %v", stats, err)
		}
		next["mine.txt"] = "mine"
		if diff := cmp.Diff(next, read(t, dir)); diff != "" {
			t.Fatal(diff)
		}
	})
}

func manifestOf(t fataler, dir string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, ".playbook", "manifest"))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// A sum that is not that of what is made does no harm: there is what was made, or what has
// that sum and was there. Once the sums are right, so is the folder.
func TestWrongSums(t *testing.T) {
	t.Parallel()
	base := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		dir, err := os.MkdirTemp(base, "")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(dir)
		stamps := &output.Stamps{}
		for range rapid.IntRange(1, 4).Draw(t, "runs") {
			old, s := read(t, dir), drawSite(t)
			promised := map[string]string{}
			files, calls := s.counted(nil)
			for i, f := range files {
				text := rapid.SampledFrom([]string{old[f.Path], s[f.Path], "one", "two", "neither"}).Draw(t, "promised")
				promised[f.Path] = text
				files[i].Sum = func() output.Sum { return output.SumOf([]byte(text)) }
			}
			stats, err := output.Publish(ctx, dir, files, output.Options{Stamps: stamps})
			if err != nil {
				t.Fatal(err)
			}
			now := read(t, dir)
			bytes := int64(0)
			if len(now) != len(s) {
				t.Fatalf("%v was published as %v", s, now)
			}
			for p, text := range s {
				had, there := old[p]
				asked := calls[p].Load()
				if asked > 0 && (!there || had != text) {
					bytes += int64(len(text))
				}
				switch {
				case there && had == promised[p] && (now[p] != had || asked != 0):
					t.Fatalf("%s had the sum that it should have, and was made (%d) as %q", p, asked, now[p])
				case (!there || had != promised[p]) && (now[p] != text || asked != 1):
					t.Fatalf("%s was made (%d) as %q, and is %q", p, asked, text, now[p])
				}
			}
			if stats.Bytes != bytes {
				t.Fatalf("%+v for %d bytes", stats, bytes)
			}
			if rapid.IntRange(0, 3).Draw(t, "wait") == 0 {
				time.Sleep(60 * time.Millisecond) // so that what was written is known from now on
			}
			stamps = load(t, save(stamps))
		}
		s := drawSite(t)
		all := map[string]bool{}
		for p := range s {
			all[p] = true
		}
		files, _ := s.counted(all)
		if _, err := output.Publish(ctx, dir, files, output.Options{Stamps: stamps}); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(s, read(t, dir)); diff != "" {
			t.Fatal(diff)
		}
	})
}

// A file is made into the room of the one before it. What is in the folder is none the less
// what each made, also of those that bring their own room or leave the room's beginning alone.
func TestFilesShareARoom(t *testing.T) {
	s := site{}
	var files []output.File
	for i := range 200 {
		p := fmt.Sprintf("page-%03d.html", i)
		text := strings.Repeat(string(rune('a'+i%26)), []int{0, 1, 1000, 300_000}[i%4])
		s[p] = text
		files = append(files, output.File{Path: p, Class: output.Page, Make: func(to []byte) ([]byte, error) {
			if len(to) != 0 {
				return nil, fmt.Errorf("%s gets what is not its own: %.20q", p, to)
			}
			if i%3 == 0 {
				return []byte(text), nil
			}
			return append(to, text...), nil
		}})
	}
	dir := t.TempDir()
	if _, err := output.Publish(t.Context(), dir, slices.Clone(files), output.Options{}); err != nil {
		t.Fatal(err)
	}
	want(t, dir, s)
	if stats, err := output.Publish(t.Context(), dir, files, output.Options{}); err != nil || stats.Unchanged != len(files) {
		t.Errorf("%+v: %v", stats, err)
	}
}
