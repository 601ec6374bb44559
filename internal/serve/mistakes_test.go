package serve_test

import (
	"maps"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/internal/serve"
)

// While there are mistakes the last good site stays whole; what changed meanwhile is told
// once it can be seen.
func TestTheLastGoodSiteStays(t *testing.T) {
	s, host := start(t, options(t))
	s.Show(result(t, small))
	l := listen(t, host)
	l.next()
	bad := result(t, broken)
	bad.Changed = []build.Change{{File: "content/pages/about.md", Address: "about.html", Title: "About us"}}
	s.Show(bad)
	e := l.newest(2)
	want := []said{
		{
			Severity: "error", Code: "unknown-field", Text: "unknown field “titel”", Hint: "did you mean “title”?",
			File: "content/pages/about.md", Line: 2, Column: 1, Length: 5,
			Source: []string{"titel: About us"}, Editor: "vscode://file/home/ann/book/content/pages/about.md:2:1",
		},
	}
	if diff := cmp.Diff(want, e.Problems[len(e.Problems)-1:]); diff != "" || !e.Stale || len(e.Changed) > 0 {
		t.Errorf("%+v (-want +got):\n%s", e, diff)
	}
	if got := ask(t, host, "/about.html"); got.StatusCode != 200 || !strings.Contains(got.body, "Hello there.") {
		t.Errorf("the last good page is gone: %d", got.StatusCode)
	}
	s.Show(bad)
	mended := result(t, with(map[string]string{"content/pages/about.md": "---\ntitle: About us\nsummary: Us.\n---\n\nMended.\n"}))
	s.Show(mended)
	e = l.newest(4)
	if e.Stale || len(e.Problems) > 0 || len(e.Changed) != 1 {
		t.Errorf("after mending: %+v", e)
	}
	if got := ask(t, host, "/about.html"); !strings.Contains(got.body, "Mended.") {
		t.Errorf("the mended page is not shown: %.300s", got.body)
	}
}

func TestWithoutAGoodSiteTheBestIsShown(t *testing.T) {
	s, host := start(t, options(t))
	for _, words := range []string{"One.", "Two."} {
		s.Show(result(t, with(map[string]string{"content/pages/about.md": "---\ntitel: About us\nsummary: Us.\n---\n\n" + words + "\n"})))
		if e := listen(t, host).next(); e.Stale || len(e.Problems) == 0 {
			t.Errorf("%+v", e)
		}
		if got := ask(t, host, "/about.html"); !strings.Contains(got.body, words) {
			t.Errorf("%s is not shown: %d", words, got.StatusCode)
		}
	}
}

// A mistake that shows only when a page is made is told like any other, and the last good
// site comes back, whole.
func TestAMistakeFoundLate(t *testing.T) {
	s, host := start(t, options(t))
	s.Show(result(t, themed("Title")))
	bad := result(t, themed("Titel"))
	if bad.Diagnostics.HasErrors() {
		t.Fatal("it is found when the theme is loaded: this needs another mistake")
	}
	s.Show(bad)
	l := listen(t, host)
	if got := ask(t, host, "/about.html"); got.StatusCode != 200 || !strings.Contains(got.body, "About us") {
		t.Errorf("the last good page is gone: %d %.300s", got.StatusCode, got.body)
	}
	e := l.newest(3)
	if !e.Stale || len(e.Problems) != 1 || e.Problems[0].File != "themes/mine/layouts/page.html" {
		t.Errorf("%+v", e)
	}
	s.Show(result(t, themed("Summary")))
	if e := l.newest(4); e.Stale || len(e.Problems) > 0 {
		t.Errorf("after mending: %+v", e)
	}
	if got := ask(t, host, "/about.html"); got.StatusCode != 200 || !strings.Contains(got.body, "Us.") {
		t.Errorf("the mended page: %d", got.StatusCode)
	}
}

// Whatever comes after what, the newest site is shown if it is good, or else the last one
// that was, or else the newest again.
func TestWhichSiteIsShown(t *testing.T) {
	kinds := map[string]map[string]string{}
	for _, words := range []string{"alpha", "bravo", "charlie"} {
		text := "---\ntitle: About us\nsummary: " + words + "\n---\n\nText.\n"
		kinds["good "+words] = with(map[string]string{"content/pages/about.md": text})
		kinds["bad "+words] = with(map[string]string{"content/pages/about.md": strings.Replace(text, "title: About us", "title: About us\ntitel: x", 1)})
		faulty := themed("Titel")
		faulty["content/pages/about.md"] = text
		kinds["faulty "+words] = faulty
	}
	names := slices.Sorted(maps.Keys(kinds))
	rapid.Check(t, func(t2 *rapid.T) {
		s := serve.New(options(t))
		read := func() (int, string) {
			w := httptest.NewRecorder()
			s.ServeHTTP(w, httptest.NewRequest("GET", "http://localhost/about.html", nil))
			return w.Code, w.Body.String()
		}
		good := ""
		for _, name := range rapid.SliceOfN(rapid.SampledFrom(names), 1, 12).Draw(t2, "sites") {
			s.Show(result(t, kinds[name]))
			kind, words, _ := strings.Cut(name, " ")
			want, code := words, 200
			switch {
			case kind == "good":
				good = words
			case good != "":
				want = good
			case kind == "faulty":
				want, code = "This page cannot be made", 500
			}
			for range 2 {
				if got, body := read(); got != code || !strings.Contains(body, want) {
					t2.Fatalf("%s, the last good one %q: %d, want %d with %s", name, good, got, code, want)
				}
			}
		}
	})
}

// A line as long as a book is not sent for each of its mistakes.
func TestExcerptsAreShort(t *testing.T) {
	s, host := start(t, options(t))
	text := "---\ntitle: T\nsummary: S.\n---\n\n" + strings.Repeat("[a](javascript:b) and some words more. ", 90) + "\n"
	s.Show(result(t, with(map[string]string{"content/pages/about.md": text})))
	e := listen(t, host).next()
	with, without := 0, 0
	for _, p := range e.Problems {
		switch {
		case len(p.Source) == 0:
			without++
		case len(p.Source[0]) > 1500:
			t.Fatalf("an excerpt of %d bytes", len(p.Source[0]))
		default:
			with++
		}
	}
	if with == 0 || without == 0 {
		t.Errorf("%d with an excerpt, %d without", with, without)
	}
}
