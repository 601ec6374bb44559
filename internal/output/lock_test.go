package output_test

import (
	"bufio"
	"errors"
	"io"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/output"
)

// hold starts a process that publishes s and stops halfway.
func hold(t *testing.T, dir string, s site, at string) (cmd *exec.Cmd, release func()) {
	t.Helper()
	cmd = job{Dir: dir, Site: s, HoldAt: at}.command(t)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = in.Close(); _ = cmd.Wait() })
	if line, err := bufio.NewReader(out).ReadString('\n'); err != nil && !errors.Is(err, io.EOF) || line != "holding\n" {
		t.Fatalf("the other process said %q: %v", line, err)
	}
	return cmd, func() { _ = in.Close() }
}

func TestTwoRunsDoNotMix(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, before)
	_, release := hold(t, dir, site{"index.html": "theirs", "their.html": "theirs"}, "write index.html")

	_, err := output.Publish(t.Context(), dir, after.files(), output.Options{})
	var locked *output.LockedError
	if !errors.As(err, &locked) || !strings.Contains(err.Error(), locked.Lock) || locked.Hint() == "" {
		t.Fatalf("without waiting: %v", err)
	}
	start := time.Now()
	_, err = output.Publish(t.Context(), dir, after.files(), output.Options{Wait: 50 * time.Millisecond})
	if !errors.As(err, &locked) || time.Since(start) < 50*time.Millisecond {
		t.Fatalf("after a short wait: %v", err)
	}
	told := 0
	_, err = output.Publish(t.Context(), dir, after.files(), output.Options{Wait: time.Minute, Waiting: func(string) { told++; release() }})
	if err != nil || told != 1 {
		t.Fatalf("after the other was done: %v, told %d times", err, told)
	}
	want(t, dir, after)
}

func TestAKilledRunLeavesNoLock(t *testing.T) {
	dir := t.TempDir()
	cmd, _ := hold(t, dir, before, "write index.html")
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait()
	publish(t, dir, after)
	want(t, dir, after)
}

func TestManyRunsAtOnce(t *testing.T) {
	dir := t.TempDir()
	sites := []site{before, after, {"index.html": "third"}, {"index.html": "fourth", "stories": "a file"}}
	var group sync.WaitGroup
	for _, s := range sites {
		cmd := job{Dir: dir, Site: s, Wait: time.Minute}.command(t)
		group.Go(func() {
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Errorf("%v: %s", err, out)
			}
		})
	}
	group.Wait()
	got := read(t, dir)
	for _, s := range sites {
		if cmp.Equal(s, got) {
			return
		}
	}
	t.Errorf("a mixture: %v", got)
}
