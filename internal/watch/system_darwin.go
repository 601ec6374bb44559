package watch

import (
	"io/fs"
	"syscall"
)

// local is MNT_LOCAL of sys/mount.h.
const local = 0x1000

// foreign names the kind of file system dir is on, if it is not on this machine.
func foreign(dir string) string {
	var s syscall.Statfs_t
	if syscall.Statfs(dir, &s) != nil || s.Flags&local != 0 {
		return ""
	}
	var name []byte
	for _, c := range s.Fstypename {
		if c == 0 {
			break
		}
		name = append(name, byte(c))
	}
	return string(name)
}

// identity tells one file from another of the same path, and when it last changed.
func identity(info fs.FileInfo) (device, file uint64, changed int64) {
	s, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return 0, 0, 0
	}
	return uint64(s.Dev), s.Ino, s.Ctimespec.Nano()
}

// names is how many names, or hard links, a file has.
func names(info fs.FileInfo) uint64 {
	if s, ok := info.Sys().(*syscall.Stat_t); ok && info.Mode().IsRegular() {
		return uint64(s.Nlink)
	}
	return 1
}
