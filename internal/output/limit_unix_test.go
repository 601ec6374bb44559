//go:build unix

package output_test

import (
	"os/signal"
	"syscall"
)

// limitFiles makes writing beyond n bytes fail, as it does on a full disk.
func limitFiles(n uint64) {
	signal.Ignore(syscall.SIGXFSZ)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: n, Max: n}); err != nil {
		panic(err)
	}
}
