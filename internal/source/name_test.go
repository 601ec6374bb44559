package source_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
	"github.com/microleadership/playbook/internal/source"
)

func TestIgnored(t *testing.T) {
	for _, name := range []string{
		".git", ".a.md.swp", ".DS_Store", "a.md~", "#a.md#", ".#a.md", "4913", "a.md.tmp", "a.swo", "a.SWP",
		"a.md___jb_tmp___", "a.md___jb_old___", "node_modules", "Thumbs.db", "a.md.orig",
	} {
		if !source.Ignored(name) {
			t.Errorf("%s is not ignored", name)
		}
	}
	for _, name := range []string{"a.md", "a~b.md", "#1.md", "49130", "tmp.md", "swp", "c#.md", "node_modules.md", "jb.md"} {
		if source.Ignored(name) {
			t.Errorf("%s is ignored", name)
		}
	}
}

func TestFileNames(t *testing.T) {
	for _, tt := range []struct {
		path     string
		severity diag.Severity
		hint     string
	}{
		{"stories/the-map.md", diag.Off, ""},
		{"stories/地図.md", diag.Off, ""},
		{"stories/über_uns.md", diag.Off, ""},
		{"stories/IMG_0001.JPG", diag.Off, ""},
		{"stories/The Map.md", diag.Warning, "rename it to the-map.md"},
		{"stories/README.md", diag.Warning, "rename it to readme.md"},
		{"stories/my photo.png", diag.Warning, "rename it to my-photo.png"},
		{"stories/Team A/a.md", diag.Warning, "rename it to team-a"},
		{"stories/what?.md", diag.Error, "rename it to what.md"},
		{"stories/don't: stop.md", diag.Error, "rename it to dont-stop.md"},
		{`stories/a\b.md`, diag.Error, "rename it to a-b.md"},
		{"stories/50%.md", diag.Error, "rename it to 50.md"},
		{"stories/c#.md", diag.Error, "rename it to c.md"},
		{"stories/tab\there.md", diag.Error, "rename it to tab-here.md"},
		{"stories/gpj\u202e.md", diag.Error, "rename it to gpj.md"},
		{"stories/con.md", diag.Error, "choose a name of letters, digits and hyphens"},
		{"stories/???.md", diag.Error, "choose a name of letters, digits and hyphens"},
		{"stories/end./a.md", diag.Error, "rename it to end"},
		{"stories/" + strings.Repeat("a", 210) + ".md", diag.Error, "rename it to " + strings.Repeat("a", 99) + ".md"},
	} {
		_, list := scan(t, files("content/"+tt.path))
		if tt.severity == diag.Off {
			if len(list) > 0 {
				t.Errorf("%s: %v", tt.path, list)
			}
			continue
		}
		if diff := cmp.Diff([]string{"file-name content/" + tt.path + " " + tt.severity.String()}, said(list)); diff != "" {
			t.Errorf("%s: %s", tt.path, diff)
		} else if list[0].Hint != tt.hint {
			t.Errorf("%s: hint %q, want %q", tt.path, list[0].Hint, tt.hint)
		}
	}
}

// misnamed lists one file under a name that fs.ValidPath forbids but disks allow.
type misnamed struct{ fstest.MapFS }

func (m misnamed) ReadDir(dir string) ([]fs.DirEntry, error) {
	list, err := m.MapFS.ReadDir(dir)
	if dir == "content/stories" && err == nil {
		list[0] = badName{list[0]}
	}
	return list, err
}

type badName struct{ fs.DirEntry }

func (badName) Name() string { return "caf\xe9.md" }

func TestFileNameThatIsNotUTF8(t *testing.T) {
	_, list := scan(t, misnamed{files("content/stories/a.md")})
	if len(list) == 0 || list[0].Code != "file-name" || list[0].Severity != diag.Error {
		t.Errorf("%v", list)
	}
}

func TestSlugIsAGoodName(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkSlug(t, rapid.String().Draw(t, "text")) })
}

func FuzzSlug(f *testing.F) {
	for _, s := range []string{"The Map", "don’t", "  ", "İstanbul", "a\u0301", "\u0301a", "\xff", "ǅ", "50 %", "日本 語", strings.Repeat("ß ", 200)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { checkSlug(t, text) })
}

type failer interface{ Fatalf(string, ...any) }

func checkSlug(t failer, text string) {
	slug := playbook.Slug(text)
	switch {
	case playbook.Slug(slug) != slug:
		t.Fatalf("slug of %q: %q, whose slug is %q", text, slug, playbook.Slug(slug))
	case !utf8.ValidString(slug), len(slug) > 100:
		t.Fatalf("slug of %q: %q", text, slug)
	case strings.HasPrefix(slug, "-"), strings.HasSuffix(slug, "-"), strings.Contains(slug, "--"):
		t.Fatalf("slug of %q: %q", text, slug)
	case slug == "" || slug == "con" || slug == "nul" || slug == "aux" || slug == "prn":
		return
	}
	_, list, err := source.Scan(fstest.MapFS{"content/stories/x" + slug + ".md": &fstest.MapFile{}})
	if err != nil || len(list) > 0 {
		t.Fatalf("slug of %q: %q is complained about: %v %v", text, slug, list, err)
	}
}
