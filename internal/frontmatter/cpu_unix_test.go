//go:build unix

package frontmatter_test

import (
	"syscall"
	"time"
)

// cpuTime is the time that this process has worked, whatever else the machine did.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
