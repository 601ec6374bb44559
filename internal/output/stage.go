package output

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"runtime"
	"strconv"

	"golang.org/x/sync/errgroup"
)

// openStage makes the folder for what has to go into place. It lies in the output
// folder because renaming works within one file system only.
func (r *run) openStage() error {
	if err := r.root.Mkdir(stageDir, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return failed("make the folder", stageDir, err)
	}
	return nil
}

// staged is where the i-th write waits.
func staged(i int) string { return path.Join(stageDir, strconv.Itoa(i)) }

// stage writes all files that have to go into place. When the disk is full, this is
// where it shows, and nothing has happened yet.
func (r *run) stage() error {
	if len(r.plan.writes) == 0 {
		return nil
	}
	if err := r.openStage(); err != nil {
		return err
	}
	stage, err := r.root.OpenRoot(stageDir)
	if err != nil {
		return failed("open the folder", stageDir, err)
	}
	defer stage.Close()
	records := make([]record, len(r.plan.writes))
	group, ctx := errgroup.WithContext(r.ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, w := range r.plan.writes {
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			info, err := r.stageFile(stage, strconv.Itoa(i), w.file.Bytes)
			if err != nil {
				return failed("write", w.file.Path, err)
			}
			records[i] = recordOf(info, r.next[w.file.Path].hash)
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	for i, w := range r.plan.writes {
		r.next[w.file.Path] = records[i]
	}
	return nil
}

func (r *run) stageFile(stage *os.Root, name string, b []byte) (fs.FileInfo, error) {
	if err := r.opts.step("stage " + name); err != nil {
		return nil, err
	}
	f, err := stage.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return nil, err
	}
	_, err = f.Write(b)
	info, statErr := f.Stat()
	return info, errors.Join(err, statErr, f.Close())
}

// clean removes what has been staged, by this run or one that was cut short.
func (r *run) clean() { _ = r.root.RemoveAll(stageDir) } // if it fails, openStage says why
