package main

import (
	"context"
	"fmt"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// patience is how long a step may take: the largest index of the comparison needs most of it.
const patience = 2 * time.Minute

// tab is a page whose cache nobody has used.
type tab struct {
	ctx   context.Context
	close context.CancelFunc
}

func newTab(browser context.Context) (tab, error) {
	ctx, cancel := chromedp.NewContext(browser, chromedp.WithNewBrowserContext())
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
