package watch_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/microleadership/playbook/internal/watch"
)

// watches counts the folders that this program watches.
func watches(t *testing.T) int {
	entries, err := os.ReadDir("/proc/self/fdinfo")
	must(t, err)
	n := 0
	for _, e := range entries {
		text, err := os.ReadFile(filepath.Join("/proc/self/fdinfo", e.Name()))
		if err == nil {
			n += strings.Count(string(text), "inotify wd:")
		}
	}
	return n
}

// While somebody watches, moving folders about does not pile up watches either.
func TestWatchesDoNotPileUp(t *testing.T) {
	dir := t.TempDir()
	must(t, os.MkdirAll(filepath.Join(dir, "0", "sub"), 0o755))
	r := follow(t, watch.Options{Dirs: []string{dir}})
	r.converges()
	before := watches(t)
	for i := range 20 {
		must(t, os.Rename(filepath.Join(dir, fmt.Sprint(i)), filepath.Join(dir, fmt.Sprint(i+1))))
		must(t, os.MkdirAll(filepath.Join(dir, "x", "y"), 0o755))
		r.converges()
		must(t, os.RemoveAll(filepath.Join(dir, "x")))
		r.converges()
	}
	r.settles()
	deadline := time.Now().Add(patience)
	for watches(t) > before {
		if time.Now().After(deadline) {
			t.Fatalf("%d watches became %d", before, watches(t))
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// elsewhere runs the test once more, in a process of its own that the system treats as
// attr says. It returns true in that process.
func elsewhere(t *testing.T, attr *syscall.SysProcAttr) bool {
	t.Helper()
	const key = "WATCH_TEST_ELSEWHERE"
	if os.Getenv(key) == t.Name() {
		return true
	}
	// The program is where others may not look.
	dir, err := os.MkdirTemp("", "watch")
	must(t, err)
	t.Cleanup(func() { os.RemoveAll(dir) })
	must(t, os.Chmod(dir, 0o777))
	program, err := os.ReadFile(os.Args[0])
	must(t, err)
	must(t, os.WriteFile(filepath.Join(dir, "test"), program, 0o755))
	cmd := exec.Command(filepath.Join(dir, "test"), "-test.run=^"+t.Name()+"$", "-test.v")
	cmd.Dir, cmd.SysProcAttr = dir, attr
	cmd.Env = append(os.Environ(), key+"="+t.Name(), "TMPDIR="+dir)
	out, err := cmd.CombinedOutput()
	switch {
	case len(out) == 0 && err != nil:
		t.Skip("the system does not let a test do that:", err)
	case err != nil:
		t.Errorf("%v\n%s", err, out)
	case strings.Contains(string(out), "--- SKIP"):
		t.Skipf("%s", out)
	}
	return false
}

// In a user namespace the limits are one's own.
func namespace() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
	}
}

func limit(t *testing.T, name, value string) {
	t.Helper()
	if err := os.WriteFile("/proc/sys/user/"+name, []byte(value), 0o644); err != nil {
		t.Skip("the limit cannot be set:", err)
	}
}

func TestTheSystemsOwnLimitOfWatches(t *testing.T) {
	if elsewhere(t, namespace()) {
		limit(t, "max_inotify_watches", "2")
		follow(t, options(t)).polls(t, "max_user_watches")
	}
}

func TestTheSystemsOwnLimitOfWatchesReachedLater(t *testing.T) {
	if elsewhere(t, namespace()) {
		limit(t, "max_inotify_watches", "5")
		r := follow(t, options(t))
		must(t, os.MkdirAll(filepath.Join(r.dir, "1/2/3/4/5"), 0o755))
		r.polls(t, "max_user_watches")
	}
}

func TestTheSystemsOwnLimitOfWatchers(t *testing.T) {
	if elsewhere(t, namespace()) {
		limit(t, "max_inotify_instances", "1")
		first := follow(t, options(t))
		follow(t, options(t)).polls(t, "max_user_instances")
		write(t, first.dir, "a.md", "the other one goes on")
		first.converges()
	}
}

func TestTheSystemsOwnLimitOfOpenFiles(t *testing.T) {
	if elsewhere(t, nil) {
		opts := options(t)
		var held []*os.File
		must(t, syscall.Setrlimit(syscall.RLIMIT_NOFILE, &syscall.Rlimit{Cur: 64, Max: 64}))
		for {
			f, err := os.Open(os.DevNull)
			if err != nil {
				break
			}
			held = append(held, f)
		}
		r := follow(t, opts)
		for _, f := range held {
			f.Close()
		}
		r.polls(t, "ulimit -n")
	}
}

// Whoever may read everything would not notice.
func nobody() *syscall.SysProcAttr {
	if os.Getuid() != 0 {
		return nil
	}
	return &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
}

func TestWhatBecomesReadableIsSeen(t *testing.T) {
	if elsewhere(t, nobody()) {
		each(t, func(t *testing.T, r *reader) {
			in := func(path string) string { return filepath.Join(r.dir, path) }
			must(t, os.MkdirAll(in("sub/deep"), 0o755))
			write(t, r.dir, "sub/deep/a.md", "one")
			r.converges()
			for _, mode := range []os.FileMode{0o000, 0o644} {
				must(t, os.Chmod(in("a.md"), mode))
				r.converges()
			}
			for _, path := range []string{"sub/deep", "sub", "."} {
				must(t, os.Chmod(in(path), 0o000))
				r.converges()
				must(t, os.Chmod(in(path), 0o755))
				write(t, r.dir, "sub/deep/a.md", path)
				r.converges()
			}
			must(t, os.Mkdir(in("secret"), 0o000)) // new, and cannot be watched yet
			r.converges()
			must(t, os.Chmod(in("secret"), 0o755))
			write(t, r.dir, "secret/a.md", "open now")
			r.converges()
			write(t, r.dir, "secret/a.md", "and watched")
			r.converges()
		})
	}
}
