package measure

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// Running is a process that goes on until it is stopped.
type Running struct {
	cmd   *exec.Cmd
	log   string
	ended chan struct{}
}

// Start starts a command. What it says goes into the file log; it is asked to stop when ctx
// ends, and made to a little later.
func Start(ctx context.Context, log string, command ...string) (*Running, error) {
	file, err := os.Create(log)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	cmd := exec.CommandContext(ctx, command[0], command[1:]...)
	cmd.Stdout, cmd.Stderr = file, file
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.WaitDelay = 5 * time.Second
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	r := &Running{cmd: cmd, log: log, ended: make(chan struct{})}
	go func() {
		_ = cmd.Wait() // Err says how it ended
		close(r.ended)
	}()
	return r, nil
}

// Wait waits until the process has ended.
func (r *Running) Wait() { <-r.ended }

// Err is nil as long as the process runs, and says afterwards what it said last.
func (r *Running) Err() error {
	select {
	case <-r.ended:
	default:
		return nil
	}
	said, err := os.ReadFile(r.log)
	if err != nil {
		return err
	}
	return fmt.Errorf("%s: %s\n%s", filepath.Base(r.cmd.Path), r.cmd.ProcessState, said[max(0, len(said)-2000):])
}

// Peak is the most memory that the process ever had, Resident what it has now.
func (r *Running) Peak() (int64, error)     { return r.status("VmHWM:") }
func (r *Running) Resident() (int64, error) { return r.status("VmRSS:") }

func (r *Running) status(key string) (int64, error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", r.cmd.Process.Pid))
	if err != nil {
		return 0, err
	}
	_, rest, ok := strings.Cut(string(text), key)
	fields := strings.Fields(rest)
	if !ok || len(fields) < 1 {
		return 0, fmt.Errorf("the system does not say %s", key)
	}
	kilobytes, err := strconv.ParseInt(fields[0], 10, 64)
	return kilobytes * 1024, err
}

// CPU is the processor time that the threads of the process took so far.
func (r *Running) CPU() (time.Duration, error) {
	threads, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", r.cmd.Process.Pid))
	if err == nil && len(threads) == 0 {
		err = fmt.Errorf("the system does not say what process %d takes", r.cmd.Process.Pid)
	}
	if err != nil {
		return 0, err
	}
	var sum time.Duration
	for _, thread := range threads {
		text, err := os.ReadFile(thread)
		if err != nil {
			continue // it has ended
		}
		nanoseconds, _, _ := strings.Cut(string(text), " ")
		n, err := strconv.ParseInt(nanoseconds, 10, 64)
		if err != nil {
			return 0, err
		}
		sum += time.Duration(n)
	}
	return sum, nil
}

// Settle waits until the process has done nothing for a while.
func (r *Running) Settle(ctx context.Context) error {
	const pause, idle = 50 * time.Millisecond, 5 * time.Millisecond // collecting garbage, looking at a clock
	for calm, last := 0, time.Duration(-1); calm < 4; {
		now, err := r.CPU()
		if err != nil {
			return err
		}
		if calm++; now-last > idle {
			calm = 0
		}
		last = now
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(pause):
		}
	}
	return nil
}
