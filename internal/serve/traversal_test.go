package serve_test

import (
	"bufio"
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/themes"
)

const secret = "it-is-nobodys-business"

// secrets are what lies in and beside a playbook and is not published.
var secrets = map[string]string{
	"../beside.txt":                 secret,
	"../etc/passwd":                 "root:x:0:0:" + secret,
	".git/config":                   "[core]\n# " + secret,
	"README.md":                     secret,
	"content/playbook.yaml":         settings + "# " + secret + "\ntheme: mine\n",
	"content/pages/about.md":        "---\ntitle: About us\nsummary: Us.\n---\n\nHello there. <!-- " + secret + " -->\n",
	"content/pages/draft.md":        "---\ntitle: Draft\nsummary: " + secret + "\ndraft: true\n---\n\n" + secret + "\n",
	"content/pages/future.md":       "---\ntitle: Future\nsummary: " + secret + "\npublish_on: 2030-01-01\n---\n\n" + secret + "\n",
	"content/pages/unused.txt":      secret,
	"content/.hidden.md":            secret,
	"content/elsewhere/note.md":     secret,
	"themes/mine/layouts/page.html": "{{/* " + secret + " */}}" + `{{define "main"}}{{.Body}}{{end}}`,
	"public/old.html":               secret,
}

func guarded(t *testing.T) *build.Result {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "book")
	for name, text := range secrets {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	r := built(t, build.Options{FS: root.FS(), DefaultTheme: themes.Default(), Today: "2026-01-01"})
	if r.Diagnostics.HasErrors() {
		t.Fatal(r.Diagnostics)
	}
	return r
}

// attempts are targets that try to leave the site, each as it goes over the wire.
func attempts(t *testing.T) []string {
	t.Helper()
	names := []string{
		"../beside.txt", "../etc/passwd", ".git/config", "README.md", "content/playbook.yaml", "playbook.yaml", "content/pages/about.md",
		"pages/about.md", "about.md", "content/pages/draft.md", "draft.md", "draft.html", "future.html", "unused.txt", "pages/unused.txt",
		"content/pages/unused.txt", "content/.hidden.md", ".hidden.md", "elsewhere/note.md", "themes/mine/layouts/page.html", "public/old.html", "old.html",
		"layouts/page.html", "live/live.js", "server.go",
	}
	var out []string
	for _, n := range names {
		out = append(out, n, "/"+n, "//"+n, "/./"+n, "/x/../"+n, "/%2e%2e/"+n, "/..%2f"+n, "/..%5c"+n, `/..\`+n, "/%252e%252e%252f"+n, "/"+n+"%00.html",
			"/"+n+"\x00", "/"+n+"/", "/"+n+"::$DATA", "/"+n+"%20", "/"+n+".", "/_playbook/"+n, "/_playbook/live/../../"+n, "/_playbook/live/..%2f..%2f"+n,
			"/_playbook/page?address="+n, "/_playbook/page?address=../"+n, "/_playbook/page?address=/%2e%2e/"+n, "file:///"+n, "http://localhost/"+n,
			"/"+strings.ReplaceAll(n, "/", "%2f"), "/"+strings.ToUpper(n), "/assets/../"+n, "/search/../"+n)
	}
	corpus, err := os.ReadFile("../../../shared/corpora/hostile/path-traversal.txt")
	if err != nil {
		t.Log("without the corpus of path traversals:", err)
		return out
	}
	for line := range strings.Lines(string(corpus)) {
		line = strings.TrimRight(line, "\r\n")
		forms := []string{line}
		if strings.Contains(line, "{FILE}") {
			forms = nil
			for _, n := range []string{"etc/passwd", "content/playbook.yaml", "content/pages/draft.md", "beside.txt"} {
				forms = append(forms, strings.ReplaceAll(line, "{FILE}", n))
			}
		}
		for _, f := range forms {
			out = append(out, f, "/"+f)
		}
	}
	return out
}

// Whatever is asked for is looked up in the site, so nothing else can come back.
func TestNoPathLeadsOutOfTheSite(t *testing.T) {
	t.Parallel()
	s, host := start(t, options(t))
	r := guarded(t)
	s.Show(r)
	ours := map[string]bool{}
	for _, a := range r.Site.Addresses() {
		ours[ask(t, host, "/"+a).body] = true
	}
	w := wire{t: t, host: host}
	defer w.close()
	targets := attempts(t)
	for _, target := range targets {
		got := w.get(target)
		switch got.StatusCode {
		case http.StatusBadRequest, http.StatusNotFound, http.StatusMisdirectedRequest, http.StatusRequestURITooLong, http.StatusRequestHeaderFieldsTooLarge:
		case http.StatusTemporaryRedirect:
			if to := got.Header.Get("Location"); !r.Site.Has(strings.TrimPrefix(to, "/") + "index.html") {
				t.Errorf("%q leads to %q", target, to)
			}
		case http.StatusOK:
			facts := strings.HasPrefix(target, "/_playbook/page?") && strings.HasPrefix(got.body, "{")
			live := strings.HasPrefix(target, "/_playbook/live/")
			if !ours[got.body] && !facts && !live {
				t.Errorf("%q is answered with %.200q", target, got.body)
			}
		default:
			t.Errorf("%q: %d", target, got.StatusCode)
		}
		if strings.Contains(got.body, secret) || strings.Contains(got.body, "root:") {
			t.Errorf("%q gives a secret away: %.300q", target, got.body)
		}
	}
	t.Logf("%d targets", len(targets))
}

// wire sends many requests, each as it is, on as few connections as the server allows.
type wire struct {
	t    *testing.T
	host string
	conn net.Conn
	in   *bufio.Reader
}

func (w *wire) close() {
	if w.conn != nil {
		w.conn.Close()
		w.conn = nil
	}
}

func (w *wire) get(target string) reply {
	w.t.Helper()
	if w.conn == nil {
		conn, err := (&net.Dialer{}).DialContext(context.Background(), "tcp", w.host)
		if err != nil {
			w.t.Fatal(err)
		}
		w.conn, w.in = conn, bufio.NewReader(conn)
	}
	_ = w.conn.SetDeadline(time.Now().Add(long))
	if _, err := io.WriteString(w.conn, "GET "+target+" HTTP/1.1\r\nHost: localhost\r\n\r\n"); err != nil {
		w.t.Fatalf("%q: %v", target, err)
	}
	resp, err := http.ReadResponse(w.in, nil)
	if err != nil {
		w.t.Fatalf("%q: %v", target, err)
	}
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		w.t.Fatalf("%q: %v", target, err)
	}
	if resp.Close {
		w.close()
	}
	return reply{resp, string(body)}
}
