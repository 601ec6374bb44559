//go:build browser

package browser

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// serve publishes the site at a path of a server and returns its address there. It does
// what plain hosts do: an index for a folder, 404.html for what is missing, and no
// redirects, which would mend links that are wrong.
func serve(t *testing.T, path string) string {
	t.Helper()
	server := httptest.NewServer(http.StripPrefix(strings.TrimSuffix(path, "/"), http.HandlerFunc(answer)))
	t.Cleanup(server.Close)
	return server.URL + path
}

func answer(w http.ResponseWriter, r *http.Request) {
	// The strictest policy that a host may set: nothing inline, nothing from elsewhere.
	w.Header().Set("Content-Security-Policy", "default-src 'self'")
	address := strings.TrimPrefix(r.URL.Path, "/")
	if address == "" || strings.HasSuffix(address, "/") {
		address += home
	}
	b, err := os.ReadFile(filepath.Join(shipped.dir, filepath.FromSlash(address)))
	if err != nil {
		lost(w)
		return
	}
	http.ServeContent(w, r, address, time.Time{}, strings.NewReader(string(b)))
}

func lost(w http.ResponseWriter) {
	b, err := os.ReadFile(filepath.Join(shipped.dir, notFound))
	if err != nil {
		b = []byte(err.Error())
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(http.StatusNotFound)
	_, _ = w.Write(b)
}

// onDisk is the address of the site when it is opened by double-click.
func onDisk() string { return "file://" + filepath.ToSlash(shipped.dir) + "/" }
