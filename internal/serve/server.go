// Package serve shows a site from memory while its author writes: nothing is written to
// disk, pages are rendered when they are looked at, and a page that is open becomes the
// new one when the site changes.
//
// The server gives out what the site holds and nothing else: an address is looked up
// in the site, never on the disk, so no path can lead outside. It answers only
// to the names it is served under, so that no foreign page can reach it through a
// domain that resolves to this machine (DNS rebinding), and what it says about the site
// it says to its own pages alone. It never runs anything.
//
// While there are mistakes the last site without any stays; pages are told of the mistakes
// beside it.
package serve

import (
	"cmp"
	"crypto/rand"
	"errors"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/editor"
)

// Options say how a site is shown.
type Options struct {
	Hosts  []string        // names it may be asked by, besides those of the loopback interface
	Root   string          // the playbook's folder as an absolute path, for links to its files; "" for none
	Editor editor.Template // makes those links
	Follow bool            // pages that are open go to the entry that changes

	// Faulty is told of each mistake that showed only when a page was made, once for each
	// site that has it. Several goroutines may call it at once. Nil tells nobody.
	Faulty func(diag.Diagnostic)
}

// Server is an http.Handler for the newest site it was shown.
type Server struct {
	options  Options
	hosts    hosts
	run      string // differs each time the preview is started
	live     map[string]file
	patience time.Duration // for a reader that has stopped reading
	events   broker

	mu    sync.RWMutex
	stand stand
}

// patience is long enough for any reader that is still there, on this machine or the next.
const patience = 30 * time.Second

// New returns a server that has nothing to show yet.
func New(o Options) *Server {
	s := &Server{options: o, hosts: newHosts(o.Hosts), run: strings.ToLower(rand.Text()), live: liveFiles(), patience: patience}
	s.events.tell(s.news())
	return s
}

// Show makes r the site that is served, unless it has errors and the one before had none,
// and tells the pages that are open. One that differs from the last in nothing is no news,
// unless it ends a failure.
func (s *Server) Show(r *build.Result) {
	s.mu.Lock()
	defer s.mu.Unlock() // held until it is told, so that nobody hears an older state last
	if s.stand.show(r) {
		s.events.tell(s.news())
	}
	if s.stand.newest == r {
		go s.probe(r)
	}
}

// Fail says that there is nothing new to show, because the files could not be read. What was
// shown stays until there is; the pages that are open are told why.
func (s *Server) Fail(err error) {
	s.mu.Lock()
	defer s.mu.Unlock() // as in Show
	if s.stand.fail(err) {
		s.events.tell(s.news())
	}
}

// current is the site that is shown. While there is none it is nil, with the reason.
func (s *Server) current() (*build.Result, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.stand.shown == nil {
		return nil, cmp.Or(s.stand.failure, errUnbuilt)
	}
	return s.stand.shown, nil
}

var errUnbuilt = errors.New("the first build is not finished")

// longestTarget is more than any address of a site with a query needs.
const longestTarget = 8 << 10

func (s *Server) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	h := w.Header()
	h.Set("Content-Security-Policy", "default-src 'self'")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	// Not every connection can have a deadline; those of Run do.
	_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(s.patience))
	switch {
	case !s.hosts.know(req.Host):
		http.Error(w, "this preview answers only to its own address", http.StatusMisdirectedRequest)
	case req.Method != http.MethodGet && req.Method != http.MethodHead:
		h.Set("Allow", "GET, HEAD")
		http.Error(w, "a preview can only be looked at", http.StatusMethodNotAllowed)
	case len(req.RequestURI) > longestTarget:
		http.Error(w, "no page has such a long address", http.StatusRequestURITooLong)
	case strings.HasPrefix(req.URL.Path, own):
		s.ours(w, req)
	default:
		s.page(w, req)
	}
}

// own is where the preview's own files and answers stand. No entry can have an address that
// starts like this.
const own = "/_playbook/"

// ours answers what only the preview's own pages may ask.
func (s *Server) ours(w http.ResponseWriter, req *http.Request) {
	if !fromHere(req) {
		http.Error(w, "this is for the preview's own pages", http.StatusForbidden)
		return
	}
	switch name := strings.TrimPrefix(req.URL.Path, own); name {
	case "events":
		s.stream(w, req)
	case "page":
		s.facts(w, req)
	default:
		f, ok := s.live[name]
		if !ok {
			http.Error(w, "the preview has no such file", http.StatusNotFound)
			return
		}
		f.send(w, req, http.StatusOK)
	}
}
