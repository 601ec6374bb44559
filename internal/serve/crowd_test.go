package serve_test

import (
	"net"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/microleadership/playbook/internal/serve"
)

// counting counts the connections that the server has open.
type counting struct {
	net.Listener
	open atomic.Int64
}

type counted struct {
	net.Conn
	once sync.Once
	done func()
}

func (l *counting) Accept() (net.Conn, error) {
	conn, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	l.open.Add(1)
	_ = conn.(*net.TCPConn).SetWriteBuffer(4 << 10) // so that what nobody reads soon fits nowhere
	return &counted{Conn: conn, done: func() { l.open.Add(-1) }}, nil
}

func (c *counted) Close() error {
	c.once.Do(c.done)
	return c.Conn.Close()
}

func counter(t *testing.T) *counting {
	t.Helper()
	l, err := serve.Listen("127.0.0.1", 0, false)
	if err != nil {
		t.Fatal(err)
	}
	return &counting{Listener: l}
}

func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for end := time.Now().Add(long); !holds(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("it never came to this: " + what)
		}
	}
}

func memory() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapAlloc + m.StackInuse
}

// A thousand pages that wait cost what a thousand connections do, all of them hear of a
// change, and nothing of them remains.
func TestAThousandOpenPages(t *testing.T) {
	const pages = 1000
	l := counter(t)
	s := serve.New(options(t))
	run(t, s, l)
	s.Show(result(t, small))
	changes := result(t, small)
	host := l.Addr().String()
	goroutines, before := runtime.NumGoroutine(), memory()
	crowd := make([]*listener, pages)
	for i := range crowd {
		crowd[i] = listen(t, host)
	}
	for _, l := range crowd {
		if e := l.next(); e.Generation != 1 {
			t.Fatalf("%+v", e)
		}
	}
	used := memory()
	started := time.Now()
	s.Show(changes)
	shown := time.Since(started)
	for _, l := range crowd {
		if e := l.next(); e.name != "change" || e.Generation != 2 {
			t.Fatalf("%+v", e)
		}
	}
	t.Logf("%d KiB a page, its own side included; Show took %v, the last page heard after %v", (used-before)/pages>>10, shown, time.Since(started))
	for _, l := range crowd {
		l.conn.Close()
	}
	eventually(t, "all connections are closed", func() bool { return l.open.Load() == 0 })
	eventually(t, "nobody waits for them", func() bool { return runtime.NumGoroutine() <= goroutines })
}

// A reader that does not read is dropped, and until then nobody waits for it.
func TestReadersThatDoNotRead(t *testing.T) {
	t.Parallel()
	const readers = 40
	l := counter(t)
	s := serve.New(options(t))
	s.SetPatience(5 * time.Second)
	run(t, s, l)
	host := l.Addr().String()

	// As many mistakes as make an event that fits in no buffer between the two.
	heavy := result(t, with(map[string]string{"content/pages/long.md": "---\ntitle: P\nsummary: P.\n---\n\n" +
		strings.Repeat(strings.Repeat("𝔴𝔬𝔯𝔡𝔰 ", 160)+"[a](javascript:b)\n\n", 100)}))
	s.Show(result(t, small))
	reading := listen(t, host)
	reading.next()
	reading.drain()
	for range readers {
		lazy := listen(t, host)
		_ = lazy.conn.(*net.TCPConn).SetReadBuffer(4 << 10)
	}
	eventually(t, "all are there", func() bool { return l.open.Load() == readers+1 })
	s.Show(heavy)
	if e := reading.newest(2); len(e.Problems) < 50 {
		t.Fatalf("only %d problems", len(e.Problems))
	}
	s.Show(result(t, small))
	if e := reading.newest(3); len(e.Problems) > 0 {
		t.Errorf("%d problems are left", len(e.Problems))
	}
	eventually(t, "who does not read is dropped", func() bool { return l.open.Load() == 1 })
	s.Show(result(t, small))
	if e := reading.newest(4); e.name != "change" {
		t.Errorf("%+v", e)
	}
}

// A reader of a page that stops in the middle is dropped as well.
func TestAPageThatNobodyTakes(t *testing.T) {
	t.Parallel()
	l := counter(t)
	s := serve.New(options(t))
	s.SetPatience(time.Second)
	run(t, s, l)
	text := "---\ntitle: T\nsummary: S.\n---\n\n" + strings.Repeat(strings.Repeat("word ", 100)+"\n\n", 800)
	s.Show(result(t, with(map[string]string{"content/pages/long.md": text})))
	conn, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	_ = conn.(*net.TCPConn).SetReadBuffer(4 << 10)
	asked := strings.Repeat("GET /long.html HTTP/1.1\r\nHost: localhost\r\n\r\n", 60) // 25 MB
	if _, err := conn.Write([]byte(asked)); err != nil {
		t.Fatal(err)
	}
	eventually(t, "it is there", func() bool { return l.open.Load() == 1 })
	eventually(t, "it is dropped", func() bool { return l.open.Load() == 0 })
	if got := ask(t, l.Addr().String(), "/about.html"); got.StatusCode != 200 {
		t.Errorf("%d", got.StatusCode)
	}
}
