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
	return Stamp{Inode: st.Ino, Recorded: st.Ctim.Nano()}, true
}
