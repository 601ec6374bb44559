//go:build browser

package browser

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/microleadership/playbook/internal/chrome"
)

var allPages = flag.Bool("all", false, "axe looks at every page, in light and dark")

// Set once, by TestMain.
var (
	shipped site            // what the binary built
	running context.Context // the one browser; each test has a tab in it
)

func TestMain(m *testing.M) {
	flag.Parse()
	code, err := run(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = 1
	}
	os.Exit(code)
}

func run(m *testing.M) (code int, err error) {
	dir, err := os.MkdirTemp("", "playbook-browser-")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(dir)
	if shipped, err = build(dir); err != nil {
		return 0, err
	}
	ctx, stop, err := chrome.Start(context.Background(), filepath.Join(dir, "profile"))
	if err != nil {
		return 0, err
	}
	defer stop()
	running = ctx
	return m.Run(), nil
}
