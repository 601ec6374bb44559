package watch

import (
	"errors"
	"io/fs"
	"syscall"

	"github.com/fsnotify/fsnotify"
)

// system is what the operating system is asked for. Tests put limits and foreign file
// systems in its place that one cannot have at will.
type system struct {
	open    func() (*fsnotify.Watcher, error)
	add     func(w *fsnotify.Watcher, dir string) error
	foreign func(dir string) string
}

func (s system) withDefaults() system {
	if s.open == nil {
		s.open = fsnotify.NewWatcher
	}
	if s.add == nil {
		s.add = (*fsnotify.Watcher).Add
	}
	if s.foreign == nil {
		s.foreign = foreign
	}
	return s
}

// passing says whether err concerns one folder, which is gone or not for us to read. It
// is told when that changes. Any other error concerns them all.
func passing(err error) bool {
	for _, one := range []error{fs.ErrNotExist, fs.ErrPermission, syscall.ENOTDIR, syscall.ELOOP, syscall.ENAMETOOLONG} {
		if errors.Is(err, one) {
			return true
		}
	}
	return false
}

// foreignError names a file system whose changes the system may not know.
type foreignError string

func (e foreignError) Error() string { return "it is a " + string(e) + " file system" }

// reason says why there are no events, and what could be done about it.
func reason(err error) string {
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return "the limit of watched folders is reached, see fs.inotify.max_user_watches"
	case errors.Is(err, syscall.EMFILE), errors.Is(err, syscall.ENFILE):
		return "the limit of open files or watching programs is reached, see ulimit -n and fs.inotify.max_user_instances"
	}
	return err.Error()
}
