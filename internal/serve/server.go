// Package serve shows a site from memory while its author writes: nothing is written to
// disk, pages are rendered when they are looked at, and a page that is open reloads
// when the site changes.
//
// The server gives out what the site holds and nothing else: an address is looked up
// in the site, never on the disk, so no path can lead outside. It answers only
// to the names it is served under, so that no foreign page can reach it through a
// domain that resolves to this machine (DNS rebinding).
package serve

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"mime"
	"net/http"
	"path"
	"strings"
	"sync"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// Server is an http.Handler for the newest site it was shown.
type Server struct {
	mux    *http.ServeMux
	hosts  []string
	events broker

	mu     sync.RWMutex
	result *build.Result
}

// New returns a server that has nothing to show yet. hosts are the names it may be
// asked by, besides those of the loopback interface.
func New(hosts ...string) *Server {
	s := &Server{mux: http.NewServeMux(), hosts: append([]string{"localhost", "127.0.0.1", "::1"}, hosts...)}
	s.mux.HandleFunc("GET "+eventsPath, s.stream)
	s.mux.HandleFunc("GET "+livePath, liveFile)
	s.mux.HandleFunc("GET /", s.page)
	return s
}

// Show makes r the site that is served, and tells the pages that are open.
func (s *Server) Show(r *build.Result) {
	s.mu.Lock()
	s.result = r
	s.mu.Unlock()
	s.events.send(message(r.Diagnostics))
}

func (s *Server) current() *build.Result {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.result
}

func (s *Server) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	if !s.knows(req.Host) {
		http.Error(w, "this preview answers only to its own address", http.StatusMisdirectedRequest)
		return
	}
	w.Header().Set("Content-Security-Policy", "default-src 'self'")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Referrer-Policy", "no-referrer")
	s.mux.ServeHTTP(w, req)
}

// page answers with a file of the site.
func (s *Server) page(w http.ResponseWriter, req *http.Request) {
	r := s.current()
	if r == nil {
		http.Error(w, "the first build is not finished", http.StatusServiceUnavailable)
		return
	}
	address := strings.TrimPrefix(req.URL.Path, "/")
	if address == "" || strings.HasSuffix(address, "/") {
		address += "index.html"
	}
	switch {
	case r.Site.Has(address):
		s.write(w, req, r, address, http.StatusOK)
	case r.Site.Has(address + "/index.html"):
		http.Redirect(w, req, "/"+address+"/", http.StatusTemporaryRedirect)
	default:
		s.write(w, req, r, playbook.NotFoundAddress, http.StatusNotFound)
	}
}

// write sends one file. HTML gets the script that keeps it fresh; a page that cannot be
// rendered says why instead.
func (s *Server) write(w http.ResponseWriter, req *http.Request, r *build.Result, address string, status int) {
	text, err := r.Site.Read(address)
	if err != nil {
		text, status = mistakePage(err), http.StatusInternalServerError
	}
	kind := mime.TypeByExtension(path.Ext(address))
	if path.Ext(address) == ".html" {
		kind = "text/html; charset=utf-8"
		text = bytes.Replace(text, []byte("</head>"), []byte(`<script src="`+livePath+`" defer></script></head>`), 1)
		if status == http.StatusNotFound {
			text = bytes.Replace(text, []byte("<head>"), []byte(`<head><base href="/">`), 1)
		}
	}
	sum := sha256.Sum256(text)
	tag := `"` + hex.EncodeToString(sum[:8]) + `"`
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Cache-Control", "no-cache")
	w.Header().Set("ETag", tag)
	if status == http.StatusOK && req.Header.Get("If-None-Match") == tag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	w.WriteHeader(status)
	_, _ = w.Write(text) // the reader may have gone; there is nobody left to tell
}

// mistakePage is shown in place of a page whose layout has a mistake.
func mistakePage(err error) []byte {
	var b bytes.Buffer
	b.WriteString("<!doctype html><html lang=en><head><meta charset=utf-8><title>This page cannot be made</title></head><body><h1>This page cannot be made</h1><pre>")
	var m *build.Mistake
	var text bytes.Buffer
	if errors.As(err, &m) {
		_ = diag.List{m.Diagnostic}.WriteText(&text, diag.TextOptions{}) // a buffer takes everything
	} else {
		fmt.Fprintln(&text, err)
	}
	b.WriteString(escapeHTML(text.String()))
	b.WriteString("</pre></body></html>")
	return b.Bytes()
}

func escapeHTML(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
}
