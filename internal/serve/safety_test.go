package serve_test

import (
	"io/fs"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/themes"
)

func TestOnlyItsOwnNamesAreAnswered(t *testing.T) {
	o := options(t)
	o.Hosts = []string{"127.0.0.1", "Desk.local"}
	s, host := start(t, o)
	s.Show(result(t, small))
	for name, want := range map[string]int{
		"localhost:4141": 200, "127.0.0.1": 200, "[::1]:80": 200, "[::1]": 200, "LOCALHOST": 200, "desk.LOCAL:1": 200,
		"evil.example": 421, "127.0.0.1.evil.example:4141": 421, "localhost.evil.example": 421, "": 421, "localhost.": 421,
		"192.168.0.7:4141": 421, "[::]": 421, "0.0.0.0": 421, "::1": 200, "evil.example:localhost": 421,
	} {
		for _, target := range []string{"/", "/_playbook/live.js", "/_playbook/events", "/_playbook/page?address=about.html"} {
			method := "GET"
			if target == "/_playbook/events" {
				method = "HEAD" // it would not end
			}
			if got := send(t, host, request(method, host, target, "Host", name)); got.StatusCode != want {
				t.Errorf("%s asked as %q: %d, want %d", target, name, got.StatusCode, want)
			}
		}
	}
	if got := send(t, host, "GET http://evil.example/about.html HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"); got.StatusCode != 421 {
		t.Errorf("an address of another host: %d", got.StatusCode)
	}
	if got := send(t, host, "GET /about.html HTTP/1.0\r\n\r\n"); got.StatusCode != 421 {
		t.Errorf("asked by no name: %d", got.StatusCode)
	}
}

// Who listens on every interface is reached by numbers it cannot know, but not by names.
func TestEveryInterfaceHasItsNumber(t *testing.T) {
	o := options(t)
	o.Hosts = []string{"0.0.0.0"}
	s, host := start(t, o)
	s.Show(result(t, small))
	for name, want := range map[string]int{"192.168.0.7:4141": 200, "[fe80::1]:4141": 200, "desk.local": 421, "192.168.0.7.evil.example": 421} {
		if got := ask(t, host, "/", "Host", name); got.StatusCode != want {
			t.Errorf("asked as %q: %d, want %d", name, got.StatusCode, want)
		}
	}
}

func TestOnlyItsOwnPagesLearnOfTheSite(t *testing.T) {
	s, host := start(t, options(t))
	s.Show(result(t, small))
	for _, c := range []struct {
		header, value string
		want          int
	}{
		{"Origin", "http://" + host, 200},
		{"Origin", "https://evil.example", 403},
		{"Origin", "http://evil.example:80", 403},
		{"Origin", "http://localhost:1", 403},
		{"Origin", "null", 403},
		{"Origin", "", 403},
		{"Origin", "file://" + host, 403},
		{"Origin", "http://" + host + "@evil.example", 403},
		{"Origin", "//" + host, 403},
		{"Sec-Fetch-Site", "same-origin", 200},
		{"Sec-Fetch-Site", "none", 200},
		{"Sec-Fetch-Site", "same-site", 403},
		{"Sec-Fetch-Site", "cross-site", 403},
	} {
		for _, target := range []string{"/_playbook/events", "/_playbook/page?address=about.html", "/_playbook/live.js"} {
			if got := send(t, host, request("HEAD", host, target, c.header, c.value)); got.StatusCode != c.want {
				t.Errorf("%s with %s: %s: %d, want %d", target, c.header, c.value, got.StatusCode, c.want)
			}
		}
	}
}

func TestHeadersOfEveryAnswer(t *testing.T) {
	s, host := start(t, options(t))
	s.Show(result(t, small))
	for _, target := range []string{
		"/", "/about.html", "/nothing.html", "/stories", "/search-index.js", "/_playbook/live.js", "/_playbook/nope",
		"/_playbook/page?address=about.html", "/_playbook/page?address=nope", "/_playbook/events",
	} {
		method := "GET"
		if target == "/_playbook/events" {
			method = "HEAD"
		}
		got := send(t, host, request(method, host, target, "Origin", "http://"+host))
		for name, want := range map[string]string{
			"Content-Security-Policy": "default-src 'self'", "Cross-Origin-Resource-Policy": "same-origin",
			"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
		} {
			if value := got.Header.Get(name); value != want {
				t.Errorf("%s: %s is %q", target, name, value)
			}
		}
		for name := range got.Header {
			if strings.HasPrefix(name, "Access-Control-") {
				t.Errorf("%s: %s: %s", target, name, got.Header.Get(name))
			}
		}
	}
}

func TestAPreviewCanOnlyBeLookedAt(t *testing.T) {
	s, host := start(t, options(t))
	s.Show(result(t, small))
	for _, method := range []string{"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get"} {
		for _, target := range []string{"/", "/about.html", "/_playbook/events", "/_playbook/page?address=about.html", "/_playbook/live.js"} {
			if got := send(t, host, request(method, host, target)); got.StatusCode != http.StatusMethodNotAllowed || got.Header.Get("Allow") != "GET, HEAD" {
				t.Errorf("%s %s: %d", method, target, got.StatusCode)
			}
		}
	}
	if got := send(t, host, request("OPTIONS", host, "*")); got.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("OPTIONS *: %d", got.StatusCode)
	}
}

func TestOverlongRequests(t *testing.T) {
	s, host := start(t, options(t))
	s.Show(result(t, small))
	for size, want := range map[int]int{4 << 10: 404, 16 << 10: 414, 128 << 10: 431} {
		if got := ask(t, host, "/"+strings.Repeat("a", size)); got.StatusCode != want {
			t.Errorf("a target of %d bytes: %d, want %d", size, got.StatusCode, want)
		}
	}
}

// sealed is a file system that nobody may touch once it is closed.
type sealed struct {
	fs.FS
	closed *atomic.Bool
	broken *atomic.Bool
}

func (s sealed) Open(name string) (fs.File, error) {
	if s.closed.Load() {
		s.broken.Store(true)
		panic("read " + name + " while serving")
	}
	return s.FS.Open(name)
}

func TestNothingIsReadFromDiskWhileServing(t *testing.T) {
	files := fstest.MapFS{}
	for name, text := range with(map[string]string{
		"content/playbook.yaml":         settings + "theme: mine\n",
		"content/pages/draft.md":        "---\ntitle: Draft\nsummary: D.\ndraft: true\n---\n\nD.\n",
		"content/pages/picture.md":      "---\ntitle: Picture\nsummary: P.\n---\n\n![a](a.svg)\n",
		"content/pages/a.svg":           "<svg/>",
		"themes/mine/layouts/page.html": `{{define "main"}}{{.Body}}{{end}}`,
	}) {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	var closed, broken atomic.Bool
	s, host := start(t, options(t))
	r := built(t, build.Options{
		FS:           sealed{files, &closed, &broken},
		DefaultTheme: sealed{themes.Default(), &closed, &broken},
		Today:        "2026-01-01",
		Watching:     true,
	})
	closed.Store(true)
	s.Show(r)
	targets := []string{
		"/", "/stories", "/draft.html", "/nothing.html", "/content/pages/draft.md", "/_playbook/live.js", "/_playbook/live.css",
		"/_playbook/page?address=picture.html", "/_playbook/page?address=draft.html", "/_playbook/page?address=content/pages/draft.md",
	}
	for _, a := range r.Site.Addresses() {
		targets = append(targets, "/"+a, "/_playbook/page?address="+a)
	}
	for _, target := range targets {
		if got := ask(t, host, target); got.StatusCode >= 500 {
			t.Errorf("%s: %d", target, got.StatusCode)
		}
	}
	if broken.Load() || len(targets) < 30 {
		t.Errorf("something of %d targets was read from disk", len(targets))
	}
}
