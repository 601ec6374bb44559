package leak

import (
	"path"
	"strings"
	"sync"
)

// Scanner searches for a list of names. It does not change and may be used by many at once. A nil
// Scanner finds nothing.
type Scanner struct {
	patterns []pattern
	index    *index
	jobs     sync.Pool
}

// New returns a scanner for names as people write them: “Jane Doe”, “Doe, Jane”, “Priya”, “李小龙”.
// What has no letters is skipped, and counts in Hit.Name all the same.
func New(names []string) *Scanner {
	var p patterns
	for i, listed := range names {
		p.name = int32(i)
		p.of(listed)
	}
	s := &Scanner{patterns: p.list}
	if len(p.list) > 0 {
		s.index = newIndex(p.list)
	}
	s.jobs.New = func() any { return new(job) }
	return s
}

// Empty says whether there is nothing to search for.
func (s *Scanner) Empty() bool { return s == nil || len(s.patterns) == 0 }

// Hit is a name that stands in a file.
type Hit struct {
	Name   int    // index into the names
	Form   string // how it stands there, in words: “as initials, in base64”
	Line   int    // from 1, of the published file; 0 in its name and in what has no lines
	Column int    // from 1, in code points
	Offset int    // in bytes; of something compressed, where that begins
	Text   string // as it stands there, or, where that is no text, as it reads
}

// Scan searches a file about to be published, and its address in the site. The hits are in the
// order of the file, the address first; of one name at most ten.
func (s *Scanner) Scan(address string, data []byte) []Hit {
	if s.Empty() {
		return nil
	}
	hits := s.run([]byte(address), "in the file name", address, func(j *job) {
		j.passage(&layer{src: []byte(address)})
	})
	for i := range hits {
		hits[i].Line, hits[i].Column = 0, 0
	}
	return append(hits, s.run(data, "", address, func(j *job) {
		if !j.searchIndex(data) {
			j.any(&layer{src: data, ext: strings.ToLower(path.Ext(address))})
		}
	})...)
}

func (s *Scanner) run(data []byte, how, address string, read func(*job)) []Hit {
	j := s.jobs.Get().(*job)
	j.scanner, j.budget, j.found = s, readable+8*len(data), j.found[:0]
	read(j)
	hits := j.report(data, how)
	j.scanner = nil
	s.jobs.Put(j)
	return hits
}
