//go:build browser

package browser

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

const liveFiles = "../serve/live"

// preview stands in for the preview's server, so that a test says which page is there when, and
// what the page in the browser is told. The files of the client are the real ones.
type preview struct {
	t    *testing.T
	base string

	mu         sync.Mutex
	server     *http.Server
	run        string
	generation int
	told       update            // how things stand
	pages      map[string]string // those that differ from the shipped site; "" when one is gone
	about      map[string]any    // what the author's panel is told, by address
	listeners  map[chan string]bool
	slow       map[string]chan bool // answers that wait until the channel is closed
	asked      map[string]int       // requests by path
}

func newPreview(t *testing.T) *preview {
	t.Helper()
	p := &preview{
		t: t, run: "first", generation: 1, pages: map[string]string{}, about: map[string]any{},
		listeners: map[chan string]bool{}, slow: map[string]chan bool{}, asked: map[string]int{},
	}
	p.start("127.0.0.1:0")
	t.Cleanup(p.stop)
	return p
}

func (p *preview) start(address string) {
	p.t.Helper()
	l, err := net.Listen("tcp", address)
	if err != nil {
		p.t.Fatal(err)
	}
	p.base = "http://" + l.Addr().String() + "/"
	server := &http.Server{Handler: p}
	p.mu.Lock()
	p.server = server
	p.mu.Unlock()
	go func() { _ = server.Serve(l) }() // ends with stop
}

func (p *preview) stop() {
	p.mu.Lock()
	defer p.mu.Unlock()
	_ = p.server.Close() // a server that has stopped already is as good
}

// restart is the same port with a new run, as after the author has stopped and started serve.
func (p *preview) restart(run string) {
	p.t.Helper()
	p.mu.Lock()
	p.run, p.generation = run, 1
	p.mu.Unlock()
	p.start(strings.Trim(strings.TrimPrefix(p.base, "http://"), "/"))
}

// put makes html what a page is; "" removes it. Nobody is told.
func (p *preview) put(address, html string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.pages[address] = html
}

// edit changes a page in one place.
func (p *preview) edit(address, old, text string) {
	p.t.Helper()
	html := p.html(address)
	if !strings.Contains(html, old) {
		p.t.Fatalf("%s has no %q", address, old)
	}
	p.put(address, strings.Replace(html, old, text, 1))
}

func (p *preview) html(address string) string {
	p.mu.Lock()
	defer p.mu.Unlock()
	if html, ok := p.pages[address]; ok {
		return html
	}
	b, err := os.ReadFile(filepath.Join(shipped.dir, filepath.FromSlash(address)))
	if err != nil {
		return ""
	}
	return string(b)
}

// rebuilt tells every open page that there is a new generation.
func (p *preview) rebuilt(u update) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.generation++
	p.told = u
	for l := range p.listeners {
		l <- p.message("change")
	}
}

func (p *preview) message(event string) string {
	u := p.told
	u.Run, u.Generation = p.run, p.generation
	if u.Problems == nil {
		u.Problems = []liveProblem{}
	}
	if u.Changed == nil || event == "state" {
		u.Changed = []livePage{}
	}
	if event == "state" {
		u.Assets = nil // who opens a page sees them as they are
	}
	b, err := json.Marshal(u)
	if err != nil {
		panic(err) // plain fields always can
	}
	return fmt.Sprintf("event: %s\ndata: %s\n\n", event, b)
}

func (p *preview) requests(path string) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.asked[path]
}

// hold makes the next answer at a path wait until the function that it returns is called.
func (p *preview) hold(path string) (release func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	c := make(chan bool)
	p.slow[path] = c
	return sync.OnceFunc(func() { close(c) })
}

func (p *preview) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Security-Policy", "default-src 'self'")
	p.mu.Lock()
	p.asked[r.URL.Path]++
	wait := p.slow[r.URL.Path]
	delete(p.slow, r.URL.Path)
	p.mu.Unlock()
	name, ours := strings.CutPrefix(r.URL.Path, "/_playbook/")
	if ours && wait != nil {
		<-wait
	}
	switch {
	case name == "events":
		p.stream(w, r)
	case name == "page":
		p.answerPage(w, r.URL.Query().Get("address"))
	case ours:
		http.ServeFile(w, r, filepath.Join(liveFiles, strings.TrimPrefix(name, "live/")))
	default:
		p.answer(w, r, wait)
	}
}

func (p *preview) stream(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	messages := make(chan string, 100)
	p.mu.Lock()
	p.listeners[messages] = true
	first := p.message("state")
	p.mu.Unlock()
	defer func() {
		p.mu.Lock()
		delete(p.listeners, messages)
		p.mu.Unlock()
	}()
	fmt.Fprintf(w, "retry: 500\n%s", first)
	for {
		w.(http.Flusher).Flush()
		select {
		case <-r.Context().Done():
			return
		case m := <-messages:
			fmt.Fprint(w, m)
		}
	}
}

func (p *preview) answerPage(w http.ResponseWriter, address string) {
	p.mu.Lock()
	about := p.about[address]
	p.mu.Unlock()
	if about == nil {
		about = aboutPage(address, nil)
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(about) // the reader may have gone
}

// answer serves a page as the preview does: with the script that keeps it fresh and that
// says which page it is in.
func (p *preview) answer(w http.ResponseWriter, r *http.Request, wait chan bool) {
	address := strings.TrimPrefix(r.URL.Path, "/")
	if address == "" || strings.HasSuffix(address, "/") {
		address += home
	}
	text, status := p.html(address), http.StatusOK
	if wait != nil {
		<-wait
	}
	if text == "" {
		text, status = p.html(notFound), http.StatusNotFound
	}
	sum := sha256.Sum256([]byte(text))
	tag := hex.EncodeToString(sum[:8])
	w.Header().Set("ETag", `"`+tag+`"`)
	w.Header().Set("Cache-Control", "no-cache")
	if strings.HasSuffix(address, ".html") || status == http.StatusNotFound {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		text = strings.Replace(text, "</head>", `<script type="module" src="/_playbook/live.js" data-page="`+tag+`"></script></head>`, 1)
	}
	if status == http.StatusNotFound {
		w.WriteHeader(status)
		_, _ = w.Write([]byte(text)) // the reader may have gone
		return
	}
	http.ServeContent(w, r, address, time.Time{}, strings.NewReader(text))
}
