package output

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"time"

	"github.com/microleadership/playbook/internal/stamp"
)

// finding is what there is at a file's path, and what shall be.
type finding struct {
	state  state
	sum    Sum         // of the file to publish
	alias  string      // the name by which it is ours, if that differs in case
	staged string      // where the file to publish waits, unless it is there already
	stamp  stamp.Stamp // of that
}

type state uint8

const (
	absent         state = iota
	identical            // the very bytes
	differs              // ours to replace
	foreign              // not ours
	folderInTheWay       // not a file at all
)

// place is the place of a file in a folder that is open.
type place struct {
	*finding
	folder *os.Root
	path   string
	there  stamp.Stamp // of what is there
	sure   bool        // and it is the stamp of no other bytes
	may    bool        // it may be the file already
}

// look says what is at a path of the site.
func (r *run) look(folder *os.Root, p string, at *finding) (place, error) {
	now := place{finding: at, folder: folder, path: p}
	taken := time.Now()
	info, err := folder.Lstat(path.Base(p))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return now, nil
	case err != nil:
		return now, err
	case info.IsDir():
		at.state = folderInTheWay
		return now, nil
	}
	at.state = differs
	if _, owned := r.memory.ours[p]; !owned {
		if at.alias = r.alias(p, info); at.alias != "" {
			return now, nil // written even if the bytes are right: the name is not
		}
		at.state = foreign
	}
	now.may = info.Mode().IsRegular()
	if s, ok := stamp.Of(info); ok && now.may {
		now.there, now.sure = s, s.Sure(taken)
	}
	return now, nil
}

// holds says whether the file at a place has this sum, and reads it only if it must.
func (r *run) holds(at place, sum Sum) (bool, error) {
	if !at.may || at.there.Size != sum.Size && at.there != (stamp.Stamp{}) {
		return false, nil
	}
	if r.opts.Stamps.know(at.path, at.there, sum) {
		return true, nil
	}
	b, err := at.folder.ReadFile(path.Base(at.path))
	if err != nil || SumOf(b) != sum {
		return false, err
	}
	if at.sure {
		r.opts.Stamps.note(at.path, at.there, sum)
	}
	return true, nil
}
