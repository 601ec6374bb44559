package serve_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/internal/editor"
	"github.com/microleadership/playbook/internal/serve"
	"github.com/microleadership/playbook/themes"
)

// long is how long anything may take before a test gives up: only a failure takes so long.
const long = 2 * time.Minute

// results remembers what has been built, by its files: bundling the theme takes longer than most tests.
var results sync.Map

// result is a result of its own of building files.
func result(t testing.TB, files map[string]string) *build.Result {
	t.Helper()
	key := fmt.Sprintf("%q", files)
	known, ok := results.Load(key)
	if !ok {
		fsys := fstest.MapFS{}
		for name, text := range files {
			fsys[name] = &fstest.MapFile{Data: []byte(text)}
		}
		known = built(t, build.Options{FS: fsys, DefaultTheme: themes.Default(), Today: "2026-01-01"})
		results.Store(key, known)
	}
	r := *known.(*build.Result)
	return &r
}

func built(t testing.TB, o build.Options) *build.Result {
	t.Helper()
	r, err := build.New(o).Rebuild(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

const settings = "title: Small\ndescription: Small.\nbase_url: https://example.org/p/\n"

var small = map[string]string{
	"content/playbook.yaml":  settings,
	"content/pages/about.md": "---\ntitle: About us\nsummary: Us.\n---\n\nHello there.\n",
}

// with is small with some files more, or other ones.
func with(files map[string]string) map[string]string {
	out := map[string]string{}
	for _, m := range []map[string]string{small, files} {
		for name, text := range m {
			out[name] = text
		}
	}
	return out
}

// broken is small with an error in one file.
var broken = with(map[string]string{"content/pages/about.md": "---\ntitel: About us\nsummary: Us.\n---\n\nOther words.\n"})

func options(t testing.TB) serve.Options {
	t.Helper()
	vscode, err := editor.Parse("vscode")
	if err != nil {
		t.Fatal(err)
	}
	return serve.Options{Root: "/home/ann/book", Editor: vscode}
}

// start runs a server as the command does, and returns the host and port it is asked by.
func start(t testing.TB, o serve.Options) (*serve.Server, string) {
	t.Helper()
	l, err := serve.Listen("127.0.0.1", 0, false)
	if err != nil {
		t.Fatal(err)
	}
	s := serve.New(o)
	run(t, s, l)
	return s, l.Addr().String()
}

func run(t testing.TB, s *serve.Server, l net.Listener) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Run(ctx, l) }()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
}

type reply struct {
	*http.Response
	body string
}

// send writes a request as it is, byte for byte, on a connection of its own.
func send(t testing.TB, host, request string) reply {
	t.Helper()
	conn, err := net.Dial("tcp", host)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	_ = conn.SetDeadline(time.Now().Add(long))
	if _, err := io.WriteString(conn, request); err != nil {
		t.Fatal(err)
	}
	method, _, _ := strings.Cut(request, " ")
	resp, err := http.ReadResponse(bufio.NewReader(conn), &http.Request{Method: method})
	if err != nil {
		t.Fatalf("%.200q: %v", request, err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatalf("%.200q: %v", request, err)
	}
	return reply{resp, string(body)}
}

// ask gets a target as it is written, with more headers as pairs.
func ask(t testing.TB, host, target string, header ...string) reply {
	t.Helper()
	return send(t, host, request("GET", host, target, header...))
}

func request(method, host, target string, header ...string) string {
	var b strings.Builder
	b.WriteString(method + " " + target + " HTTP/1.1\r\nConnection: close\r\n")
	named := false
	for i := 0; i < len(header); i += 2 {
		b.WriteString(header[i] + ": " + header[i+1] + "\r\n")
		named = named || header[i] == "Host"
	}
	if !named {
		b.WriteString("Host: " + host + "\r\n")
	}
	return b.String() + "\r\n"
}

// decode reads a JSON object, every field of which T must know.
func decode[T any](t testing.TB, text string) T {
	t.Helper()
	var v T
	d := json.NewDecoder(strings.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&v); err != nil {
		t.Fatalf("%v in %.500s", err, text)
	}
	return v
}
