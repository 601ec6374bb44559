package output

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

// lockPoll is how often a waiting run looks whether the other one is done.
const lockPoll = 20 * time.Millisecond

// lock makes this run the only one in the folder. The system gives the lock back when
// its holder ends, however it ends; so the lock's file stays and means nothing.
func lock(ctx context.Context, root *os.Root, dir string, opts Options) (unlock func(), err error) {
	if info, err := root.Lstat(ours); err != nil || !info.IsDir() {
		return nil, failed("use the folder", filepath.Join(dir, ours), cmp.Or(err, errors.New("it is a link")))
	}
	if info, err := root.Lstat(path.Join(ours, "lock")); err == nil && !info.Mode().IsRegular() {
		if err := root.Remove(path.Join(ours, "lock")); err != nil { // a link could lead anywhere
			return nil, failed("remove", filepath.Join(dir, ours, "lock"), err)
		}
	}
	l := flock.New(filepath.Join(dir, ours, "lock"), flock.SetPermissions(0o644))
	ok, err := l.TryLock()
	if err == nil && !ok && opts.Wait > 0 {
		opts.Waiting(l.Path())
		waiting, cancel := context.WithTimeout(ctx, opts.Wait)
		defer cancel()
		ok, err = l.TryLockContext(waiting, lockPoll)
		if errors.Is(err, context.DeadlineExceeded) && ctx.Err() == nil {
			err = nil
		}
	}
	switch {
	case errors.Is(err, fs.ErrPermission):
		return nil, failed("lock", l.Path(), err)
	case err != nil:
		return nil, err
	case !ok:
		return nil, &LockedError{l.Path()}
	}
	return func() { _ = l.Unlock() }, nil // nothing can be done, and ending gives it back
}
