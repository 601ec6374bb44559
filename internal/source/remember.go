package source

import (
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/pack"
	"github.com/microleadership/playbook/internal/stamp"
)

// remembered is a sight as it is saved.
type remembered struct {
	Path   string
	Role   role
	Stamp  stamp.Stamp
	Size   int64
	Hash   [32]byte
	Report diag.List
}

const rememberedSize = 30 // the fewest bytes that one takes

// Save writes what the scanner knows of entries and assets that it need not read again.
func (s *Scanner) Save(w *pack.Writer) {
	var list []remembered
	for _, at := range s.seen {
		if at.sure && (at.role == isEntry || at.role == isAsset) {
			list = append(list, remembered{at.path, at.role, at.stamp, at.file.Size, at.file.Hash, at.report})
		}
	}
	w.Count(len(list))
	for i := range list {
		pack.Put(w, &list[i])
	}
}

// Load reads what Save wrote, into a new scanner of the same files.
func (s *Scanner) Load(r *pack.Reader) error {
	n := r.Count(rememberedSize)
	seen := make(map[string]*sight, n)
	for range n {
		var at remembered
		pack.Get(r, &at)
		seen[at.Path] = &sight{found{at.Path, at.Role}, at.Stamp, true, File{Path: at.Path, Size: at.Size, Hash: at.Hash}, at.Report}
	}
	if err := r.End(); err != nil {
		return err
	}
	s.seen = seen
	return nil
}
