package serve

import (
	"encoding/json"
	"fmt"
	"net/http"
	"sync"
	"time"
)

// event is what a page that is open learns about a rebuild.
type event struct {
	Run          string    `json:"run"`
	Generation   int       `json:"generation"`
	Follow       bool      `json:"follow"`
	Problems     []finding `json:"problems"` // errors only, the first in reading order
	More         int       `json:"more"`     // how many there are besides
	Stale        bool      `json:"stale"`    // what is shown is the last site without errors
	Changed      []changed `json:"changed"`  // pages whose file changed, or some of them
	Assets       []string  `json:"assets"`   // images and the like that did
	Milliseconds int64     `json:"milliseconds"`
}

type changed struct {
	Address string `json:"address"`
	Title   string `json:"title"`
	File    string `json:"file"`
}

// A page with thousands of problems on it can no longer be used, and nobody reads so many.
const (
	mostProblems = 50
	mostChanged  = 20
)

// news is one event in its two forms: for pages that have just been opened, and for those
// that were there before it.
type news struct{ state, change []byte }

// news tells how things stand. Only a page that was open when something changed is told
// what did: one opened later shows it, and with Follow it would be led away at once.
func (s *Server) news() news {
	st := &s.stand
	problems := st.wrong()
	first := problems[:min(len(problems), mostProblems)]
	e := event{
		Run: s.run, Generation: st.generation, Follow: s.options.Follow,
		Problems: s.findings(first), More: len(problems) - len(first),
		Stale: st.stale(), Changed: []changed{}, Assets: []string{},
	}
	if st.newest != nil {
		e.Milliseconds = st.newest.Stats.Duration.Milliseconds()
	}
	state := marshal(e)
	if !st.stale() {
		for _, c := range st.changed {
			if len(e.Changed) < mostChanged && st.shown.Site.Has(c.Address) {
				e.Changed = append(e.Changed, changed{c.Address, c.Title, c.File})
			}
		}
		for _, address := range st.assets {
			if st.shown.Site.Has(address) {
				e.Assets = append(e.Assets, address)
			}
		}
	}
	return news{state, marshal(e)}
}

// marshal is for values that cannot fail: plain fields, no maps, no interfaces.
func marshal(v any) []byte {
	out, _ := json.Marshal(v)
	return out
}

// broker hands news to all who listen. There is one piece of news at a time, and
// whoever comes back from reading it finds the newest: a listener that is slow misses what is
// no longer so, and holds nobody up.
type broker struct {
	mu    sync.Mutex
	now   news
	newer chan struct{} // closed when now is no longer the newest
}

func (b *broker) tell(n news) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.newer != nil {
		close(b.newer)
	}
	b.now, b.newer = n, make(chan struct{})
}

// hear returns the newest, and what tells that there is something newer.
func (b *broker) hear() (news, <-chan struct{}) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.now, b.newer
}

// heartbeat keeps proxies and sleeping laptops from thinking the stream dead.
const heartbeat = 20 * time.Second

// stream is the event stream of one open page: first how things stand (event “state”),
// then each change (event “change”). It ends with the server's context, or when its
// reader has stopped reading.
func (s *Server) stream(w http.ResponseWriter, req *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	if req.Method == http.MethodHead {
		return
	}
	out := http.NewResponseController(w)
	_ = out.SetReadDeadline(time.Time{}) // as in ServeHTTP
	write := func(format string, args ...any) bool {
		_ = out.SetWriteDeadline(time.Now().Add(s.patience))
		_, err := fmt.Fprintf(w, format, args...)
		return err == nil && out.Flush() == nil
	}
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	now, newer := s.events.hear()
	ok := write("retry: 500\nevent: state\ndata: %s\n\n", now.state)
	for ok {
		select {
		case <-req.Context().Done():
			return
		case <-newer:
			now, newer = s.events.hear()
			ok = write("event: change\ndata: %s\n\n", now.change)
		case <-beat.C:
			ok = write(": still here\n\n")
		}
	}
}
