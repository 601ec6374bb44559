package serve_test

import (
	"net/http"
	"strings"
	"testing"
)

func TestPagesComeFromTheSite(t *testing.T) {
	s, host := start(t, options(t))
	if got := ask(t, host, "/"); got.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("before the first build: %d", got.StatusCode)
	}
	s.Show(result(t, small))
	for target, want := range map[string]struct {
		code int
		text string
	}{
		"/":                      {200, "Small"},
		"/index.html":            {200, `<script type="module" src="/_playbook/live.js" data-page="`},
		"/about.html":            {200, "Hello there."},
		"/about.html?q=x&drafts": {200, "Hello there."},
		"/stories/":              {200, "Stories"},
		"/stories":               {307, ""},
		"/nothing.html":          {404, `<head><base href="/">`},
		"/a/b/c.html":            {404, "Page not found"},
		"/_playbook/nope":        {404, "no such file"},
		"/_playbook/":            {404, "no such file"},
		"/_playbook":             {404, "Page not found"},
		"/search-index.js":       {200, ""},
	} {
		got := ask(t, host, target)
		if got.StatusCode != want.code || !strings.Contains(got.body, want.text) {
			t.Errorf("%s: %d, want %d with %q:\n%.300s", target, got.StatusCode, want.code, want.text, got.body)
		}
	}
	if to := ask(t, host, "/stories").Header.Get("Location"); to != "/stories/" {
		t.Errorf("the folder without its slash leads to %s", to)
	}
}

func TestMediaTypes(t *testing.T) {
	s, host := start(t, options(t))
	s.Show(result(t, with(map[string]string{
		"content/pages/about.md": "---\ntitle: About\nsummary: A.\n---\n\n![a](a.svg) [b](b.pdf)\n",
		"content/pages/a.svg":    "<svg/>",
		"content/pages/b.pdf":    "%PDF",
	})))
	for target, want := range map[string]string{
		"/about.html":         "text/html; charset=utf-8",
		"/a.svg":              "image/svg+xml",
		"/b.pdf":              "application/pdf",
		"/entries.json":       "application/json",
		"/feed.xml":           "application/xml",
		"/llms.txt":           "text/plain; charset=utf-8",
		"/search-index.js":    "text/javascript; charset=utf-8",
		"/nowhere.png":        "text/html; charset=utf-8",
		"/_playbook/live.js":  "text/javascript; charset=utf-8",
		"/_playbook/live.css": "text/css; charset=utf-8",
	} {
		if got := ask(t, host, target).Header.Get("Content-Type"); got != want {
			t.Errorf("%s is %q, want %q", target, got, want)
		}
	}
}

// The script of the preview is made of modules; each import must lead to one of them.
func TestTheScriptIsWhole(t *testing.T) {
	_, host := start(t, options(t))
	seen := map[string]bool{}
	var load func(target string)
	load = func(target string) {
		if seen[target] {
			return
		}
		seen[target] = true
		got := ask(t, host, target)
		if got.StatusCode != http.StatusOK || got.Header.Get("Content-Type") != "text/javascript; charset=utf-8" {
			t.Errorf("%s: %d %s", target, got.StatusCode, got.Header.Get("Content-Type"))
		}
		for line := range strings.Lines(got.body) {
			if !strings.HasPrefix(line, "import ") {
				continue
			}
			for _, part := range strings.FieldsFunc(line, func(r rune) bool { return r == '\'' || r == '"' })[1:] {
				if name, ok := strings.CutPrefix(part, "./"); ok {
					load(target[:strings.LastIndex(target, "/")+1] + name)
				} else if strings.HasPrefix(part, "/") {
					load(part)
				}
			}
		}
	}
	load("/_playbook/live.js")
	if len(seen) < 5 {
		t.Errorf("only %v", seen)
	}
}

func TestUnchangedPagesAreNotSentAgain(t *testing.T) {
	s, host := start(t, options(t))
	s.Show(result(t, small))
	for _, target := range []string{"/about.html", "/search-index.js", "/_playbook/live.js", "/"} {
		got := ask(t, host, target)
		tag := got.Header.Get("ETag")
		for header, want := range map[string]int{
			tag: 304, "W/" + tag: 304, `"other", ` + tag: 304, "*": 304, `"other"`: 200, strings.Trim(tag, `"`): 200,
		} {
			again := ask(t, host, target, "If-None-Match", header)
			if again.StatusCode != want || want == 304 && again.body != "" || again.Header.Get("ETag") != tag {
				t.Errorf("%s, If-None-Match: %s: %d, want %d", target, header, again.StatusCode, want)
			}
		}
	}
	gone := ask(t, host, "/nothing.html")
	if got := ask(t, host, "/nothing.html", "If-None-Match", gone.Header.Get("ETag")); got.StatusCode != http.StatusNotFound {
		t.Errorf("a page that is not there, asked again: %d", got.StatusCode)
	}
	about := ask(t, host, "/about.html").Header.Get("ETag")
	s.Show(result(t, with(map[string]string{"content/pages/about.md": "---\ntitle: About us\nsummary: Us.\n---\n\nHello you.\n"})))
	if got := ask(t, host, "/about.html", "If-None-Match", about); got.StatusCode != 200 || !strings.Contains(got.body, "Hello you.") {
		t.Errorf("after a change: %d", got.StatusCode)
	}
}

func TestHeadIsGetWithoutTheBody(t *testing.T) {
	s, host := start(t, options(t))
	s.Show(result(t, small))
	for _, target := range []string{"/", "/about.html", "/nothing.html", "/stories", "/_playbook/live.js", "/_playbook/page?address=about.html", "/_playbook/page?address=x"} {
		get, head := ask(t, host, target), send(t, host, request("HEAD", host, target))
		if head.StatusCode != get.StatusCode || head.body != "" {
			t.Errorf("%s: HEAD %d, GET %d", target, head.StatusCode, get.StatusCode)
		}
		for _, name := range []string{"Content-Type", "Content-Length", "ETag", "Location"} {
			if h, g := head.Header.Get(name), get.Header.Get(name); h != g && target != "/stories" {
				t.Errorf("%s: %s is %q for HEAD, %q for GET", target, name, h, g)
			}
		}
	}
	if got := send(t, host, request("HEAD", host, "/_playbook/events")); got.StatusCode != 200 || got.Header.Get("Content-Type") != "text/event-stream" {
		t.Errorf("HEAD of the event stream: %d %v", got.StatusCode, got.Header)
	}
}

const layout = `{{define "main"}}{{.%s}}{{end}}`

// themed is small with a layout of its own for pages, which shows a field.
func themed(field string) map[string]string {
	return with(map[string]string{
		"content/playbook.yaml":         settings + "theme: mine\n",
		"themes/mine/layouts/page.html": strings.Replace(layout, "%s", field, 1),
	})
}

func TestALayoutsMistakeIsShownInsteadOfThePage(t *testing.T) {
	s, host := start(t, options(t))
	s.Show(result(t, themed("Titel")))
	got := ask(t, host, "/about.html")
	if got.StatusCode != http.StatusInternalServerError || !strings.Contains(got.body, "themes/mine/layouts/page.html:1") || !strings.Contains(got.body, "/_playbook/live.js") {
		t.Errorf("%d %s", got.StatusCode, got.body)
	}
	if got := ask(t, host, "/"); got.StatusCode != http.StatusOK {
		t.Errorf("a page of another layout: %d", got.StatusCode)
	}
}

func TestAPageWithoutAHeadIsKeptFreshToo(t *testing.T) {
	s, host := start(t, options(t))
	s.Show(result(t, with(map[string]string{
		"content/playbook.yaml":         settings + "theme: mine\n",
		"themes/mine/layouts/base.html": `<!doctype html><title>x</title><p>{{block "main" .}}{{end}}`,
	})))
	if got := ask(t, host, "/about.html"); !strings.Contains(got.body, `src="/_playbook/live.js"`) {
		t.Errorf("%d %.500s", got.StatusCode, got.body)
	}
}
