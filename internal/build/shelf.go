package build

import (
	"io/fs"

	"github.com/microleadership/playbook/internal/cache"
	"github.com/microleadership/playbook/internal/pack"
	"github.com/microleadership/playbook/internal/playbook"
	"github.com/microleadership/playbook/internal/source"
)

// inMemory is how many entries a playbook may have for its texts to stay in memory: those
// of more are most of what the program would hold, and of most of them nothing is asked in
// most rebuilds.
const inMemory = 1000

// shelf keeps texts.
type shelf struct {
	fsys   fs.FS
	pieces Pieces // nil keeps all in memory
	lasts  bool   // for the next process
}

// Pieces keeps pieces of text outside the memory; a cache.Folder does, and cache.Pieces.
type Pieces interface {
	Put(b []byte) (cache.Ref, error)
	Get(r cache.Ref) (string, error)
}

// keep takes what a file was parsed into, and puts its text where it belongs.
func (s *shelf) keep(r *reading, p parser, large bool) *reading {
	text := r.text
	r.text = nil
	r.compact()
	if s.pieces != nil && (large || s.lasts) {
		var err error
		pack.With(func(w *pack.Writer) {
			pack.Put(w, text)
			r.place, err = s.pieces.Put(w.Bytes)
		})
		if err == nil && large {
			s.lend(r, p)
			return r
		}
	}
	r.entry.SayLater(r.version, func() *playbook.Text { return text })
	r.lent = true
	return r
}

// lend lets a reading find its text when it is asked for.
func (s *shelf) lend(r *reading, p parser) {
	r.lent = true
	r.entry.SayLater(r.version, func() *playbook.Text {
		if packed, err := s.pieces.Get(r.place); err == nil {
			var text playbook.Text
			from := pack.NewReader(packed)
			if pack.Get(from, &text); from.End() == nil {
				return &text
			}
		}
		return s.again(r, p)
	})
}

// again parses a file whose text was lost. If it says something else by now, the next
// rebuild finds out.
func (s *shelf) again(r *reading, p parser) *playbook.Text {
	b, err := fs.ReadFile(s.fsys, r.entry.File)
	if err != nil {
		return &playbook.Text{}
	}
	return p.parse(source.File{Path: r.entry.File, Bytes: b}).text
}
