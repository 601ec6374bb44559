package serve_test

import (
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/themes"
)

// ended waits until nobody looks for mistakes any longer.
func ended(t *testing.T) {
	t.Helper()
	eventually(t, "all samples have been read", func() bool {
		stacks := make([]byte, 1<<20)
		text := string(stacks[:runtime.Stack(stacks, true)])
		const by = "created by github.com/microleadership/playbook/internal/serve.(*Server)."
		return !strings.Contains(text, by+"Show") && !strings.Contains(text, by+"fault")
	})
}

// A layout's mistake is found though nobody looks at a page of it, and said once.
func TestMistakesNobodyLooksAt(t *testing.T) {
	o := options(t)
	faults := make(chan diag.Diagnostic, 100)
	o.Faulty = func(d diag.Diagnostic) { faults <- d }
	s, host := start(t, o)
	l := listen(t, host)
	s.Show(result(t, themed("Title")))
	ended(t)
	s.Show(result(t, themed("Titel")))
	e := l.newest(3)
	if !e.Stale || len(e.Problems) != 1 || e.Problems[0].File != "themes/mine/layouts/page.html" {
		t.Fatalf("%+v", e)
	}
	ended(t)
	for range 2 {
		if got := ask(t, host, "/about.html"); got.StatusCode != 200 || !strings.Contains(got.body, "About us") {
			t.Errorf("the last good page is gone: %d %.300s", got.StatusCode, got.body)
		}
	}
	if len(faults) != 1 {
		t.Fatalf("it was said %d times", len(faults))
	}
	if d := <-faults; d.Text != e.Problems[0].Text || d.Pos.File != e.Problems[0].File {
		t.Errorf("said %+v, told %+v", d, e.Problems[0])
	}
	same := result(t, themed("Titel"))
	same.Unchanged = true
	s.Show(same)
	ended(t)
	if len(faults) > 0 {
		t.Error("what is unchanged is looked at again")
	}
	s.Show(result(t, themed("Titel")))
	ended(t)
	if len(faults) != 1 {
		t.Errorf("in the next site it was said %d times", len(faults))
	}
}

// What no sample shows is found when its page is asked for, and said then.
func TestAMistakeOfOnePage(t *testing.T) {
	o := options(t)
	faults := make(chan diag.Diagnostic, 100)
	o.Faulty = func(d diag.Diagnostic) { faults <- d }
	s, host := start(t, o)
	files := themed("Title")
	files["content/pages/odd.md"] = "---\ntitle: Odd\nsummary: O.\n---\n\nText.\n"
	files["themes/mine/layouts/page.html"] = `{{define "main"}}{{if eq .Title "Odd"}}{{.Titel}}{{end}}{{end}}`
	r := result(t, files)
	if slices.Contains(r.Site.Samples(), "odd.html") {
		t.Fatal("it is a sample: this needs another page")
	}
	s.Show(r)
	ended(t)
	if len(faults) > 0 {
		t.Fatalf("%+v", <-faults)
	}
	for range 2 {
		if got := ask(t, host, "/odd.html"); got.StatusCode != 500 {
			t.Errorf("%d", got.StatusCode)
		}
	}
	if len(faults) != 1 {
		t.Errorf("it was said %d times", len(faults))
	}
	if e := listen(t, host).next(); e.Generation != 2 || len(e.Problems) != 1 {
		t.Errorf("%+v", e)
	}
}

// watched is a result that tells of each page before it is made.
func watched(t *testing.T, files map[string]string, made func()) *build.Result {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return built(t, build.Options{
		FS: fsys, DefaultTheme: themes.Default(), Today: "2026-01-01",
		Rendered: func(string, string) { made() },
	})
}

// When changes come so fast that none has been looked at, the site before all of them is the
// good one.
func TestSeveralMistakenSites(t *testing.T) {
	s, host := start(t, options(t))
	s.Show(result(t, themed("Title")))
	ended(t)
	l := listen(t, host)
	var once sync.Once
	begun, goOn := make(chan struct{}), make(chan struct{})
	s.Show(watched(t, themed("Titel"), func() {
		once.Do(func() { close(begun) })
		<-goOn
	}))
	<-begun
	s.Show(result(t, themed("Sumary")))
	close(goOn)
	if e := l.newest(5); !e.Stale || len(e.Problems) != 1 {
		t.Errorf("%+v", e)
	}
	if got := ask(t, host, "/about.html"); got.StatusCode != 200 || !strings.Contains(got.body, "About us") {
		t.Errorf("the last good page is gone: %d %.300s", got.StatusCode, got.body)
	}
}

// A newer site is not kept waiting by an older one.
func TestOlderSamplesAreLeft(t *testing.T) {
	s, _ := start(t, options(t))
	var made atomic.Int64
	begun, goOn := make(chan struct{}), make(chan struct{})
	r := watched(t, small, func() {
		if made.Add(1) == 1 {
			close(begun)
			<-goOn
		}
	})
	if len(r.Site.Samples()) < 3 {
		t.Fatal("there is nothing to leave")
	}
	s.Show(r)
	<-begun
	s.Show(result(t, small))
	close(goOn)
	ended(t)
	if n := made.Load(); n != 1 {
		t.Errorf("%d pages of the older site were made", n)
	}
}
