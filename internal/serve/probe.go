package serve

import (
	"errors"

	"github.com/microleadership/playbook/internal/build"
)

// probe reads a page of each sort, so that a layout's mistake does not wait for somebody to
// look at such a page. It stops when there is another site to look at. With layouts that
// made all samples before, it reads none: lists are long, and their author waits for a page.
func (s *Server) probe(r *build.Result) {
	sound := true
	for _, address := range s.samples(r) {
		if !s.matters(r) {
			return
		}
		_, err := r.Site.Read(address)
		var m *build.Mistake
		if errors.As(err, &m) {
			s.fault(r, m)
			sound = false
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if sound && s.stand.shown == r {
		s.stand.sound = r
	}
}

func (s *Server) samples(r *build.Result) []string {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.stand.sound != nil && r.Site.Dressed(s.stand.sound.Site) {
		return nil
	}
	return r.Site.Samples()
}

func (s *Server) matters(r *build.Result) bool {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return r == s.stand.newest || r == s.stand.shown
}

// fault takes in what showed only when a page of r was made, and tells the open pages. It
// says whether another site is shown than r.
func (s *Server) fault(r *build.Result, m *build.Mistake) bool {
	s.mu.Lock()
	back, more := s.stand.fault(r, m.Diagnostic)
	if back || more {
		s.events.tell(s.news())
	}
	if back {
		go s.probe(s.stand.shown)
	}
	other := s.stand.shown != r
	s.mu.Unlock()
	if more && s.options.Faulty != nil { // not under the lock: it may take its time, and ask the server
		s.options.Faulty(m.Diagnostic)
	}
	return other
}
