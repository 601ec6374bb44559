//go:build !linux

package source_test

// system is nothing: then all files are read each time.
func system(inode, recorded uint64) any { return nil }
