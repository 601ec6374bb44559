package watch_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/watch"
)

// world is a folder with a watched one, content, in it, to which anything happens.
type world struct {
	home    string
	written int // so that no two files say the same
}

var (
	// Few names, so that one meets another: a file where a folder was, a moved folder
	// where another is.
	segments = rapid.SampledFrom([]string{"a", "b", "c"})
	insides  = rapid.Custom(func(t *rapid.T) string {
		return "content/" + strings.Join(rapid.SliceOfN(segments, 1, 3).Draw(t, "in"), "/")
	})
	outsides = rapid.SampledFrom([]string{"x", "y", "x/a", "content/.hidden", "content/b~"})
	anywhere = rapid.OneOf(insides, insides, outsides)
	targets  = rapid.SampledFrom([]string{"target1", "target2", "content/a", "content/b"})
)

func (w *world) at(path string) string { return filepath.Join(w.home, path) }

func (w *world) text() string {
	w.written++
	return fmt.Sprintf("%05d", w.written)
}

// happen does one thing. That it cannot be done (there is no such file, a folder is not
// empty) is as good as anything.
func (w *world) happen(t *rapid.T) {
	in := w.at(insides.Draw(t, "path"))
	switch what := rapid.SampledFrom([]string{
		"write", "write", "append", "save", "remove", "mkdir", "move", "move", "move", "removeAll", "swap",
		"link", "target", "hardlink", "touch", "chmod", "root", "replace", "parent", "pause", "pause",
	}).Draw(t, "what"); what {
	case "write":
		_ = os.WriteFile(in, []byte(w.text()), 0o644)
	case "append":
		if f, err := os.OpenFile(in, os.O_APPEND|os.O_WRONLY, 0); err == nil {
			_, _ = f.WriteString(w.text())
			_ = f.Close()
		}
	case "save":
		tmp := filepath.Join(filepath.Dir(in), ".tmp")
		_ = os.WriteFile(tmp, []byte(w.text()), 0o644)
		if os.Rename(tmp, in) != nil {
			_ = os.Remove(tmp)
		}
	case "remove":
		_ = os.Remove(in)
	case "mkdir":
		_ = os.MkdirAll(in, 0o755)
		for _, name := range []string{"a", "b"} {
			_ = os.WriteFile(filepath.Join(in, name), []byte(w.text()), 0o644)
		}
	case "move":
		_ = os.Rename(w.at(anywhere.Draw(t, "from")), w.at(anywhere.Draw(t, "to")))
	case "removeAll":
		_ = os.RemoveAll(in)
	case "swap":
		other, aside := w.at(anywhere.Draw(t, "other")), w.at("aside")
		if os.Rename(in, aside) == nil {
			_ = os.Rename(other, in)
			_ = os.Rename(aside, other)
			_ = os.RemoveAll(aside)
		}
	case "link":
		_ = os.Symlink(w.at(targets.Draw(t, "target")), in)
	case "target":
		_ = os.WriteFile(w.at(rapid.SampledFrom([]string{"target1", "target2"}).Draw(t, "target")), []byte(w.text()), 0o644)
	case "hardlink": // and writing by the new name, after it was noticed: see the package's limits
		if os.Link(w.at(insides.Draw(t, "old")), in) == nil {
			time.Sleep(20 * time.Millisecond)
			_ = os.WriteFile(in, []byte(w.text()), 0o644)
		}
	case "touch":
		_ = os.Chtimes(in, time.Now(), time.Now())
	case "chmod":
		if info, err := os.Stat(in); err == nil {
			_ = os.Chmod(in, info.Mode()^0o011)
		}
	case "root":
		_ = os.RemoveAll(w.at("content"))
		if rapid.Bool().Draw(t, "made again") {
			_ = os.MkdirAll(in, 0o755)
		}
	case "replace":
		_ = os.RemoveAll(w.at("next"))
		_ = os.MkdirAll(w.at("next/a/b"), 0o755)
		_ = os.WriteFile(w.at("next/a/b/c"), []byte(w.text()), 0o644)
		_ = os.RemoveAll(w.at("last"))
		_ = os.Rename(w.at("content"), w.at("last"))
		_ = os.Rename(w.at("next"), w.at("content"))
	case "parent":
		if os.Rename(w.home, w.home+".away") == nil {
			_ = os.MkdirAll(w.at("content/a"), 0o755)
			_ = os.WriteFile(w.at("content/a/b"), []byte(w.text()), 0o644)
			_ = os.RemoveAll(w.home + ".away")
		}
	case "pause":
		time.Sleep(time.Duration(rapid.IntRange(1, 12).Draw(t, "ms")) * time.Millisecond)
	}
}

// Whatever happens, who looks only where hints say knows in the end what is there.
func TestHintsLeadToTheTruth(t *testing.T) {
	for _, poll := range []bool{false, true} {
		t.Run(map[bool]string{false: "events", true: "polling"}[poll], func(t *testing.T) {
			t.Parallel()
			n := 0
			rapid.Check(t, func(rt *rapid.T) {
				n++
				w := &world{home: filepath.Join(t.TempDir(), fmt.Sprint(n))}
				must(t, os.MkdirAll(w.at("content/a/b"), 0o755))
				must(t, os.MkdirAll(w.at("x/a"), 0o755))
				defer os.RemoveAll(w.home)

				ctx, cancel := context.WithCancel(context.Background())
				dir := w.at("content")
				r := &reader{t: rt, dir: dir, roots: []string{dir}, view: view{}}
				r.changes = watch.Changes(ctx, watch.Options{
					Dirs: r.roots, Ignore: ignored, Poll: poll, Every: 7 * time.Millisecond, Settle: time.Millisecond,
				})
				defer func() {
					cancel()
					for range r.changes {
					}
				}()
				if rapid.Bool().Draw(rt, "wait for the beginning") {
					r.take()
				}
				for range rapid.IntRange(1, 4).Draw(rt, "bursts") {
					done := make(chan struct{})
					go func() { // the reader looks while things happen
						defer close(done)
						for range rapid.IntRange(1, 25).Draw(rt, "things") {
							w.happen(rt)
						}
					}()
					r.takesUntil(done)
					r.converges()
				}
			})
		})
	}
}
