package check

import (
	"encoding/binary"
	"math"
	"strings"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/pack"
)

// Load reads what Save wrote, into a Checker that has not run yet. After an error it is as good
// as new.
func (c *Checker) Load(r *pack.Reader) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !r.Bool() {
		return r.Err()
	}
	l := loader{r: r, run: &run{holds: strings.Clone(r.String())}}
	l.loadFiles()
	l.loadCompared()
	l.loadAlbum()
	l.r = pack.NewReader(strings.Clone(r.String()))
	l.loadFound()
	l.loadSpots()
	if l.r.End() != nil {
		r.Fail()
	}
	if err := r.Err(); err != nil {
		return err
	}
	c.last = l.run
	return nil
}

type loader struct {
	*run
	r *pack.Reader
}

func (l *loader) loadFiles() {
	l.files = make([]checked, l.r.Count(16+2))
	marked := 0
	var some mark // stands for the one that follows
	for i := range l.files {
		f := &l.files[i]
		binary.LittleEndian.PutUint64(f.version[:8], l.r.Fixed())
		binary.LittleEndian.PutUint64(f.version[8:], l.r.Fixed())
		f.influence = l.r.Bool()
		if l.r.Bool() {
			f.mark = &some
			marked++
		}
	}
	marks := make([]mark, l.r.Count((bins+1)/2*8))
	if len(marks) != marked {
		l.r.Fail()
		return
	}
	for i := range l.files {
		if f := &l.files[i]; f.mark != nil {
			f.mark, marks = &marks[0], marks[1:]
			for k := 0; k < bins; k += 2 {
				v := l.r.Fixed()
				f.mark[k], f.mark[min(k+1, bins-1)] = uint32(v), uint32(v>>32)
			}
		}
	}
}

// place reads the place of a file.
func (l *loader) place() int32 {
	n := l.r.Uint()
	if n >= uint64(len(l.files)) {
		l.r.Fail()
		return 0
	}
	return int32(n)
}

func (l *loader) loadCompared() {
	n := l.r.Count(1 + 1 + 8)
	l.compared = comparisons{begin: make([]int32, len(l.files)+1), all: make([]comparison, 0, n)}
	next := 0 // the first file of which it is not known yet where its comparisons begin
	for range n {
		a := l.place()
		k := comparison{l.place(), math.Float64frombits(l.r.Fixed())}
		if int(a) < next-1 {
			l.r.Fail()
		}
		if l.r.Err() != nil {
			return
		}
		for ; next <= int(a); next++ {
			l.compared.begin[next] = int32(len(l.compared.all))
		}
		l.compared.all = append(l.compared.all, k)
	}
	for ; next < len(l.compared.begin); next++ {
		l.compared.begin[next] = int32(n)
	}
}

func (l *loader) loadAlbum() {
	l.album.assets = l.r.Bool()
	l.album.version = strings.Clone(l.r.String())
	n := l.r.Count(2)
	l.album.seen = make(map[string]*metadata, n)
	for range n {
		m := &metadata{}
		file := strings.Clone(l.r.String())
		pack.Get(l.r, &m.kinds)
		for i, kind := range m.kinds {
			m.kinds[i] = strings.Clone(kind)
		}
		l.album.seen[file] = m
	}
}

func (l *loader) loadFound() {
	for range l.r.Count(2) {
		at := l.place()
		if l.r.Err() != nil {
			return
		}
		f := &l.files[at]
		pack.Get(l.r, &f.found)
		for i := range f.found {
			if f.found[i].Severity > diag.Error {
				l.r.Fail()
			}
		}
	}
}

func (l *loader) loadSpots() {
	n := l.r.Count(4)
	l.spots = make(spots, n)
	for range n {
		at := l.place()
		if l.r.Err() != nil {
			return
		}
		of := sought{l.files[at].version, l.r.String(), int(l.r.Uint()), l.r.String()}
		var s spot
		pack.Get(l.r, &s)
		l.spots[of] = s
	}
}
