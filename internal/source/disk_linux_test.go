package source_test

import "syscall"

// system is what the file system says of a file besides its size and time.
func system(inode, recorded uint64) any {
	return &syscall.Stat_t{Ino: inode, Ctim: syscall.NsecToTimespec(int64(recorded))}
}
