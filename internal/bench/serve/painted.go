package main

import (
	"context"
	_ "embed"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"github.com/microleadership/playbook/internal/bench/measure"
	"github.com/microleadership/playbook/internal/bench/work"
	"github.com/microleadership/playbook/internal/chrome"
)

// paintedScript reports each mark that it sees in the page, once its frame is painted.
//
//go:embed painted.js
var paintedScript string

// painted measures until a browser that shows the page has painted the change, however
// it gets there: by a new document or within the old one.
func (r *runner) painted(ctx context.Context, w work.Work, s *server, file string, n int) error {
	browser, stop, err := chrome.Start(ctx, w.Path("profile"))
	if err != nil {
		return err
	}
	defer stop()
	seen := make(chan string, 100)
	err = chromedp.Do(
		browser,
		chromedp.ExposeFunc("painted", func(_ context.Context, mark string) (bool, error) {
			seen <- mark
			return true, nil
		}),
	)
	if err != nil {
		return err
	}
	if _, err := chromedp.Call(browser, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: paintedScript}); err != nil {
		return err
	}
	if err := chromedp.Do(browser, chromedp.Navigate(s.address+address(file))); err != nil {
		return err
	}
	const figure = "painted_ms"
	for range n {
		mark := r.mark()
		c, err := s.edit(file, body(mark))
		if err != nil {
			return err
		}
		if err := r.settle(ctx, []*server{s}); err != nil {
			return err
		}
		begin := time.Now()
		if err := s.write(c); err != nil {
			return err
		}
		if await(ctx, seen, mark) {
			r.times[figure] = append(r.times[figure], measure.Milliseconds(time.Since(begin)))
		} else {
			r.stale[figure]++
		}
		if err := s.undo(c); err != nil {
			return err
		}
	}
	r.show(figure)
	return ctx.Err()
}

// await says whether the mark was seen in time.
func await(ctx context.Context, seen <-chan string, mark string) bool {
	late := time.After(patience)
	for {
		select {
		case got := <-seen:
			if got == mark {
				return true
			}
		case <-late:
			return false
		case <-ctx.Done():
			return false
		}
	}
}
