// Package chrome starts a headless Chromium for tests and measurements.
package chrome

import (
	"context"
	"errors"
	"os/exec"

	"github.com/chromedp/chromedp"
)

// The names under which distributions install it. The shell is the same engine without
// windows to draw, for which it takes half the processor time.
var names = []string{"chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"}

// Start starts a browser with a profile that nobody has used, in an empty folder (one that
// comes and goes with the browser if there is none), which talks to nobody but this
// machine. It lives until stop is called.
func Start(ctx context.Context, profile string) (browser context.Context, stop context.CancelFunc, err error) {
	path, err := find()
	if err != nil {
		return nil, nil, err
	}
	options := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(path),
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
		chromedp.Flag("disable-features", "Translate,OptimizationHints,MediaRouter"),
		chromedp.Flag("force-color-profile", "srgb"),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
	}
	if profile != "" {
		options = append(options, chromedp.UserDataDir(profile))
	}
	ctx, stop = chromedp.NewExecAllocator(ctx, options...)
	browser, _ = chromedp.NewContext(ctx)
	if err := chromedp.Do(browser); err != nil {
		stop()
		return nil, nil, err
	}
	return browser, stop, nil
}

func find() (string, error) {
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", errors.New("this needs Chromium: apt-get install chromium-headless-shell, or chromium")
}
