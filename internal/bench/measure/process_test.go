package measure

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestMain lets the test's own program be the process that is measured.
func TestMain(m *testing.M) {
	switch os.Getenv("MEASURE_TEST") {
	case "memory":
		fill(200 << 20)
	case "time":
		work(200 * time.Millisecond)
	case "failure":
		os.Stderr.WriteString("out of ideas")
		os.Exit(1)
	case "wait":
		fill(100 << 20)
		work(100 * time.Millisecond)
		os.Stdout.WriteString("ready")
		time.Sleep(time.Hour)
	default:
		os.Exit(m.Run())
	}
}

func fill(bytes int) {
	held := make([]byte, bytes)
	for i := range held {
		held[i] = 1
	}
}

func work(d time.Duration) {
	for r := (syscall.Rusage{}); time.Duration(r.Utime.Nano()) < d; {
		_ = syscall.Getrusage(syscall.RUSAGE_SELF, &r)
	}
}

func runSelf(t *testing.T, what string) (Usage, error) {
	t.Helper()
	t.Setenv("MEASURE_TEST", what)
	return Run(t.Context(), os.Args[0])
}

func TestRun(t *testing.T) {
	busy, err := runSelf(t, "time")
	if err != nil {
		t.Fatal(err)
	}
	if busy.CPU < 200*time.Millisecond || busy.Wall < 100*time.Millisecond {
		t.Errorf("200 ms of work took %v of the processors' time and %v", busy.CPU, busy.Wall)
	}
	big, err := runSelf(t, "memory")
	if err != nil {
		t.Fatal(err)
	}
	if big.Peak < 200<<20 || big.Peak < busy.Peak+100<<20 {
		t.Errorf("the peak is %d bytes with 200 MiB in use, and %d without", big.Peak, busy.Peak)
	}
	if _, err := runSelf(t, "failure"); err == nil || !strings.Contains(err.Error(), "out of ideas") {
		t.Errorf("the error %v does not say what the process said", err)
	}
}

func TestSize(t *testing.T) {
	dir := t.TempDir()
	for name, data := range map[string]string{"a": "12", "b/c": "345", "b/d/e": ""} {
		full := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(full), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if files, bytes, err := Size(dir); files != 3 || bytes != 5 || err != nil {
		t.Errorf("%d files of %d bytes, %v; want 3 of 5", files, bytes, err)
	}
}

func TestStart(t *testing.T) {
	if _, err := os.Stat("/proc/self/stat"); err != nil {
		t.Skip("this system does not say what other processes take: ", err)
	}
	t.Setenv("MEASURE_TEST", "wait")
	ctx, cancel := context.WithCancel(t.Context())
	log := filepath.Join(t.TempDir(), "log")
	r, err := Start(ctx, log, os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	for said := ""; !strings.Contains(said, "ready"); time.Sleep(10 * time.Millisecond) {
		data, _ := os.ReadFile(log)
		said = string(data)
		if err := r.Err(); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.Settle(ctx); err != nil {
		t.Fatal(err)
	}
	if peak, err := r.Peak(); peak < 100<<20 || err != nil {
		t.Errorf("the peak is %d bytes with 100 MiB in use; %v", peak, err)
	}
	if resident, err := r.Resident(); resident < 1<<20 || err != nil {
		t.Errorf("%d bytes are resident; %v", resident, err)
	}
	if cpu, err := r.CPU(); cpu < 90*time.Millisecond || cpu > time.Minute || err != nil {
		t.Errorf("100 ms of work took %v; %v", cpu, err)
	}
	cancel()
	r.Wait()
	if err := r.Err(); err == nil || !strings.Contains(err.Error(), "ready") {
		t.Errorf("the error %v does not say what the process said", err)
	}
	if err := r.Settle(ctx); err == nil {
		t.Error("a process that has ended came to rest")
	}
}
