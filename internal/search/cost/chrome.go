package main

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// patience is how long a step may take: the largest index of the comparison needs most of it.
const patience = 2 * time.Minute

// startChrome starts a headless browser that talks to nobody but this machine.
func startChrome(ctx context.Context, profile string) (context.Context, context.CancelFunc, error) {
	path, err := findChrome()
	if err != nil {
		return nil, nil, err
	}
	ctx, stop := chromedp.NewExecAllocator(ctx,
		chromedp.ExecPath(path),
		chromedp.UserDataDir(profile),
		chromedp.Headless,
		chromedp.NoSandbox, // containers run as root and have no user namespaces
		chromedp.DisableGPU,
		chromedp.WindowSize(1280, 800), // how many results fit decides how many are loaded
		chromedp.NoFirstRun,
		chromedp.NoDefaultBrowserCheck,
		chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true),
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-dev-shm-usage", true),
		chromedp.Flag("disable-background-timer-throttling", true),
		chromedp.Flag("disable-renderer-backgrounding", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
	)
	ctx, _ = chromedp.NewContext(ctx)
	if err := chromedp.Do(ctx); err != nil {
		stop()
		return nil, nil, err
	}
	return ctx, stop, nil
}

func findChrome() (string, error) {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", errors.New("this needs Chromium: apt-get install chromium")
}

// tab is a page whose cache nobody has used.
type tab struct {
	ctx   context.Context
	close context.CancelFunc
}

func newTab(chrome context.Context) (tab, error) {
	ctx, cancel := chromedp.NewContext(chrome, chromedp.WithNewBrowserContext())
	if err := chromedp.Do(ctx); err != nil { // opens it; it lives as long as its context
		cancel()
		return tab{}, err
	}
	_, err := chromedp.Call(ctx, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	return tab{ctx, cancel}, err
}

func (t tab) open(address string) error {
	ctx, cancel := context.WithTimeout(t.ctx, patience)
	defer cancel()
	return chromedp.Do(ctx, chromedp.Navigate(address))
}

// eval runs JavaScript in the page and returns its value; it waits for a promise.
func eval[T any](t tab, script string) (T, error) {
	ctx, cancel := context.WithTimeout(t.ctx, patience)
	defer cancel()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		return value, fmt.Errorf("%s: %w", script[:min(len(script), 60)], err)
	}
	return value, nil
}
