package output

import (
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/microleadership/playbook/internal/pack"
	"github.com/microleadership/playbook/internal/stamp"
)

// Stamps remember the files of one folder by what the file system says of them, so that
// those that have not changed need not be read. The zero Stamps know nothing.
type Stamps struct {
	mu      sync.Mutex
	changed bool
	before  map[string]seen
	now     map[string]seen // of the files of the last run
	dir     string
	fresh   map[string]seen // those that it has put into place, as they were before
	ended   time.Time       // when it had
}

// seen is a file with its sum, as long as its stamp is this one.
type seen struct {
	Stamp stamp.Stamp
	Sum   Sum
}

// begin forgets what the last run did not ask for.
func (s *Stamps) begin() {
	s.before, s.now, s.changed = s.now, make(map[string]seen, len(s.now)), false
}

// know says whether the file at p, which has this stamp now, has this sum.
func (s *Stamps) know(p string, now stamp.Stamp, sum Sum) bool {
	was, ok := s.before[p]
	if !ok || was.Stamp != now || was.Sum != sum || now == (stamp.Stamp{}) {
		return false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.now[p] = was
	return true
}

func (s *Stamps) note(p string, now stamp.Stamp, sum Sum) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.now[p], s.changed = seen{now, sum}, true
}

// Changed says whether the last run has seen or made anything that was not known before it.
func (s *Stamps) Changed() bool {
	return s.changed || len(s.fresh) > 0 || len(s.now) != len(s.before)
}

// Save writes what is known. The later after a run, the more of its files are.
func (s *Stamps) Save(w *pack.Writer) {
	s.settle()
	w.Count(len(s.now))
	for p, at := range s.now {
		w.String(p)
		pack.Put(w, &at)
	}
}

// Load reads what Save wrote.
func (s *Stamps) Load(r *pack.Reader) error {
	n := r.Count(sumSize)
	known := make(map[string]seen, n)
	for range n {
		p := r.String()
		var at seen
		pack.Get(r, &at)
		known[p] = at
	}
	if r.Err() == nil {
		s.now = known
	}
	return r.Err()
}

const sumSize = 32 // the fewest bytes that a known file takes

// written notes what a run has put into place, to be looked at when that is long enough ago
// for a stamp to be sure.
func (s *Stamps) written(dir string, fresh map[string]seen) {
	s.dir, s.fresh, s.ended = dir, fresh, time.Now()
}

// settle looks at the files that the last run has put into place.
func (s *Stamps) settle() {
	root, err := os.OpenRoot(s.dir)
	if len(s.fresh) == 0 || err != nil {
		return // then they are read the next time
	}
	defer root.Close()
	for p, was := range s.fresh {
		taken := time.Now()
		info, err := root.Lstat(filepath.FromSlash(p))
		if err != nil {
			continue
		}
		if now, ok := stamp.Of(info); ok && now.Sure(taken) && s.moved(was.Stamp, now) {
			s.note(p, now, was.Sum)
		}
	}
	s.fresh = nil
}

// moved says whether a file is the one that was staged: nothing has happened to it since the
// run ended, and before that no more than that it got its name.
func (s *Stamps) moved(staged, now stamp.Stamp) bool {
	return now.Inode == staged.Inode && now.Size == staged.Size && now.Modified == staged.Modified && now.Recorded <= s.ended.UnixNano()
}
