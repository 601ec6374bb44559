package serve_test

import (
	"context"
	"net"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/internal/serve"
)

func TestOpenPagesLearnOfChanges(t *testing.T) {
	o := options(t)
	o.Follow = true
	s, host := start(t, o)
	l := listen(t, host)
	if retry, err := l.line("retry: "); err != nil || retry != "500" {
		t.Errorf("the first line is %s, %v", retry, err)
	}
	first := l.next()
	if first.name != "state" || first.Generation != 0 || !first.Follow || first.Stale || len(first.Problems) > 0 {
		t.Errorf("before the first build: %+v", first)
	}
	s.Show(result(t, small))
	if e := l.newest(1); e.name != "change" || e.Run != first.Run || e.Generation != 1 || len(e.Changed) > 0 {
		t.Errorf("after it: %+v", e)
	}
	r := result(t, small)
	r.Stats.Duration = 9 * time.Millisecond
	r.Changed = []build.Change{
		{File: "content/pages/about.md", Address: "about.html", Title: "About us"},
		{File: "content/pages/gone.md", Address: "gone.html", Title: "Gone"},
	}
	s.Show(r)
	e := l.newest(2)
	if diff := cmp.Diff([]page{{"about.html", "About us", "content/pages/about.md"}}, e.Changed); diff != "" || e.Milliseconds != 9 {
		t.Errorf("changed pages of the site, in %d ms (-want +got):\n%s", e.Milliseconds, diff)
	}
	later := listen(t, host).next()
	if later.name != "state" || later.Generation != 2 || later.Run != first.Run || len(later.Changed) > 0 {
		t.Errorf("a page opened later is told %+v", later)
	}
	other, otherHost := start(t, o)
	other.Show(result(t, small))
	if again := listen(t, otherHost).next(); again.Run == first.Run {
		t.Error("two runs have one name")
	}
}

func TestWhatChangesNothingIsNoNews(t *testing.T) {
	s, host := start(t, options(t))
	s.Show(result(t, small))
	l := listen(t, host)
	l.next()
	same := result(t, small)
	same.Unchanged = true
	s.Show(same)
	s.Show(result(t, small))
	if e := l.next(); e.Generation != 2 {
		t.Errorf("the next thing told is %+v", e)
	}
}

func TestStoppingEndsOpenStreams(t *testing.T) {
	s := serve.New(options(t))
	s.Show(result(t, small))
	l, err := serve.Listen("127.0.0.1", 0, false)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Run(ctx, l) }()
	open := listen(t, l.Addr().String())
	open.next()
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if _, err := open.line("event: "); err == nil {
		t.Error("the stream goes on")
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
