package source_test

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/playbook"
	"github.com/microleadership/playbook/internal/source"
)

// repository is a git repository whose commits are made at seconds 1, 2, 3 … of 1970's second day.
type repository struct {
	t   *testing.T
	dir string
	now int
}

func newRepository(t *testing.T) *repository {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	home := t.TempDir()
	for k, v := range map[string]string{"HOME": home, "XDG_CONFIG_HOME": home, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CEILING_DIRECTORIES": os.TempDir()} {
		t.Setenv(k, v)
	}
	r := &repository{t: t, dir: t.TempDir()}
	r.git("init", "-q", "-b", "main")
	return r
}

func (r *repository) git(args ...string) {
	r.t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = r.dir
	stamp := "@" + strconv.Itoa(86400+r.now) + " +0500"
	cmd.Env = append(os.Environ(), "GIT_AUTHOR_DATE="+stamp, "GIT_COMMITTER_DATE="+stamp, "GIT_COMMITTER_NAME=C", "GIT_COMMITTER_EMAIL=c@example.org")
	if out, err := cmd.CombinedOutput(); err != nil {
		r.t.Fatalf("git %v: %v\n%s", args, err, out)
	}
}

func (r *repository) commit(author string) {
	r.t.Helper()
	r.now++
	r.git("add", "-A")
	r.git("commit", "-q", "--allow-empty", "-m", "a change", "--author", author+" <a@example.org>")
}

func at(second int, authors ...string) playbook.Change {
	return playbook.Change{Time: time.Unix(86400+int64(second), 0).UTC(), Authors: authors}
}

func history(t *testing.T, dir string) map[string]playbook.Change {
	t.Helper()
	h, err := source.History(context.Background(), dir)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func TestHistory(t *testing.T) {
	r := newRepository(t)
	long := "one\ntwo\nthree\nfour\nfive\nsix\nseven\n"
	write(t, r.dir, map[string]string{"content/stories/a.md": long, "content/stories/b.md": "b" + long, "content/stories/gone.md": "gone", "README.md": "r"})
	r.commit("Ada")
	write(t, r.dir, map[string]string{"content/stories/a.md": long + "eight\n"})
	r.commit("Büşra O'Neil")
	r.git("mv", "content/stories/b.md", "content/stories/c.md")
	r.git("rm", "-q", "content/stories/gone.md")
	r.commit("Renamer")
	r.git("mv", "content/stories/a.md", "content/stories/b.md") // takes the old name of another
	r.commit("Renamer")
	odd := "content/stories/new\nline \"quoted\" commit 1 M.md"
	write(t, r.dir, map[string]string{odd: "odd", "content/stories/c.md": "b" + long + "nine\n"})
	r.commit("Cem")
	write(t, r.dir, map[string]string{"content/stories/b.md": long + "ten\n"})
	r.commit("Ada")
	r.commit("Nobody changed a thing")
	write(t, r.dir, map[string]string{"content/stories/uncommitted.md": "u"})

	want := map[string]playbook.Change{
		"content/stories/b.md": at(6, "Ada", "Büşra O'Neil"),
		"content/stories/c.md": at(5, "Ada", "Cem"),
		odd:                    at(5, "Cem"),
	}
	got := history(t, r.dir)
	delete(got, "content/stories/gone.md") // whether what is gone is listed does not matter
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestHistoryBelowTheRepository(t *testing.T) {
	r := newRepository(t)
	write(t, r.dir, map[string]string{"docs/book/content/stories/a.md": "a", "content/stories/b.md": "b"})
	r.commit("Ada")
	t.Setenv("GIT_DIR", ".git") // as in a hook
	if diff := cmp.Diff(map[string]playbook.Change{"content/stories/a.md": at(1, "Ada")}, history(t, filepath.Join(r.dir, "docs", "book"))); diff != "" {
		t.Error(diff)
	}
}

func TestHistoryDoesNotDependOnSettings(t *testing.T) {
	r := newRepository(t)
	write(t, r.dir, map[string]string{"content/stories/a.md": "one\ntwo\nthree\nfour\n", "content/stories/ü.md": "ü"})
	r.commit("Ada")
	r.git("mv", "content/stories/a.md", "content/stories/b.md")
	r.commit("Bo")
	want := history(t, r.dir)
	if len(want) != 2 {
		t.Fatalf("history: %v", want)
	}
	for _, setting := range [][2]string{
		{"diff.renames", "false"},
		{"diff.renames", "copies"},
		{"log.follow", "true"},
		{"log.showSignature", "true"},
		{"core.quotePath", "true"},
		{"diff.noprefix", "true"},
		{"color.ui", "always"},
		{"log.decorate", "full"},
		{"format.pretty", "%H"},
		{"i18n.logOutputEncoding", "latin1"},
		{"log.date", "relative"},
		{"diff.external", "false"},
		{"status.relativePaths", "false"},
		{"log.diffMerges", "on"},
		{"diff.orderFile", "/dev/null"},
	} {
		r.git("config", setting[0], setting[1])
		if diff := cmp.Diff(want, history(t, r.dir)); diff != "" {
			t.Errorf("%v: %s", setting, diff)
		}
		r.git("config", "--unset", setting[0])
	}
}

func TestHistoryKnowsItsLimits(t *testing.T) {
	r := newRepository(t)
	if h := history(t, r.dir); len(h) > 0 || source.Revision(t.Context(), r.dir) != "" {
		t.Errorf("no commit: %v", h)
	}
	write(t, r.dir, map[string]string{"content/stories/a.md": "a"})
	r.commit("Ada")
	r.commit("Bo")
	first := source.Revision(t.Context(), r.dir)
	r.commit("Cy")
	if second := source.Revision(t.Context(), r.dir); len(first) < 40 || second == first {
		t.Errorf("revisions %q, %q", first, second)
	}

	shallow := filepath.Join(t.TempDir(), "shallow")
	r.git("clone", "-q", "--depth", "1", "file://"+filepath.ToSlash(r.dir), shallow)
	if h := history(t, shallow); len(h) > 0 || source.Revision(t.Context(), shallow) != "" {
		t.Errorf("a shallow clone: %v", h)
	}
	if h := history(t, t.TempDir()); len(h) > 0 {
		t.Errorf("no repository: %v", h)
	}
	t.Run("cancelled", func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		if _, err := source.History(ctx, r.dir); !errors.Is(err, context.Canceled) {
			t.Errorf("got %v", err)
		}
	})
	t.Run("no git", func(t *testing.T) {
		t.Setenv("PATH", "")
		if h := history(t, r.dir); len(h) > 0 {
			t.Errorf("without git: %v", h)
		}
	})
}

func TestHistoryKnowsCoAuthorsAndFormerNames(t *testing.T) {
	r := newRepository(t)
	write(t, r.dir, map[string]string{"content/stories/map.md": "one"})
	r.now++
	r.git("add", "-A")
	r.git("commit", "-q", "-m", "a change\n\nText.\n\nCo-authored-by: Wanda Kowalczyk <w@example.org>\nCo-authored-by: Ada <a@example.org>", "--author", "Mira Before <mira@example.org>")
	write(t, r.dir, map[string]string{".mailmap": "Mira Now <mira@example.org>\n", "content/stories/map.md": "two"})
	r.commit("Ada")
	got, err := source.History(context.Background(), r.dir)
	if err != nil {
		t.Fatal(err)
	}
	want := at(2, "Mira Now", "Wanda Kowalczyk", "Ada")
	want.Also = []string{"Mira Before"}
	if diff := cmp.Diff(map[string]playbook.Change{"content/stories/map.md": want}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
