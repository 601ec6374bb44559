package serve_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/themes"
)

func TestWhatIsNotPublished(t *testing.T) {
	files := with(map[string]string{
		"content/principles/ask.md":   principle + "One.\n",
		"content/examples/bad-day.md": fmt.Sprintf(example, "", "Two."),
		"content/pages/draft.md":      "---\ntitle: Draft\nsummary: D.\ndraft: true\n---\n\nprivate-words\n",
		"content/pages/future.md":     "---\ntitle: Future\nsummary: F.\npublish_on: 2026-03-01\n---\n\nprivate-words\n",
		"content/pages/both.md":       "---\ntitle: Both\nsummary: B.\ndraft: true\npublish_on: 2026-03-01\n---\n\nprivate-words\n",
		"content/stories/roster.md":   fmt.Sprintf(story, "submitted", "draft: true\n"),
	})
	s, host := start(t, options(t))
	show := func(drafts, future bool) {
		fsys := fstest.MapFS{}
		for name, text := range files {
			fsys[name] = &fstest.MapFile{Data: []byte(text)}
		}
		s.Show(built(t, build.Options{FS: fsys, DefaultTheme: themes.Default(), Today: "2026-01-01", Drafts: drafts, Future: future}))
	}
	check := func(address, file string, reasons ...string) {
		t.Helper()
		got := ask(t, host, "/"+address)
		p := look(t, host, address)
		if got.StatusCode != 404 || strings.Contains(got.body, "private-words") || !strings.Contains(got.body, file) || !strings.Contains(got.body, "/_playbook/live.js") ||
			!strings.Contains(got.body, `href="vscode://file/home/ann/book/`+file+`:1:1"`) {
			t.Errorf("%s: %d %s", address, got.StatusCode, got.body)
		}
		text := html.UnescapeString(got.body)
		for _, reason := range reasons {
			if !strings.Contains(text, reason) || !strings.Contains(p.Unpublished, reason) {
				t.Errorf("%s is not said to be unpublished because %s: %q", address, reason, p.Unpublished)
			}
		}
		if p.File != file || p.Words != 0 || len(p.Findings)+len(p.Backlinks) > 0 {
			t.Errorf("%s: %+v", address, p)
		}
	}
	show(false, false)
	check("draft.html", "content/pages/draft.md", "it is a draft (serve --drafts shows it)")
	check("future.html", "content/pages/future.md", "it is published on 2026-03-01 (serve --future shows it)")
	check("both.html", "content/pages/both.md", "it is a draft", "it is published on 2026-03-01")
	check("stories/roster.html", "content/stories/roster.md", "it is a draft", "its review is “submitted”, and only accepted stories are published")
	for _, target := range []string{"/content/pages/draft.md", "/pages/draft.html", "/draft", "/draft.html/"} {
		if got := ask(t, host, target); got.StatusCode != 404 || strings.Contains(got.body, "draft.md") {
			t.Errorf("%s: %d %s", target, got.StatusCode, got.body)
		}
	}
	show(true, false)
	if p := look(t, host, "draft.html"); !p.Draft || p.Unpublished != "" || p.Words == 0 {
		t.Errorf("%+v", p)
	}
	check("stories/roster.html", "content/stories/roster.md", "its review is “submitted”")
	if p := look(t, host, "both.html"); strings.Contains(p.Unpublished, "draft") {
		t.Errorf("a preview of drafts says %q", p.Unpublished)
	}
	show(true, true)
	if p := look(t, host, "future.html"); p.Future != "2026-03-01" || p.Unpublished != "" {
		t.Errorf("%+v", p)
	}
}
