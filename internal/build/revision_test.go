package build_test

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/microleadership/playbook/internal/build"
)

// Version control says when entries were changed and by whom.
func TestASiteStandsAtOneRevision(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("no git here")
	}
	dir, opts := standingPlaybook(t)
	opts.Dir = dir
	away := t.TempDir()
	env := slices.DeleteFunc(os.Environ(), func(v string) bool { return strings.HasPrefix(v, "GIT_") }) // as git sets for its hooks
	git := func(args ...string) {
		t.Helper()
		cmd := exec.Command("git", append([]string{"-C", dir, "-c", "user.name=Mira", "-c", "user.email=mira@example.org", "-c", "commit.gpgsign=false"}, args...)...)
		cmd.Env = env
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	check := func(want bool, after string) {
		t.Helper()
		with(t, opts, away, func(b *build.Builder) {
			if _, ok := stands(t, b); ok != want {
				t.Errorf("%s: it stands: %v, want %v", after, ok, want)
			}
		})
	}
	keep(t, opts, away)
	check(true, "without a repository")
	git("init", "-q")
	check(true, "without a commit")
	git("add", "-A")
	git("commit", "-q", "-m", "first")
	check(false, "after a commit")
	keep(t, opts, away)
	check(true, "built after it")
	git("commit", "-q", "--allow-empty", "-m", "second")
	check(false, "after another commit")
	git("reset", "-q", "--soft", "HEAD~1")
	check(true, "back at the first")
	write(t, dir, ".mailmap", "Mira M. <mira@example.org>\n")
	check(false, "with other names")
	keep(t, opts, away)
	check(true, "built with them")
}
