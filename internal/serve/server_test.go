package serve_test

import (
	"bufio"
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/internal/serve"
	"github.com/microleadership/playbook/themes"
)

func result(t *testing.T, files map[string]string) *build.Result {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	r, err := build.New(build.Options{FS: fsys, DefaultTheme: themes.Default()}).Rebuild(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

var small = map[string]string{
	"content/playbook.yaml":  "title: Small\ndescription: Small.\nbase_url: https://example.org/p/\n",
	"content/pages/about.md": "---\ntitle: About us\nsummary: Us.\n---\n\nHello there.\n",
}

func start(t *testing.T) (*serve.Server, *httptest.Server) {
	t.Helper()
	s := serve.New()
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	return s, server
}

// ask sends a request as it is: the path is not cleaned, as a browser would.
func ask(t *testing.T, server *httptest.Server, path string, header ...string) (int, string) {
	t.Helper()
	req, err := http.NewRequest(http.MethodGet, server.URL, nil)
	if err != nil {
		t.Fatal(err)
	}
	req.URL.Opaque = path
	for i := 0; i < len(header); i += 2 {
		req.Header.Set(header[i], header[i+1])
		if header[i] == "Host" {
			req.Host = header[i+1]
		}
	}
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	resp, err := client.Do(req)
	if err != nil {
		return 0, err.Error()
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(body)
}

func TestPagesComeFromTheSite(t *testing.T) {
	s, server := start(t)
	if code, _ := ask(t, server, "/"); code != http.StatusServiceUnavailable {
		t.Errorf("before the first build: %d", code)
	}
	s.Show(result(t, small))
	for path, want := range map[string]struct {
		code int
		text string
	}{
		"/":                {200, "Small"},
		"/index.html":      {200, "/_playbook/live.js"},
		"/about.html":      {200, "Hello there."},
		"/stories/":        {200, "Stories"},
		"/stories":         {307, ""},
		"/nothing.html":    {404, `<base href="/">`},
		"/a/b/c.html":      {404, "Page not found"},
		"/_playbook/nope":  {404, ""},
		"/search-index.js": {200, ""},
	} {
		code, body := ask(t, server, path)
		if code != want.code || !strings.Contains(body, want.text) {
			t.Errorf("%s: %d, want %d with %q:\n%.300s", path, code, want.code, want.text, body)
		}
	}
}

// Whatever is asked for is looked up in the site, so nothing else can come back.
func TestNoPathLeadsOutOfTheSite(t *testing.T) {
	s, server := start(t)
	s.Show(result(t, small))
	paths := []string{
		"/../server.go", "/..%2fserver.go", "/%2e%2e/%2e%2e/etc/passwd", `/..\..\etc\passwd`, "/content/playbook.yaml",
		"/%00", "/index.html%00.js", "//etc/passwd", "/./content/pages/about.md", "/.git/config", "/%252e%252e%252fetc%252fpasswd",
	}
	corpus, err := os.ReadFile("../../../shared/corpora/hostile/path-traversal.txt")
	if err == nil {
		for line := range strings.Lines(string(corpus)) {
			paths = append(paths, "/"+strings.TrimLeft(strings.TrimSpace(line), "/"))
		}
	}
	for _, p := range paths {
		code, body := ask(t, server, p)
		if code == http.StatusOK && !strings.Contains(body, "<html") {
			t.Errorf("%s: %d\n%.200s", p, code, body)
		}
		for _, secret := range []string{"root:", "package serve", "description: Small", "[core]"} {
			if strings.Contains(body, secret) {
				t.Errorf("%s gives away %q", p, secret)
			}
		}
	}
}

func TestOnlyItsOwnNamesAreAnswered(t *testing.T) {
	s, server := start(t)
	s.Show(result(t, small))
	for host, want := range map[string]int{
		"localhost:4141": 200, "127.0.0.1": 200, "[::1]:80": 200, "LOCALHOST": 200,
		"evil.example": 421, "127.0.0.1.evil.example:4141": 421, "": 200,
	} {
		if code, _ := ask(t, server, "/", "Host", host); code != want {
			t.Errorf("asked as %q: %d, want %d", host, code, want)
		}
	}
	if code, _ := ask(t, server, "/_playbook/events", "Origin", "https://evil.example"); code != http.StatusForbidden {
		t.Errorf("the event stream answers a foreign page: %d", code)
	}
}

func TestUnchangedPagesAreNotSentAgain(t *testing.T) {
	s, server := start(t)
	s.Show(result(t, small))
	resp, err := http.Get(server.URL + "/about.html")
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if csp := resp.Header.Get("Content-Security-Policy"); csp != "default-src 'self'" {
		t.Errorf("the policy is %q", csp)
	}
	if code, _ := ask(t, server, "/about.html", "If-None-Match", resp.Header.Get("ETag")); code != http.StatusNotModified {
		t.Errorf("asked again: %d", code)
	}
}

func TestOpenPagesLearnOfChanges(t *testing.T) {
	s, server := start(t)
	s.Show(result(t, small))
	resp, err := http.Get(server.URL + "/_playbook/events")
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	lines := bufio.NewScanner(resp.Body)
	next := func(prefix string) string {
		for lines.Scan() {
			if rest, ok := strings.CutPrefix(lines.Text(), prefix); ok {
				return rest
			}
		}
		t.Fatal("the stream ended")
		return ""
	}
	if e, d := next("event: "), next("data: "); e != "state" || !strings.Contains(d, `"errors":0`) {
		t.Errorf("first: %s %s", e, d)
	}
	s.Show(result(t, map[string]string{
		"content/playbook.yaml":  small["content/playbook.yaml"],
		"content/pages/about.md": "---\ntitel: About us\n---\n",
	}))
	if e, d := next("event: "), next("data: "); e != "change" || !strings.Contains(d, "unknown field “titel”") {
		t.Errorf("then: %s %s", e, d)
	}
}

func TestALayoutsMistakeIsShownInsteadOfThePage(t *testing.T) {
	s, server := start(t)
	s.Show(result(t, map[string]string{
		"content/playbook.yaml":         "title: Small\ndescription: Small.\ntheme: mine\n",
		"content/pages/about.md":        small["content/pages/about.md"],
		"themes/mine/layouts/page.html": `{{define "main"}}{{.Titel}}{{end}}`,
	}))
	code, body := ask(t, server, "/about.html")
	if code != http.StatusInternalServerError || !strings.Contains(body, "themes/mine/layouts/page.html:1") || !strings.Contains(body, "/_playbook/live.js") {
		t.Errorf("%d %s", code, body)
	}
	if code, _ := ask(t, server, "/"); code != http.StatusOK {
		t.Errorf("a page of another layout: %d", code)
	}
}

func TestATakenPort(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	port := taken.Addr().(*net.TCPAddr).Port
	if l, err := serve.Listen("127.0.0.1", port, false); err == nil {
		l.Close()
		t.Error("a port that was asked for was replaced by another")
	}
	l, err := serve.Listen("127.0.0.1", port, true)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if got := l.Addr().(*net.TCPAddr).Port; got <= port {
		t.Errorf("port %d is taken, got %d", port, got)
	}
}

func TestStoppingEndsOpenStreams(t *testing.T) {
	s := serve.New()
	s.Show(result(t, small))
	l, err := serve.Listen("127.0.0.1", 0, false)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error)
	go func() { ended <- s.Run(ctx, l) }()
	resp, err := http.Get("http://" + l.Addr().String() + "/_playbook/events")
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}
