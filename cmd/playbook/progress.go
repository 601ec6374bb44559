package main

import (
	"io"
	"time"

	"github.com/schollz/progressbar/v3"
)

// patience is how long work may take before a progress bar is worth its flicker.
const patience = 400 * time.Millisecond

// progress returns what shows long work on a terminal, and what clears it away. Where
// nobody watches it shows nothing.
func progress(w io.Writer) (show func(stage string, done, total int), clear func()) {
	if !isTerminal(w) {
		return func(string, int, int) {}, func() {}
	}
	start := time.Now()
	var bar *progressbar.ProgressBar
	var current string
	updates := make(chan func())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for u := range updates {
			u()
		}
	}()
	show = func(stage string, done, total int) {
		if time.Since(start) < patience {
			return
		}
		updates <- func() {
			if bar == nil || stage != current {
				current = stage
				bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(w), progressbar.OptionSetDescription(stage),
					progressbar.OptionClearOnFinish(), progressbar.OptionSetWidth(30), progressbar.OptionThrottle(65*time.Millisecond))
			}
			_ = bar.Set(done) // a terminal that went away needs no bar
		}
	}
	clear = func() {
		close(updates)
		<-ended
		if bar != nil {
			_ = bar.Clear()
		}
	}
	return show, clear
}
