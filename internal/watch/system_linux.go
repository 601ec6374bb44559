package watch

import (
	"io/fs"
	"syscall"
)

// foreignKinds are the magic numbers, from linux/magic.h and the modules' sources, of file
// systems that others can change without this kernel knowing.
var foreignKinds = map[uint32]string{
	0x6969:     "NFS",
	0x517b:     "SMB",
	0xff534d42: "CIFS",
	0xfe534d42: "SMB2",
	0x01021997: "9p",
	0x65735546: "FUSE", // also virtiofs; some are local, but it does not say which
	0x786f4256: "VirtualBox shared",
	0xbacbacbc: "VMware shared",
	0x7c7c6673: "Parallels shared",
	0x00c36400: "Ceph",
	0x5346414f: "AFS",
	0x6b414653: "AFS",
	0x73757245: "Coda",
	0x7461636f: "OCFS2",
	0x01161970: "GFS2",
	0x0bd00bd0: "Lustre",
	0x47504653: "GPFS",
	0x20030528: "OrangeFS",
	0x013661de: "Netware",
	0x564c:     "Netware",
}

// foreign names the kind of file system dir is on, if it is a foreign one.
func foreign(dir string) string {
	var s syscall.Statfs_t
	if syscall.Statfs(dir, &s) != nil {
		return "" // it is not there
	}
	return foreignKinds[uint32(s.Type)]
}

// identity tells one file from another of the same path, and when it last changed.
func identity(info fs.FileInfo) (device, file uint64, changed int64) {
	s, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return 0, 0, 0
	}
	return uint64(s.Dev), s.Ino, s.Ctim.Nano()
}

// names is how many names, or hard links, a file has.
func names(info fs.FileInfo) uint64 {
	if s, ok := info.Sys().(*syscall.Stat_t); ok && info.Mode().IsRegular() {
		return uint64(s.Nlink)
	}
	return 1
}
