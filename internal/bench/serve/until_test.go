package main

import (
	"context"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"sync/atomic"
	"testing"

	"github.com/microleadership/playbook/internal/bench/measure"
)

// served is a server whose pages are made by f; beside it runs a process that stands for the program.
func served(t *testing.T, f http.HandlerFunc) *server {
	t.Helper()
	h := httptest.NewServer(f)
	t.Cleanup(h.Close)
	ctx, cancel := context.WithCancel(context.Background())
	p, err := measure.Start(ctx, filepath.Join(t.TempDir(), "log"), "sleep", "600")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cancel(); p.Wait() })
	return &server{address: h.URL + "/", client: h.Client(), process: p}
}

func TestUntilWaitsForTheMarkThroughWhateverComesBefore(t *testing.T) {
	var asked atomic.Int32
	s := served(t, func(w http.ResponseWriter, r *http.Request) {
		switch asked.Add(1) {
		case 1:
			http.NotFound(w, r)
		case 2:
			http.Error(w, "zqxzq, but not a page", http.StatusInternalServerError)
		case 3:
			_, _ = w.Write([]byte("as before"))
		default:
			_, _ = w.Write([]byte("now with zqxzq"))
		}
	})
	if fresh, err := s.until(t.Context(), "a.html", "zqxzq"); !fresh || err != nil || asked.Load() != 4 {
		t.Errorf("fresh: %v, %v, after asking %d times", fresh, err, asked.Load())
	}
}

func TestUntilEndsWithTheProgram(t *testing.T) {
	s := served(t, func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("as before")) })
	ctx, cancel := context.WithCancel(t.Context())
	ended, err := measure.Start(ctx, filepath.Join(t.TempDir(), "log"), "false")
	if err != nil {
		t.Fatal(err)
	}
	defer cancel()
	ended.Wait()
	s.process = ended
	if fresh, err := s.until(t.Context(), "a.html", "zqxzq"); fresh || err == nil {
		t.Errorf("fresh: %v, %v", fresh, err)
	}
}

func TestSearchFileIsTheOneWithTheEntry(t *testing.T) {
	small := served(t, func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte(`playbookShard("",'{"shards":{"d0":"[[\\"examples/a.html\\",\\"A\\"]]"}}')`))
	})
	if got, err := small.searchFile(t.Context(), "examples/a.html"); got != "search-index.js" || err != nil {
		t.Errorf("of a small playbook, found in %q; %v", got, err)
	}
	shards := map[string]string{
		"/search-index.js":    `playbookShard("",'{"format":2}')`,
		"/search-index/d0.js": `playbookShard("d0",'[["examples/a.html","A"],["examples/ab.html","AB"]]')`,
		"/search-index/d1.js": `playbookShard("d1",'[["examples/b.html","B"]]')`,
	}
	s := served(t, func(w http.ResponseWriter, r *http.Request) {
		text, ok := shards[r.URL.Path]
		if !ok {
			http.NotFound(w, r)
			return
		}
		_, _ = w.Write([]byte(text))
	})
	if got, err := s.searchFile(t.Context(), "examples/b.html"); got != "search-index/d1.js" || err != nil {
		t.Errorf("found in %q; %v", got, err)
	}
	if got, err := s.searchFile(t.Context(), "examples/c.html"); err == nil {
		t.Errorf("what is not there is found in %q", got)
	}
}
