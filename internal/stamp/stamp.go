// Package stamp knows files by what the file system says of them without reading them:
// size, number and times. A file whose stamp is Sure and is found again unchanged holds
// the same bytes.
package stamp

import (
	"io/fs"
	"time"
)

// Stamp is what the file system says of a file. Its own clock of changes is part of it:
// that one cannot be set back, as the time of modification is by tools that copy and
// restore. The zero Stamp is that of no file.
type Stamp struct {
	Size               int64
	Inode              uint64
	Modified, Recorded int64 // nanoseconds
}

// Of is not ok where the file system tells too little; then files are read to know
// whether they have changed.
func Of(info fs.FileInfo) (Stamp, bool) {
	s, ok := system(info)
	s.Size, s.Modified = info.Size(), info.ModTime().UnixNano()
	return s, ok
}

// How old a change must be for a file to be known by its stamp: a second change in the
// same tick of the file system's clock leaves no trace. Most systems count in ticks of at
// most some hundredths of a second, and where a time has a part below a millisecond it
// is one of these; others count in up to two seconds.
const (
	fineTick   = 50 * time.Millisecond
	coarseTick = 2500 * time.Millisecond
)

// Sure says whether a stamp taken at a time tells the file of then from all later ones.
func (s Stamp) Sure(taken time.Time) bool {
	last := max(s.Modified, s.Recorded)
	tick := coarseTick
	if last%int64(time.Millisecond) != 0 {
		tick = fineTick
	}
	return taken.UnixNano()-last > int64(tick)
}
