package main

import (
	"os"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestMain lets the test's own program be the process that is measured.
func TestMain(m *testing.M) {
	switch os.Getenv("SEARCH_COST_TEST") {
	case "memory":
		held := make([]byte, 200<<20)
		for i := range held {
			held[i] = 1
		}
	case "time":
		for r := (syscall.Rusage{}); time.Duration(r.Utime.Nano()) < 200*time.Millisecond; {
			_ = syscall.Getrusage(syscall.RUSAGE_SELF, &r)
		}
	case "failure":
		os.Stderr.WriteString("out of ideas")
		os.Exit(1)
	default:
		os.Exit(m.Run())
	}
}

func measureSelf(t *testing.T, what string) (usage, error) {
	t.Helper()
	t.Setenv("SEARCH_COST_TEST", what)
	return measureCommand(t.Context(), []string{os.Args[0]})
}

func TestMeasureCommand(t *testing.T) {
	busy, err := measureSelf(t, "time")
	if err != nil {
		t.Fatal(err)
	}
	if busy.cpu < 200*time.Millisecond || busy.wall < 100*time.Millisecond {
		t.Errorf("200 ms of work took %v of the processors' time and %v", busy.cpu, busy.wall)
	}
	big, err := measureSelf(t, "memory")
	if err != nil {
		t.Fatal(err)
	}
	if big.peak < 200<<20 || big.peak < busy.peak+100<<20 {
		t.Errorf("the peak is %d bytes with 200 MiB in use, and %d without", big.peak, busy.peak)
	}
	if _, err := measureSelf(t, "failure"); err == nil || !strings.Contains(err.Error(), "out of ideas") {
		t.Errorf("the error %v does not say what the process said", err)
	}
}

func TestSize(t *testing.T) {
	dir := t.TempDir()
	for name, data := range map[string]string{"a": "12", "b/c": "345", "b/d/e": ""} {
		if err := write(dir, name, []byte(data)); err != nil {
			t.Fatal(err)
		}
	}
	if files, bytes, err := size(dir); files != 3 || bytes != 5 || err != nil {
		t.Errorf("%d files of %d bytes, %v; want 3 of 5", files, bytes, err)
	}
}
