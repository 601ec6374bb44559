//go:build !linux && !darwin && !freebsd && !netbsd

package stamp

import "io/fs"

func system(fs.FileInfo) (Stamp, bool) { return Stamp{}, false }
