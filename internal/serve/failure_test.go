package serve_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/build"
)

func unreadable(words string) []said {
	return []said{{Severity: "error", Code: "unreadable-file", Text: words, Source: []string{}}}
}

func TestBeforeThereIsASite(t *testing.T) {
	s, host := start(t, options(t))
	for _, words := range []string{"the first build is not finished", "content: permission <denied>"} {
		if strings.Contains(words, "denied") {
			s.Fail(errors.New(words))
		}
		got := ask(t, host, "/about.html")
		if got.StatusCode != 503 || !strings.Contains(got.body, strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace(words)) ||
			!strings.Contains(got.body, `src="/_playbook/live.js"`) {
			t.Errorf("%d %s, want %s", got.StatusCode, got.body, words)
		}
		facts := ask(t, host, "/_playbook/page?address=about.html")
		if want := map[string]string{"error": words}; facts.StatusCode != 503 || !cmp.Equal(want, decode[map[string]string](t, facts.body)) {
			t.Errorf("%d %s, want %s", facts.StatusCode, facts.body, words)
		}
	}
	l := listen(t, host)
	if e := l.next(); e.Stale || cmp.Diff(unreadable("content: permission <denied>"), e.Problems) != "" {
		t.Errorf("nothing is shown yet: %+v", e)
	}
	first := result(t, small)
	first.Unchanged = true
	s.Show(first)
	if e := l.newest(2); e.Stale || len(e.Problems) > 0 {
		t.Errorf("%+v", e)
	}
	if got := ask(t, host, "/about.html"); got.StatusCode != 200 {
		t.Errorf("%d", got.StatusCode)
	}
}

// What was shown stays while the files cannot be read, and what was wrong with it is told
// again afterwards.
func TestAFailureAndItsEnd(t *testing.T) {
	s, host := start(t, options(t))
	s.Show(result(t, small))
	for i, site := range []map[string]string{small, broken} {
		r := result(t, site)
		r.Changed = []build.Change{{File: "content/pages/about.md", Address: "about.html", Title: "About us"}}
		s.Show(r)
		l := listen(t, host)
		before := l.next()
		s.Fail(errors.New("content: no such folder"))
		s.Fail(errors.New("content: no such folder"))
		e := l.newest(before.Generation + 1)
		if diff := cmp.Diff(unreadable("content: no such folder"), e.Problems); diff != "" || !e.Stale || len(e.Changed) > 0 {
			t.Errorf("%d: %+v (-want +got):\n%s", i, e, diff)
		}
		if got := ask(t, host, "/about.html"); got.StatusCode != 200 || !strings.Contains(got.body, "Hello there.") {
			t.Errorf("%d: the last good page is gone: %d", i, got.StatusCode)
		}
		same := result(t, site)
		same.Unchanged = true
		s.Show(same)
		s.Show(same)
		e = l.newest(before.Generation + 2)
		if diff := cmp.Diff(before.Problems, e.Problems); diff != "" || e.Stale != before.Stale || len(e.Changed) > 0 {
			t.Errorf("%d: after it: %+v (-want +got):\n%s", i, e, diff)
		}
		if e := listen(t, host).next(); e.Generation != before.Generation+2 {
			t.Errorf("%d: what is no news was told: %+v", i, e)
		}
	}
}

func TestANewSiteEndsAFailure(t *testing.T) {
	s, host := start(t, options(t))
	s.Show(result(t, small))
	l := listen(t, host)
	s.Fail(errors.New("one"))
	s.Fail(errors.New("two"))
	if e := l.newest(3); cmp.Diff(unreadable("two"), e.Problems) != "" {
		t.Errorf("%+v", e)
	}
	s.Show(result(t, with(map[string]string{"content/pages/about.md": "---\ntitle: About us\nsummary: Us.\n---\n\nBack again.\n"})))
	if e := l.newest(4); e.Stale || len(e.Problems) > 0 {
		t.Errorf("%+v", e)
	}
	if got := ask(t, host, "/about.html"); !strings.Contains(got.body, "Back again.") {
		t.Errorf("%d", got.StatusCode)
	}
}
