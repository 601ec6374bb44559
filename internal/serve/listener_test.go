package serve_test

import (
	"bufio"
	"io"
	"net"
	"strings"
	"testing"
	"time"
)

// told is what a page hears.
type told struct {
	name string

	Run          string   `json:"run"`
	Generation   int      `json:"generation"`
	Follow       bool     `json:"follow"`
	Problems     []said   `json:"problems"`
	More         int      `json:"more"`
	Stale        bool     `json:"stale"`
	Changed      []page   `json:"changed"`
	Assets       []string `json:"assets"`
	Milliseconds int64    `json:"milliseconds"`
}

type said struct {
	Severity string   `json:"severity"`
	Code     string   `json:"code"`
	Text     string   `json:"text"`
	Hint     string   `json:"hint"`
	File     string   `json:"file"`
	Line     int      `json:"line"`
	Column   int      `json:"column"`
	Length   int      `json:"length"`
	Source   []string `json:"source"`
	Editor   string   `json:"editor"`
}

type page struct {
	Address string `json:"address"`
	Title   string `json:"title"`
	File    string `json:"file"`
}

// listener is an open page.
type listener struct {
	t    testing.TB
	conn net.Conn
	in   *bufio.Reader
}

func listen(t testing.TB, host string) *listener {
	t.Helper()
	conn, err := net.Dial("tcp", host)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	if _, err := io.WriteString(conn, "GET /_playbook/events HTTP/1.1\r\nHost: localhost\r\n\r\n"); err != nil {
		t.Fatal(err)
	}
	return &listener{t, conn, bufio.NewReaderSize(conn, 512)}
}

// line returns what follows the prefix on the next line that has it.
func (l *listener) line(prefix string) (string, error) {
	_ = l.conn.SetReadDeadline(time.Now().Add(long))
	for {
		line, err := l.in.ReadString('\n')
		if err != nil {
			return "", err
		}
		if rest, ok := strings.CutPrefix(strings.TrimRight(line, "\r\n"), prefix); ok {
			return rest, nil
		}
	}
}

func (l *listener) next() told {
	l.t.Helper()
	name, err := l.line("event: ")
	if err != nil {
		l.t.Fatal(err)
	}
	data, err := l.line("data: ")
	if err != nil {
		l.t.Fatal(err)
	}
	e := decode[told](l.t, data)
	e.name = name
	if e.Run == "" || e.Problems == nil || e.Changed == nil || e.Assets == nil {
		l.t.Errorf("a field is missing: %s", data)
	}
	return e
}

// drain takes everything in as it comes, so that however long the test takes to understand
// it, the server need not wait.
func (l *listener) drain() {
	out, in := io.Pipe()
	from := l.in
	_ = l.conn.SetReadDeadline(time.Time{})
	queue := make(chan []byte, 1<<16)
	go func() {
		defer close(queue)
		for {
			chunk := make([]byte, 64<<10)
			n, err := from.Read(chunk)
			if queue <- chunk[:n]; err != nil {
				return
			}
		}
	}()
	go func() {
		for chunk := range queue {
			_, _ = in.Write(chunk)
		}
		in.Close()
	}()
	l.in = bufio.NewReader(out)
}

// newest reads until it hears of a generation.
func (l *listener) newest(generation int) told {
	l.t.Helper()
	for {
		if e := l.next(); e.Generation >= generation {
			return e
		}
	}
}
