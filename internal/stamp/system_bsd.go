//go:build darwin || freebsd || netbsd

package source

import (
	"io/fs"
	"syscall"
)

func systemStamp(info fs.FileInfo) (stamp, bool) {
	st, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return stamp{}, false
	}
	return stamp{inode: uint64(st.Ino), recorded: st.Ctimespec.Nano()}, true
}
