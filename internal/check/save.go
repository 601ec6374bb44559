package check

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"maps"
	"math"
	"slices"

	"github.com/microleadership/playbook/internal/pack"
	"github.com/microleadership/playbook/internal/playbook"
)

// Save writes what is remembered of the last run, for a Checker of another process to Load.
// Files without a version are left out: nobody would know them again.
func (c *Checker) Save(w *pack.Writer) {
	c.mu.Lock()
	defer c.mu.Unlock()
	w.Bool(c.last != nil)
	if c.last == nil {
		return
	}
	s := saver{w: w, run: c.last}
	w.String(s.holds)
	s.saveFiles()
	s.saveCompared()
	s.saveAlbum()
	// What has been found is text, and lives as long as it is true. It stands by itself, so that it
	// does not keep all the rest in memory.
	var found pack.Writer
	s.w = &found
	s.saveFound()
	s.saveSpots()
	w.String(string(found.Bytes))
}

// saver writes files by their places among those that are saved.
type saver struct {
	*run
	w      *pack.Writer
	places map[playbook.Version]int
	list   []int // the places of those that are saved among all
}

func (s *saver) saveFiles() {
	s.places = make(map[playbook.Version]int, len(s.files))
	for i := range s.files {
		if v := s.files[i].version; v != (playbook.Version{}) {
			s.places[v] = len(s.list)
			s.list = append(s.list, i)
		}
	}
	s.w.Count(len(s.list))
	marked := 0
	for _, i := range s.list {
		f := &s.files[i]
		s.w.Fixed(binary.LittleEndian.Uint64(f.version[:8]))
		s.w.Fixed(binary.LittleEndian.Uint64(f.version[8:]))
		s.w.Bool(f.influence)
		s.w.Bool(f.mark != nil)
		if f.mark != nil {
			marked++
		}
	}
	s.w.Count(marked)
	for _, i := range s.list {
		if m := s.files[i].mark; m != nil {
			for k := 0; k < bins; k += 2 {
				s.w.Fixed(uint64(m[k]) | uint64(m[min(k+1, bins-1)])<<32)
			}
		}
	}
}

func (s *saver) saveCompared() {
	type pair struct {
		a, b  int
		share float64
	}
	var pairs []pair
	for a, i := range s.list {
		for _, k := range s.compared.list(i) {
			if b, ok := s.places[s.files[k.with].version]; ok {
				pairs = append(pairs, pair{a, b, k.share})
			}
		}
	}
	s.w.Count(len(pairs))
	for _, p := range pairs {
		s.w.Uint(uint64(p.a))
		s.w.Uint(uint64(p.b))
		s.w.Fixed(math.Float64bits(p.share))
	}
}

// saveAlbum leaves out the files that could not be read: they are tried again.
func (s *saver) saveAlbum() {
	s.w.Bool(s.album.assets)
	s.w.String(s.album.version)
	known := slices.DeleteFunc(slices.Sorted(maps.Keys(s.album.seen)), func(file string) bool { return s.album.seen[file].err != nil })
	s.w.Count(len(known))
	for _, file := range known {
		s.w.String(file)
		pack.Put(s.w, &s.album.seen[file].kinds)
	}
}

func (s *saver) saveFound() {
	some := slices.DeleteFunc(slices.Clone(s.list), func(i int) bool { return len(s.files[i].found) == 0 })
	s.w.Count(len(some))
	for _, i := range some {
		s.w.Uint(uint64(s.places[s.files[i].version]))
		pack.Put(s.w, &s.files[i].found)
	}
}

func (s *saver) saveSpots() {
	all := slices.SortedFunc(maps.Keys(s.spots), func(a, b sought) int {
		return cmp.Or(bytes.Compare(a.version[:], b.version[:]), cmp.Compare(a.path, b.path), cmp.Compare(a.link, b.link), cmp.Compare(a.words, b.words))
	})
	s.w.Count(len(all))
	for _, of := range all {
		s.w.Uint(uint64(s.places[of.version]))
		s.w.String(of.path)
		s.w.Uint(uint64(of.link))
		s.w.String(of.words)
		at := s.spots[of]
		pack.Put(s.w, &at)
	}
}
