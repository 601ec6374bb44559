//go:build !linux && !darwin && !freebsd && !netbsd

package source

import "io/fs"

func systemStamp(fs.FileInfo) (stamp, bool) { return stamp{}, false }
