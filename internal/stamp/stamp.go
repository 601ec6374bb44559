package source

import (
	"io/fs"
	"time"
)

// stamp is what the file system says of a file without reading it. Its own clock of
// changes is part of it: that one cannot be set back, as the time of modification is
// by tools that copy and restore.
type stamp struct {
	size               int64
	inode              uint64
	modified, recorded int64 // nanoseconds
}

func (m stamp) changed() time.Time { return time.Unix(0, max(m.modified, m.recorded)) }

// settled is how old a change must be for a file to be known by its stamp: file systems
// count time in ticks of up to two seconds, and a second change in the same tick
// leaves no trace.
const settled = 2500 * time.Millisecond

// stampOf is not ok where the file system tells too little; then files are read to
// know whether they have changed.
func stampOf(fsys fs.FS, p string) (stamp, bool) {
	info, err := fs.Stat(fsys, p)
	if err != nil {
		return stamp{}, false
	}
	m, ok := systemStamp(info)
	m.size, m.modified = info.Size(), info.ModTime().UnixNano()
	return m, ok
}
