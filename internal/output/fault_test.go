package output_test

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/microleadership/playbook/internal/output"
)

var errDisk = errors.New("input/output error")

func TestAnErrorAtAnyStepTakesAllBack(t *testing.T) {
	for fail := 1; ; fail++ {
		dir := t.TempDir()
		publish(t, dir, with(before, site{"turned": "a file", "other/way/round.html": "1"}))
		plant(t, dir, others)
		old := read(t, dir)
		steps, failed := 0, ""
		opts := output.Options{}.WithStep(func(name string) error {
			if strings.HasPrefix(name, "stage ") { // these run side by side
				return nil
			}
			if steps++; steps == fail {
				failed = name
				return errDisk
			}
			return nil
		})
		next := with(after, site{"turned/into/a.html": "folder", "other": "a file"})
		_, err := output.Publish(t.Context(), dir, next.files(), opts)
		if failed == "" {
			if err != nil || fail < 15 {
				t.Fatalf("after %d steps: %v", fail, err)
			}
			break
		}
		_, name, _ := strings.Cut(failed, " ")
		if !errors.Is(err, errDisk) || !strings.Contains(err.Error(), name) && failed != "remember" {
			t.Errorf("%s: error %v", failed, err)
		}
		switch {
		case strings.HasPrefix(failed, "delete "): // only that file is left
			want(t, dir, with(next, others, site{name: before[name]}))
		case failed == "remember", failed == "save .playbook/manifest":
			want(t, dir, with(next, others))
		default:
			want(t, dir, old)
		}
		for _, s := range []site{next, {}} {
			publish(t, dir, s)
			want(t, dir, with(s, others))
			tidy(t, dir)
		}
	}
}

func TestAFullDiskLeavesTheOldSite(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("file sizes cannot be limited here")
	}
	dir := t.TempDir()
	publish(t, dir, before)
	out, err := job{Dir: dir, Site: with(after, site{"stories/large.html": strings.Repeat("x", 100_000)}), MaxFile: 50_000}.command(t).CombinedOutput()
	if err == nil || !strings.HasPrefix(string(out), "cannot write stories/large.html: file too large") {
		t.Fatalf("%v: %s", err, out)
	}
	want(t, dir, before)
	tidy(t, dir)
}

func TestFoldersThatCannotBeUsed(t *testing.T) {
	base := t.TempDir()
	plant(t, base, site{"file": "mine", "memory/.playbook": "mine", "linked/.playbook": "-> ../elsewhere", "elsewhere/": ""})
	for _, dir := range []string{"file", "file/below", "memory", "linked"} {
		_, err := output.Publish(t.Context(), filepath.Join(base, dir), before.files(), output.Options{})
		if err == nil || !strings.Contains(err.Error(), dir) || strings.Count(err.Error(), base) != 1 {
			t.Errorf("%s: %v", dir, err)
		}
	}
	want(t, base, site{"file": "mine", "memory/.playbook": "mine", "linked/.playbook": "-> ../elsewhere", "elsewhere/": ""})
}

func TestAFolderWithoutPermission(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, before)
	stories := filepath.Join(dir, "stories")
	if err := os.Chmod(stories, 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(stories, 0o755)
	if os.WriteFile(filepath.Join(stories, "probe"), nil, 0o644) == nil {
		_ = os.Remove(filepath.Join(stories, "probe"))
		t.Skip("this user is above permissions")
	}
	_, err := output.Publish(t.Context(), dir, after.files(), output.Options{})
	if !errors.Is(err, os.ErrPermission) || !strings.Contains(err.Error(), "stories/a.html") {
		t.Errorf("got %v", err)
	}
	want(t, dir, before)
}

func TestLinksLeadNoWriteAstray(t *testing.T) {
	outside := t.TempDir()
	plant(t, outside, site{"a.html": "theirs", "folder/a.html": "theirs"})
	untouched := read(t, outside)
	for name, links := range map[string]site{
		"file":          {"stories/a.html": "-> " + outside + "/a.html"},
		"file within":   {"stories/a.html": "-> ../mine.html"},
		"same bytes":    {"stories/b.html": "-> b"}, // as long as the page, and what it leads to reads the same
		"new file":      {"new/y.html": "-> " + outside + "/new.html"},
		"folder":        {"stories": "-> " + outside + "/folder"},
		"folder within": {"stories": "-> mine"},
		"stale folder":  {"gone": "-> mine"},
		"lock":          {".playbook/lock": "-> " + outside + "/lock"},
		"stage":         {".playbook/stage": "-> " + outside + "/folder"},
		"manifest":      {".playbook/manifest": "-> " + outside + "/a.html"},
		"pending":       {".playbook/pending": "-> " + outside + "/a.html"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			publish(t, dir, before)
			mine := site{"mine.html": "mine", "mine/a.html": "mine", "mine/x.html": "mine"}
			plant(t, dir, mine)
			for p := range links {
				if err := os.RemoveAll(filepath.Join(dir, p)); err != nil {
					t.Fatal(err)
				}
			}
			plant(t, dir, links)
			if name == "same bytes" {
				mine["stories/b"] = "b"
				plant(t, dir, mine)
			}
			_, err := output.Publish(t.Context(), dir, after.files(), output.Options{})
			var foreign *output.ForeignError
			if err != nil && !errors.As(err, &foreign) {
				t.Fatal(err)
			}
			if _, err := output.Publish(t.Context(), dir, after.files(), output.Options{Force: true}); err != nil {
				t.Fatal(err)
			}
			expected := with(after, mine)
			if name == "stale folder" {
				expected["gone"] = "-> mine"
			}
			if name == "manifest" { // what was ours is forgotten, so it stays
				expected = with(before, expected)
			}
			want(t, dir, expected)
			want(t, outside, untouched)
		})
	}
}
