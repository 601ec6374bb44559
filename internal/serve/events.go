package serve

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/microleadership/playbook/internal/diag"
)

// Paths of the preview's own files. No entry can have an address that starts like this.
const (
	eventsPath = "/_playbook/events"
	livePath   = "/_playbook/live.js"
)

//go:embed live/live.js
var liveScript []byte

func liveFile(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
	w.Header().Set("Cache-Control", "no-cache")
	_, _ = w.Write(liveScript)
}

// update is what a page that is open learns about a rebuild.
type update struct {
	Errors   int    `json:"errors"`
	Problems string `json:"problems"` // the diagnostics as text, "" when there are none
}

func message(list diag.List) []byte {
	var text bytes.Buffer
	if list.HasErrors() {
		_ = list.WriteText(&text, diag.TextOptions{}) // a buffer takes everything
	}
	out, _ := json.Marshal(update{list.Count(diag.Error), strings.TrimSpace(text.String())}) // two plain fields cannot fail
	return out
}

// broker hands each message to every listener. A listener that is slow loses older
// messages, never the newest: it only needs to know how things stand now.
type broker struct {
	mu        sync.Mutex
	listeners map[chan []byte]bool
	last      []byte
}

func (b *broker) send(m []byte) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.last = m
	for l := range b.listeners {
		select {
		case <-l:
		default:
		}
		l <- m
	}
}

// listen returns a channel of messages, the last one so far, and what ends it.
func (b *broker) listen() (messages <-chan []byte, last []byte, leave func()) {
	l := make(chan []byte, 1)
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.listeners == nil {
		b.listeners = map[chan []byte]bool{}
	}
	b.listeners[l] = true
	return l, b.last, func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		delete(b.listeners, l)
	}
}

// heartbeat keeps proxies and sleeping laptops from thinking the stream dead.
const heartbeat = 20 * time.Second

// stream is the event stream of one open page: first how things stand (event “state”),
// then each change (event “change”).
func (s *Server) stream(w http.ResponseWriter, req *http.Request) {
	if !s.fromHere(req) {
		http.Error(w, "the event stream is for this preview's own pages", http.StatusForbidden)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	messages, last, leave := s.events.listen()
	defer leave()
	out := http.NewResponseController(w)
	fmt.Fprintf(w, "retry: 500\nevent: state\ndata: %s\n\n", last)
	for {
		if err := out.Flush(); err != nil {
			return
		}
		select {
		case <-req.Context().Done():
			return
		case m := <-messages:
			fmt.Fprintf(w, "event: change\ndata: %s\n\n", m)
		case <-time.After(heartbeat):
			fmt.Fprint(w, ": still here\n\n")
		}
	}
}
