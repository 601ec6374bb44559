package corpus

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/themes"
)

// tree reads a folder as it was written.
func tree(t *testing.T, dir string, write func(string) error) map[string]string {
	t.Helper()
	if err := write(dir); err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		files[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestTheSameSeedGivesTheSameBytes(t *testing.T) {
	for name, write := range map[string]func(*Corpus) func(string) error{
		"playbook": func(c *Corpus) func(string) error { return c.WritePlaybook },
		"hugo":     func(c *Corpus) func(string) error { return c.WriteHugo },
	} {
		first := tree(t, t.TempDir(), write(New(60, 7)))
		again := tree(t, t.TempDir(), write(New(60, 7)))
		other := tree(t, t.TempDir(), write(New(60, 8)))
		if len(first) < 60 || len(again) != len(first) {
			t.Fatalf("%s: %d files, then %d", name, len(first), len(again))
		}
		same := 0
		for file, text := range first {
			if again[file] != text {
				t.Errorf("%s: %s is another for the same seed", name, file)
			}
			if other[file] == text {
				same++
			}
		}
		if same > len(pages)+1 {
			t.Errorf("%s: another seed gave %d of %d files with the same bytes", name, same, len(first))
		}
	}
}

// A playbook that its own checker complains about would measure the complaints.
func TestThePlaybookChecksClean(t *testing.T) {
	dir := t.TempDir()
	if err := New(400, 1).WritePlaybook(dir); err != nil {
		t.Fatal(err)
	}
	r, err := build.New(build.Options{FS: os.DirFS(dir), DefaultTheme: themes.Default(), Today: "2026-01-01"}).Rebuild(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Diagnostics) > 0 {
		var text bytes.Buffer
		if err := r.Diagnostics.WriteText(&text, diag.TextOptions{}); err != nil {
			t.Fatal(err)
		}
		t.Error(text.String())
	}
	if n := len(r.Playbook.Published()); n != 400+len(pages) {
		t.Errorf("%d entries and pages are published, want %d", n, 400+len(pages))
	}
}

func TestEntriesHaveTheirSharesAndLengths(t *testing.T) {
	c := New(1000, 1)
	kinds, words := map[string]int{}, 0
	parts := map[string]int{}
	for _, e := range c.Entries {
		kinds[e.Kind]++
		words += len(strings.Fields(e.body))
		for _, part := range []string{"|---|", "```", "[^1]:", "](../", "> "} {
			if strings.Contains(e.body, part) {
				parts[part]++
			}
		}
	}
	if kinds[Principles] != 100 || kinds[Examples] != 450 || kinds[Stories] != 450 {
		t.Errorf("kinds: %v", kinds)
	}
	if mean := words / 1000; mean < 270 || mean > 340 {
		t.Errorf("an entry has %d words on average, want about 300", mean)
	}
	for part, n := range parts {
		if n < 100 {
			t.Errorf("only %d of 1000 entries have %q", n, part)
		}
	}
	if len(parts) != 5 {
		t.Errorf("some parts occur in no entry: %v", parts)
	}
}

// Whoever compares two generators shall have given both the same to read.
func TestBothFormsSayTheSame(t *testing.T) {
	c := New(100, 1)
	for _, e := range c.Entries {
		one, two := string(ours.entry(e)), string(hugos.entry(e))
		if a, b := strings.Count(one, "\n"), strings.Count(two, "\n"); a != b {
			t.Errorf("%s has %d lines for one and %d for the other", e.ID, a, b)
		}
		if a, b := strings.Count(one, "](../"), strings.Count(two, "](/"); a != b {
			t.Errorf("%s has %d links for one and %d for the other", e.ID, a, b)
		}
		_, one, _ = strings.Cut(one, "\n---\n")
		_, two, _ = strings.Cut(two, "\n---\n")
		if link.ReplaceAllString(one, "](/$1/$2.html") != two {
			t.Errorf("%s has another body for the other", e.ID)
		}
	}
}

func TestTagsGrowSlowly(t *testing.T) {
	few, many := len(New(100, 1).tags), len(New(1600, 1).tags)
	if few < 40 || many != 2*few {
		t.Errorf("100 entries have %d tags, 1600 have %d; want about 60, and twice as many", few, many)
	}
}
