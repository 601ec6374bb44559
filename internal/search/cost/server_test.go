package main

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// get asks without unpacking, as the wire sees it.
func get(t *testing.T, address string) (*http.Response, string) {
	t.Helper()
	client := http.Client{Transport: &http.Transport{DisableCompression: true}}
	defer client.CloseIdleConnections()
	answer, err := client.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer, string(body)
}

func TestServerCountsWhatTravels(t *testing.T) {
	dir := t.TempDir()
	text := strings.Repeat("the same words again ", 500)
	for name, data := range map[string]string{"a/index.html": text, "a/b.js": text, "a/c.pf_index": text} {
		if err := write(dir, name, []byte(data)); err != nil {
			t.Fatal(err)
		}
	}
	s := newServer(dir)
	server := httptest.NewServer(s)
	defer server.Close()

	for _, c := range []struct {
		path   string
		status int
		zipped bool
	}{
		{"/a/", 200, true},
		{"/a/b.js?v=1", 200, true},
		{"/a/c.pf_index", 200, false},
		{"/a/missing.js", 404, false},
		{"/../server.go", 404, false},
	} {
		answer, body := get(t, server.URL+c.path)
		if answer.StatusCode != c.status {
			t.Errorf("%s: status %d, want %d", c.path, answer.StatusCode, c.status)
		}
		if got := answer.Header.Get("Content-Encoding") == "gzip"; got != c.zipped {
			t.Errorf("%s: compressed %v, want %v", c.path, got, c.zipped)
		}
		waitQuiet(t, s)
		counted := s.take()
		if len(counted) != 1 || !strings.HasPrefix(c.path, counted[0].path) {
			t.Fatalf("%s: counted %v", c.path, counted)
		}
		if c.status != 200 {
			continue
		}
		if total(counted) != len(body) {
			t.Errorf("%s: counted %d bytes, %d arrived", c.path, total(counted), len(body))
		}
		if got := unpack(t, body, c.zipped); got != text {
			t.Errorf("%s: not what is in the file", c.path)
		}
	}
}

func unpack(t *testing.T, body string, zipped bool) string {
	t.Helper()
	if !zipped {
		return body
	}
	r, err := gzip.NewReader(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// waitQuiet waits for the end of an answer, which a client may see before the server.
func waitQuiet(t *testing.T, s *server) {
	t.Helper()
	for deadline := time.Now().Add(5 * time.Second); !s.quiet(0); time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("the server does not come to rest")
		}
	}
}

func TestServerIsNotQuietWhileItAnswers(t *testing.T) {
	s := newServer(t.TempDir())
	s.begin()
	if s.quiet(0) {
		t.Error("quiet although an answer is under way")
	}
	s.end(answer{sent: time.Now()})
	if s.quiet(time.Hour) {
		t.Error("quiet for an hour although an answer has just ended")
	}
	if !s.quiet(0) {
		t.Error("not quiet although all answers have ended")
	}
}
