//go:build darwin || freebsd || netbsd

package stamp

import (
	"io/fs"
	"syscall"
)

func system(info fs.FileInfo) (Stamp, bool) {
	st, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return Stamp{}, false
	}
	return Stamp{Inode: uint64(st.Ino), Recorded: st.Ctimespec.Nano()}, true
}
