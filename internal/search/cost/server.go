package main

import (
	"bytes"
	"compress/gzip"
	"mime"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// level is what content networks compress text with as they pass it on.
const level = 6

// server serves a folder as a plain host does, compresses text, and counts what it
// sends. Answers may be kept by the browser.
type server struct {
	dir string

	mu         sync.Mutex
	compressed map[string][]byte
	answers    []answer
	active     int
	last       time.Time // of the last begin or end of an answer
}

// answer is what went over the wire for one request, without headers.
type answer struct {
	path  string
	bytes int
	sent  time.Time // the last of them
}

func newServer(dir string) *server {
	return &server{dir: dir, compressed: map[string][]byte{}}
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.begin()
	sent := 0
	defer func() { s.end(answer{r.URL.Path, sent, time.Now()}) }()
	name := path.Clean("/" + r.URL.Path)
	if strings.HasSuffix(r.URL.Path, "/") {
		name = path.Join(name, "index.html")
	}
	data, zipped, err := s.body(name)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	kind := mime.TypeByExtension(path.Ext(name))
	if kind == "" {
		kind = "application/octet-stream"
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Cache-Control", "max-age=3600")
	if zipped {
		w.Header().Set("Content-Encoding", "gzip")
	}
	sent, _ = w.Write(data) // whoever goes away has got what they have got
}

// body returns a file as it travels. Text is compressed once.
func (s *server) body(name string) (data []byte, zipped bool, err error) {
	s.mu.Lock()
	data, zipped = s.compressed[name]
	s.mu.Unlock()
	if zipped {
		return data, true, nil
	}
	data, err = os.ReadFile(filepath.Join(s.dir, filepath.FromSlash(name)))
	if err != nil || !isText(name) {
		return data, false, err
	}
	data = compress(data)
	s.mu.Lock()
	s.compressed[name] = data
	s.mu.Unlock()
	return data, true, nil
}

func isText(name string) bool {
	switch path.Ext(name) {
	case ".html", ".css", ".js", ".json", ".svg", ".txt":
		return true
	}
	return false
}

func compress(data []byte) []byte {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, level)
	if err != nil {
		panic(err) // the level is a constant
	}
	_, _ = w.Write(data) // a buffer takes everything
	_ = w.Close()
	return out.Bytes()
}

func (s *server) begin() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.active++
	s.last = time.Now()
}

func (s *server) end(a answer) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.active--
	s.last = a.sent
	s.answers = append(s.answers, a)
}

// take returns the answers since it was last called.
func (s *server) take() []answer {
	s.mu.Lock()
	defer s.mu.Unlock()
	taken := s.answers
	s.answers = nil
	return taken
}

// quiet says whether nothing was asked for or sent within a time.
func (s *server) quiet(within time.Duration) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.active == 0 && time.Since(s.last) >= within
}

func total(answers []answer) (bytes int) {
	for _, a := range answers {
		bytes += a.bytes
	}
	return bytes
}
