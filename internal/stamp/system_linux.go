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
	return stamp{inode: st.Ino, recorded: st.Ctim.Nano()}, true
}
