package watch_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/microleadership/playbook/internal/watch"
)

// A checkout replaces thousands of files within a second or so.
func TestACheckoutOfFiveThousandFiles(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("there is no git")
	}
	for _, poll := range []bool{false, true} {
		t.Run(map[bool]string{false: "events", true: "polling"}[poll], func(t *testing.T) {
			home := memory(t)
			git := func(args ...string) {
				t.Helper()
				cmd := exec.Command("git", append([]string{"-c", "user.name=a", "-c", "user.email=a@b.c", "-c", "gc.auto=0"}, args...)...)
				cmd.Dir = home
				if out, err := cmd.CombinedOutput(); err != nil {
					t.Errorf("git %v: %v\n%s", args, err, out)
				}
			}
			git("init", "-q", "-b", "one")
			fill := func(text string, from, to int) {
				for i := from; i < to; i++ {
					dir := filepath.Join(home, "content", fmt.Sprint("d", i%50))
					must(t, os.MkdirAll(dir, 0o755))
					write(t, dir, fmt.Sprint("f", i, ".md"), text+strconv.Itoa(i))
				}
				git("add", ".")
				git("commit", "-q", "-m", text)
			}
			fill("one ", 0, 5000)
			git("checkout", "-q", "--orphan", "two")
			git("rm", "-rfq", ".")
			fill("two ", 2500, 7500)

			r := follow(t, watch.Options{Dirs: []string{filepath.Join(home, "content")}, Poll: poll, Every: 50 * time.Millisecond})
			for _, branch := range []string{"one", "two"} {
				r.settles()
				start := time.Now()
				done := make(chan struct{})
				go func() {
					defer close(done)
					git("checkout", "-q", branch)
				}()
				hints := r.takesUntil(done)
				took := time.Since(start)
				hints += len(r.converges())
				t.Logf("%d hints, most of them during the %v of the checkout", hints, took)
				if most := 20 + int(took/(5*time.Millisecond)); hints > most {
					t.Errorf("more than %d hints", most) // one for each settling time, and some to end with
				}
			}
		})
	}
}

// memory is a folder in memory where there is one: some disks take half a minute for what
// this is not a test of.
func memory(t *testing.T) string {
	dir, err := os.MkdirTemp("/dev/shm", "watch")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

// takesUntil looks where hints say for as long as something goes on, and counts them.
func (r *reader) takesUntil(done <-chan struct{}) (hints int) {
	for {
		select {
		case h := <-r.changes:
			r.apply(h)
			hints++
		case <-done:
			r.hints = nil
			return hints
		}
	}
}

func TestAProgramThatWritesWithoutPauseDoesNotKeepOthersWaiting(t *testing.T) {
	dir := t.TempDir()
	r := follow(t, watch.Options{Dirs: []string{dir}, Settle: 100 * time.Millisecond})
	ctx, cancel := context.WithCancel(t.Context())
	var wg sync.WaitGroup
	wg.Go(func() {
		for i := 0; ctx.Err() == nil; i++ {
			_ = os.WriteFile(filepath.Join(dir, "log"), []byte(strconv.Itoa(i)), 0o644)
			time.Sleep(time.Millisecond)
		}
	})
	write(t, dir, "a.md", "seen")
	r.names(filepath.Join(dir, "a.md"))
	r.names(filepath.Join(dir, "log"))
	cancel()
	wg.Wait()
	r.converges()
}

// The system drops events when nobody takes them. Here the one who takes them is kept
// busy, by the question whether a path is ignored, until that has happened.
func TestLostEventsAreFoundAgain(t *testing.T) {
	limit := queueLimit(t)
	dir := memory(t)
	must(t, os.Mkdir(filepath.Join(dir, "before"), 0o755))
	var busy sync.RWMutex
	ctx, cancel := context.WithCancel(context.Background())
	r := &reader{t: t, dir: dir, roots: []string{dir}, view: view{}}
	r.changes = watch.Changes(ctx, watch.Options{Dirs: r.roots, Ignore: func(string) bool {
		busy.RLock()
		defer busy.RUnlock()
		return false
	}})
	defer func() {
		cancel()
		for range r.changes {
		}
	}()
	r.take()
	r.converges()

	busy.Lock()
	for i := range limit {
		must(t, os.Chtimes(filepath.Join(dir, "before"), time.Now(), time.Now()))
		write(t, dir, "noise", strconv.Itoa(i))
	}
	sub := filepath.Join(dir, "after", "sub") // of which no event tells any more
	must(t, os.MkdirAll(sub, 0o755))
	write(t, sub, "a.md", "one")
	busy.Unlock()

	all := false
	for _, h := range r.converges() {
		all = all || h.All
	}
	if !all {
		t.Error("events were lost, and no hint said All")
	}
	write(t, sub, "a.md", "two") // what was made while nobody listened is watched
	r.converges()
}

// queueLimit is how many events the system keeps for one who does not take them.
func queueLimit(t *testing.T) int {
	text, err := os.ReadFile("/proc/sys/fs/inotify/max_queued_events")
	if err != nil {
		t.Skip("this system has no limit of queued events that is known")
	}
	n, err := strconv.Atoi(strings.TrimSpace(string(text)))
	must(t, err)
	if n > 100_000 {
		t.Skip("the limit of queued events is too high to reach it:", n)
	}
	return n
}
