//go:build !linux && !darwin

package watch

import (
	"io/fs"
	"path/filepath"
	"strings"
)

// foreign knows a shared folder of Windows by its name, \\server\folder. One with a drive
// letter looks like any other; there --poll helps.
func foreign(dir string) string {
	if strings.HasPrefix(filepath.VolumeName(dir), `\\`) {
		return "network"
	}
	return ""
}

// identity is not to be had from a listing here; names, sizes and times must do.
func identity(fs.FileInfo) (device, file uint64, changed int64) { return 0, 0, 0 }

// names is how many names, or hard links, a file has, as far as is known.
func names(fs.FileInfo) uint64 { return 1 }
