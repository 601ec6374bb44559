//go:build unix

package markdown_test

import (
	"syscall"
	"time"
)

// cpuTime is what this process has used. A test that looks at the clock fails
// when the machine is busy with something else.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
