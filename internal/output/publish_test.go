package output_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/output"
)

func TestPublish(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "not", "there", "yet")
	first := site{"index.html": "home", "stories/a.html": "a", "stories/b.html": "b", "assets/site.css": "css"}
	if diff := cmp.Diff(output.Stats{Written: 4, Bytes: 9}, publish(t, dir, first)); diff != "" {
		t.Error(diff)
	}
	want(t, dir, first)
	tidy(t, dir)

	old := time.Now().Add(-time.Hour).Truncate(time.Second)
	for p := range first { // as a later copy of the folder might
		if err := os.Chtimes(filepath.Join(dir, p), old, old); err != nil {
			t.Fatal(err)
		}
	}
	second := site{"index.html": "home!", "stories/a.html": "a", "principles/c.html": "c", "assets/site.css": "css"}
	if diff := cmp.Diff(output.Stats{Written: 2, Unchanged: 2, Deleted: 1, Bytes: 6}, publish(t, dir, second)); diff != "" {
		t.Error(diff)
	}
	want(t, dir, second)
	for p, same := range map[string]bool{"index.html": false, "stories/a.html": true, "assets/site.css": true} {
		info, err := os.Stat(filepath.Join(dir, p))
		if err != nil || info.ModTime().Equal(old) != same {
			t.Errorf("%s: time kept %v, want %v (%v)", p, !same, same, err)
		}
	}
	publish(t, dir, site{})
	want(t, dir, site{})
	tidy(t, dir)
}

func TestPublishWritesNothingWhenNothingChanged(t *testing.T) {
	dir := t.TempDir()
	s := site{"index.html": "home", "assets/a.css": "a"}
	publish(t, dir, s)
	before, err := os.Stat(filepath.Join(dir, ".playbook", "manifest"))
	if err != nil {
		t.Fatal(err)
	}
	var steps []string
	opts := output.Options{}.WithStep(func(name string) error { steps = append(steps, name); return nil })
	if _, err := output.Publish(t.Context(), dir, s.files(), opts); err != nil {
		t.Fatal(err)
	}
	after, err := os.Stat(filepath.Join(dir, ".playbook", "manifest"))
	if err != nil || !os.SameFile(before, after) || cmp.Diff([]string{"remember"}, steps) != "" {
		t.Errorf("manifest written anew, or steps %v: %v", steps, err)
	}
}

func TestPublishOrder(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, site{"assets/old.css": "1", "assets/same.js": "1", "b.html": "1", "gone.html": "1"})
	var steps []string
	opts := output.Options{}.WithStep(func(name string) error {
		if !strings.HasPrefix(name, "stage ") {
			steps = append(steps, name)
		}
		return nil
	})
	s := site{"assets/new.css": "2", "assets/same.js": "2", "a.html": "2", "b.html": "2", "new/c.html": "2"}
	if _, err := output.Publish(t.Context(), dir, s.files(), opts); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{
		"save .playbook/pending", "make the folder new",
		"write assets/new.css", "write assets/same.js", "write a.html", "write new/c.html", "write b.html",
		"delete assets/old.css", "delete gone.html", "remember", "save .playbook/manifest",
	}, steps); diff != "" {
		t.Error(diff)
	}
}

func TestPublishRefusesForeignFiles(t *testing.T) {
	for _, tt := range []struct {
		name    string
		foreign site
		paths   []string
		forced  bool // Force takes it over
	}{
		{"a file", site{"index.html": "mine"}, []string{"index.html"}, true},
		{"several", site{"index.html": "mine", "stories/a.html": "mine", "fine.txt": "mine"}, []string{"index.html", "stories/a.html"}, true},
		{"a file for a folder", site{"stories": "mine"}, []string{"stories"}, true},
		{"a link", site{"index.html": "-> elsewhere.html", "elsewhere.html": "mine"}, []string{"index.html"}, true},
		{"a link to nothing", site{"index.html": "-> nothing"}, []string{"index.html"}, true},
		{"a link for a folder", site{"stories": "-> elsewhere", "elsewhere/a.html": "mine"}, []string{"stories"}, true},
		{"a folder for a file", site{"index.html/deep/x": "mine"}, []string{"index.html/deep/x"}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			plant(t, dir, tt.foreign)
			s := site{"index.html": "ours", "stories/a.html": "ours"}
			_, err := output.Publish(t.Context(), dir, s.files(), output.Options{})
			var foreign *output.ForeignError
			if !errors.As(err, &foreign) || cmp.Diff(tt.paths, foreign.Paths) != "" || !strings.Contains(err.Error(), tt.paths[0]) {
				t.Fatalf("got %v", err)
			}
			if strings.Contains(foreign.Hint(), "--force") != tt.forced {
				t.Errorf("hint %q", foreign.Hint())
			}
			want(t, dir, tt.foreign)

			_, err = output.Publish(t.Context(), dir, s.files(), output.Options{Force: true})
			if (err == nil) != tt.forced {
				t.Fatalf("with force: %v", err)
			}
			if !tt.forced {
				want(t, dir, tt.foreign)
				return
			}
			for p, text := range tt.foreign {
				if _, ours := s[p]; !ours && p != "stories" {
					s[p] = text
				}
			}
			want(t, dir, s)
			tidy(t, dir)
		})
	}
}

func TestPublishAdoptsWhatIsAlreadyRight(t *testing.T) {
	dir := t.TempDir()
	s := site{"index.html": "home", "stories/a.html": "a"}
	plant(t, dir, s)
	if diff := cmp.Diff(output.Stats{Unchanged: 2}, publish(t, dir, s)); diff != "" {
		t.Error(diff)
	}
	publish(t, dir, site{"index.html": "home"})
	want(t, dir, site{"index.html": "home"})
}

func TestPublishWithABrokenManifest(t *testing.T) {
	s := site{"index.html": "home", "stories/a.html": "a"}
	for name, breakIt := range map[string]func([]byte) []byte{
		"empty":   func([]byte) []byte { return nil },
		"cut":     func(b []byte) []byte { return b[:len(b)/2] },
		"changed": func(b []byte) []byte { return []byte(strings.Replace(string(b), "index.html", "other.html", 1)) },
		"outside": func(b []byte) []byte { return []byte(strings.ReplaceAll(string(b), "index.html", "../../x.html")) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			publish(t, dir, s)
			plant(t, dir, site{"other.html": "mine"})
			manifest := filepath.Join(dir, ".playbook", "manifest")
			b, err := os.ReadFile(manifest)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(manifest, breakIt(b), 0o644); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(output.Stats{Unchanged: 2}, publish(t, dir, s)); diff != "" {
				t.Error(diff)
			}
			publish(t, dir, site{})
			want(t, dir, site{"other.html": "mine"})
		})
	}
}

func TestPublishTurnsFilesIntoFoldersAndBack(t *testing.T) {
	dir := t.TempDir()
	for _, s := range []site{
		{"a": "1", "b/c/d": "1"}, {"a/x/y": "2", "b": "2"}, {"a": "1", "b/c": "1"}, {"a/x": "3", "b/c/d": "3", "b/e": "3"}, {},
	} {
		publish(t, dir, s)
		want(t, dir, s)
		tidy(t, dir)
	}
}

func TestPublishTreatsAHandEditedFileAsOurs(t *testing.T) {
	dir := t.TempDir()
	s := site{"index.html": "home"}
	publish(t, dir, s)
	plant(t, dir, site{"index.html": "edited by hand"})
	publish(t, dir, s)
	want(t, dir, s)
}

func TestPublishStopsWithTheContext(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, site{"index.html": "home"})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := output.Publish(ctx, dir, site{"index.html": "other"}.files(), output.Options{})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	want(t, dir, site{"index.html": "home"})
}

// A hard link stands in for a system that ignores case: two names, one file.
func TestPublishKnowsItsFileByAnotherCase(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, site{"stories/Map.html": "old"})
	if err := os.Link(filepath.Join(dir, "stories", "Map.html"), filepath.Join(dir, "stories", "map.html")); err != nil {
		t.Skip("no hard links here:", err)
	}
	publish(t, dir, site{"stories/map.html": "new"})
	want(t, dir, site{"stories/map.html": "new"})
}
