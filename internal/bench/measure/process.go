package measure

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"
)

// Usage is what a process took, with those it started and waited for.
type Usage struct {
	CPU, Wall time.Duration
	Peak      int64 // resident bytes, at most
}

// Run runs a command to its end. Its peak is never less than that of this process at
// the time: a new process starts out as a copy of it, and the system counts that.
func Run(ctx context.Context, command ...string) (Usage, error) {
	cmd := exec.CommandContext(ctx, command[0], command[1:]...)
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	start := time.Now()
	if err := cmd.Run(); err != nil {
		return Usage{}, fmt.Errorf("%s: %w\n%s", filepath.Base(command[0]), err, out.Bytes())
	}
	taken := Usage{CPU: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), Wall: time.Since(start)}
	if r, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		taken.Peak = r.Maxrss * 1024
	}
	return taken, nil
}

// Size counts the files below a folder, and their bytes.
func Size(dir string) (files int, bytes int64, err error) {
	err = filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		files++
		bytes += info.Size()
		return nil
	})
	return files, bytes, err
}
