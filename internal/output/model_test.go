package output_test

import (
	"errors"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/output"
)

// model is what a folder should hold, and which of it is ours, by the rules of the
// package's documentation and nothing else.
type model struct {
	dir  string
	disk site
	ours map[string]bool
}

// names are such that files stand in each other's way now and then.
var names = rapid.SampledFrom([]string{"a", "a/b", "a/b/c", "a/d", "e/f", "e/g", "h", "i/j/k"})

var texts = rapid.SampledFrom([]string{"", "one", "two", "three"})

func TestPublishFollowsTheModel(t *testing.T) {
	base := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		dir, err := os.MkdirTemp(base, "")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(dir)
		m := &model{dir, site{}, map[string]bool{}}
		t.Repeat(map[string]func(*rapid.T){
			"publish": m.publish,
			"plant":   m.plant,
			"remove":  m.remove,
			"forget":  m.forget,
			"":        func(t *rapid.T) { m.check(t) },
		})
	})
}

func (m *model) check(t *rapid.T) {
	if diff := cmp.Diff(m.disk, read(t, m.dir)); diff != "" {
		t.Fatal(diff)
	}
}

// plant puts a file there as a user would: beside ours or over them.
func (m *model) plant(t *rapid.T) {
	p, text := names.Draw(t, "name"), texts.Draw(t, "text")
	for other := range m.disk {
		if strings.HasPrefix(other, p+"/") || strings.HasPrefix(p, other+"/") {
			t.Skip("there is a folder, or a file where one should be")
		}
	}
	plant(t, m.dir, site{p: text})
	past := time.Unix(int64(1_000_000+rapid.IntRange(0, 1000).Draw(t, "time")), 0)
	if err := os.Chtimes(filepath.Join(m.dir, p), past, past); err != nil {
		t.Fatal(err)
	}
	m.disk[p] = text
}

func (m *model) remove(t *rapid.T) {
	p := names.Draw(t, "name")
	if _, ok := m.disk[p]; !ok {
		t.Skip("not there")
	}
	delete(m.disk, p)
	for at := p; at != "." && os.Remove(filepath.Join(m.dir, at)) == nil; {
		at = path.Dir(at)
	}
}

// forget loses the manifest: nothing is ours any more.
func (m *model) forget(t *rapid.T) {
	_ = os.Remove(filepath.Join(m.dir, ".playbook", "manifest"))
	m.ours = map[string]bool{}
}

func (m *model) publish(t *rapid.T) {
	s := site{}
	drawn := rapid.MapOfN(names, texts, 0, 5).Draw(t, "site")
	for _, p := range slices.Sorted(maps.Keys(drawn)) {
		clear := true
		for other := range s {
			clear = clear && !strings.HasPrefix(other, p+"/") && !strings.HasPrefix(p, other+"/")
		}
		if clear {
			s[p] = drawn[p]
		}
	}
	force, failAt := rapid.Bool().Draw(t, "force"), rapid.IntRange(0, 12).Draw(t, "fail at")
	disk, stats, refused := m.expect(s, force)
	steps, injected := 0, false
	opts := output.Options{Force: force}.WithStep(func(name string) error {
		if strings.HasPrefix(name, "delete") || strings.HasPrefix(name, "stage") || name == "remember" || strings.HasSuffix(name, "manifest") {
			return nil
		}
		if steps++; steps == failAt {
			injected = true
			return errDisk
		}
		return nil
	})
	times := m.times()
	got, err := output.Publish(ctx, m.dir, s.files(), opts)
	var foreign *output.ForeignError
	switch {
	case refused != errors.As(err, &foreign):
		t.Fatalf("refused should be %v: %v", refused, err)
	case injected != errors.Is(err, errDisk):
		t.Fatalf("an error went missing: %v", err)
	case err == nil:
		if diff := cmp.Diff(stats, got); diff != "" {
			t.Fatal(diff)
		}
		m.ours = map[string]bool{}
		for p := range s {
			m.ours[p] = true
			if m.disk[p] != s[p] {
				delete(times, p)
			}
		}
		m.disk = disk
		tidy(t, m.dir)
	}
	now := m.times()
	for p, before := range times {
		if after, ok := now[p]; ok && !after.Equal(before) {
			t.Fatalf("%s was written though it did not change", p)
		}
	}
}

// expect says what publishing s should do.
func (m *model) expect(s site, force bool) (disk site, stats output.Stats, refused bool) {
	disk = site{}
	for p, text := range m.disk {
		_, stays := s[p]
		inTheWay, holds := false, false
		for q := range s {
			inTheWay = inTheWay || strings.HasPrefix(q, p+"/") // a file for a folder
			holds = holds || strings.HasPrefix(p, q+"/")       // in a folder for a file
		}
		switch {
		case m.ours[p] && !stays:
			stats.Deleted++
		case m.ours[p], stays && text == s[p]:
		case holds, (inTheWay || stays) && !force:
			refused = true
		}
		if !m.ours[p] && !inTheWay {
			disk[p] = text
		}
	}
	for p, text := range s {
		if had, ok := m.disk[p]; ok && had == text {
			stats.Unchanged++
		} else {
			stats.Written++
			stats.Bytes += int64(len(text))
		}
		disk[p] = text
	}
	return disk, stats, refused
}

func (m *model) times() map[string]time.Time {
	out := map[string]time.Time{}
	for p := range m.disk {
		if info, err := os.Lstat(filepath.Join(m.dir, p)); err == nil {
			out[p] = info.ModTime()
		}
	}
	return out
}
