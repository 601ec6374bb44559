package output

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"runtime"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"github.com/microleadership/playbook/internal/stamp"
)

// MakeError lists what kept files from being made.
type MakeError struct{ Errs []error }

func (e *MakeError) Error() string   { return errors.Join(e.Errs...).Error() }
func (e *MakeError) Unwrap() []error { return e.Errs }

// openStage makes the folder for what has to go into place. It lies in the output
// folder because renaming works within one file system only.
func (r *run) openStage() error {
	if err := r.root.Mkdir(stageDir, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return failed("make the folder", stageDir, err)
	}
	return nil
}

// gather makes the files, compares them with the folder and stages what has to go into
// place. When the disk is full, this is where it shows, and nothing has happened yet.
func (r *run) gather() error {
	missing := r.lookAtFolders()
	for dir := range missing {
		r.plan.mkdirs = append(r.plan.mkdirs, dir)
	}
	slices.Sort(r.plan.mkdirs)
	found := make([]finding, len(r.files))
	order := r.byClass()
	group, ctx := errgroup.WithContext(r.ctx)
	var next atomic.Int64
	var mu sync.Mutex
	var unmade []error
	for number := range runtime.GOMAXPROCS(0) {
		h := &hand{run: r, ctx: ctx, missing: missing, stage: path.Join(stageDir, strconv.Itoa(number))}
		group.Go(func() error {
			defer h.close()
			for {
				const inRow = 16 // they are mostly in one folder, which is opened once
				to := int(next.Add(inRow))
				for i := to - inRow; i < min(to, len(r.files)); i++ {
					f := &r.files[order[i]]
					if err := h.take(f, &found[order[i]]); err != nil {
						return err
					}
					if f.Done != nil {
						f.Done()
					}
				}
				if to >= len(r.files) {
					break
				}
			}
			mu.Lock()
			defer mu.Unlock()
			unmade = append(unmade, h.unmade...)
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	if unmade != nil {
		return &MakeError{unmade}
	}
	return r.decide(found)
}

// byClass is the order in which files are made: all of a class before those of the next.
func (r *run) byClass() []int {
	order := make([]int, len(r.files))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(r.files[a].Class, r.files[b].Class) })
	return order
}

// largest is how long a file may be for its room to be used again.
const largest = 256 << 10

// hand is one of those that work side by side. Each has a folder of its own to stage files
// in, since the system lets only one at a time make a file in a folder.
type hand struct {
	*run
	ctx     context.Context
	missing map[string]bool
	unmade  []error
	made    []byte // the last file, for its room

	folder *os.Root // of the last file, nil if it does not exist
	at     string
	stage  string
	open   *os.Root // the folder stage, once there is something in it
	staged int
}

func (h *hand) close() {
	for _, dir := range []*os.Root{h.folder, h.open} {
		if dir != nil {
			dir.Close()
		}
	}
}

// take does all for one file but to put it into place.
func (h *hand) take(f *File, at *finding) error {
	if err := h.ctx.Err(); err != nil {
		return err
	}
	if err := h.enter(path.Dir(f.Path)); err != nil {
		return err
	}
	now := place{finding: at}
	if h.folder != nil {
		var err error
		if now, err = h.look(h.folder, f.Path, at); err != nil {
			return failed("look at", f.Path, err)
		}
	}
	if f.Sum != nil {
		at.sum = f.Sum()
	}
	if at.sum != (Sum{}) {
		if same, err := h.holds(now, at.sum); same || err != nil {
			return at.decided(f.Path, same, err)
		}
	}
	b, err := f.Make(h.made[:0])
	if err != nil {
		h.unmade = append(h.unmade, err)
		return nil
	}
	if h.made = b; cap(b) > largest {
		h.made = nil // one long list must not keep its room while thousands of pages are made
	}
	at.sum = SumOf(b)
	if same, err := h.holds(now, at.sum); same || err != nil {
		return at.decided(f.Path, same, err)
	}
	if err := h.put(b, at); err != nil {
		return failed("write", f.Path, err)
	}
	return nil
}

func (at *finding) decided(p string, same bool, err error) error {
	if err != nil {
		return failed("look at", p, err)
	}
	if same {
		at.state = identical
	}
	return nil
}

// enter opens the folder of a file. Those that follow are mostly in the same one, and
// to open it once saves two of three system calls for a file that has not changed.
func (h *hand) enter(dir string) error {
	if dir == h.at {
		return nil
	}
	if h.folder != nil {
		h.folder.Close()
	}
	h.folder, h.at = nil, dir
	if h.missing[dir] {
		return nil
	}
	var err error
	if h.folder, err = h.root.OpenRoot(dir); err != nil {
		return failed("open the folder", dir, err)
	}
	return nil
}

// put stages a file.
func (h *hand) put(b []byte, at *finding) error {
	if err := h.opts.step("stage " + strconv.Itoa(h.staged)); err != nil {
		return err
	}
	if h.open == nil {
		if err := h.openStage(); err != nil {
			return err
		}
		if err := h.root.Mkdir(h.stage, 0o755); err != nil {
			return err
		}
		var err error
		if h.open, err = h.root.OpenRoot(h.stage); err != nil {
			return err
		}
	}
	name := strconv.Itoa(h.staged)
	h.staged++
	f, err := h.open.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	at.staged = path.Join(h.stage, name)
	_, err = f.Write(b)
	if info, statErr := f.Stat(); err == nil && statErr == nil {
		at.stamp, _ = stamp.Of(info)
	}
	return errors.Join(err, f.Close())
}

// clean removes what has been staged, by this run or one that was cut short.
func (r *run) clean() { _ = r.root.RemoveAll(stageDir) } // if it fails, openStage says why
