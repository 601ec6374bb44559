//go:build browser

package browser

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// patience is how long a step may take; generous, because machines that test are busy.
const patience = 2 * time.Minute

// tab is a tab with a profile of its own. Its methods fail the test.
type tab struct {
	*testing.T
	*ear
	ctx       context.Context
	scriptOff bool
}

func newTab(t *testing.T) *tab {
	t.Helper()
	b := &tab{T: t, ear: &ear{}}
	ctx, cancel := chromedp.NewContext(running, chromedp.WithNewBrowserContext(), chromedp.WithListener(b.hear))
	t.Cleanup(cancel)
	b.ctx = ctx
	// The first run opens the tab, which lives as long as its context: no time limit here.
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal(err)
	}
	// Several tabs at once: each behaves as if it were the one in front.
	call(b, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	b.size(1440)
	return b
}

// in is the same tab, failing a subtest.
func (b *tab) in(t *testing.T) *tab { return &tab{t, b.ear, b.ctx, b.scriptOff} }

// calm fails the test when anything went wrong, or went to another place than base.
func (b *tab) calm(base string) {
	b.Helper()
	trouble, requests := b.heard()
	for _, text := range trouble {
		b.Error(text)
	}
	for _, r := range requests {
		if !strings.HasPrefix(r.address, base) {
			b.Errorf("%s asked for %s", r.page, r.address)
		}
	}
}

func (b *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		b.Fatal(err)
	}
}

// open goes to an address and waits until it is loaded and painted with its fonts.
func (b *tab) open(address string) {
	b.Helper()
	b.do(chromedp.Navigate(address))
	b.settle()
}

// settle waits until what was asked of the page has been laid out.
func (b *tab) settle() {
	b.Helper()
	if b.scriptOff {
		return // no promise would come true; and nothing changes after the load
	}
	eval[bool](b, `document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(true)))))`)
}

// until waits for a JavaScript condition. While one page goes and another comes, the browser
// refuses to evaluate anything.
func (b *tab) until(condition string) {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	for {
		there, err := chromedp.Run(ctx, chromedp.Evaluate[bool]("Boolean("+condition+")"))
		if there {
			return
		}
		select {
		case <-ctx.Done():
			b.Fatalf("it did not come to this: %s (%v)", condition, err)
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// leave runs a script that may lead away from the page, and so could have no answer.
func (b *tab) leave(script string) {
	b.Helper()
	eval[int](b, "setTimeout(() => { "+script+" })")
}

// expect fails the test unless the JavaScript condition holds now.
func (b *tab) expect(condition, meaning string) {
	b.Helper()
	if !eval[bool](b, "Boolean("+condition+")") {
		b.Errorf("%s: not so: %s", meaning, condition)
	}
}

func (b *tab) click(selector string) {
	b.Helper()
	b.do(chromedp.Click(selector))
}

// size sets the width of the window; below 500 px it is a phone.
func (b *tab) size(width int64) {
	b.Helper()
	b.do(chromedp.EmulateViewport(width, 900, func(metrics *emulation.SetDeviceMetricsOverrideParams, touch *emulation.SetTouchEmulationEnabledParams) {
		metrics.Mobile, touch.Enabled = width < 500, width < 500
	}))
}

// media sets the medium ("" for the screen) and its features: "prefers-color-scheme=dark".
func (b *tab) media(medium string, features ...string) {
	b.Helper()
	p := emulation.SetEmulatedMediaParams{Media: medium}
	for _, feature := range features {
		name, value, _ := strings.Cut(feature, "=")
		p.Features = append(p.Features, &emulation.MediaFeature{Name: name, Value: value})
	}
	call(b, emulation.SetEmulatedMedia, p)
}

// script switches the page's own scripts on or off, from the next page on.
func (b *tab) script(on bool) {
	b.Helper()
	b.scriptOff = !on
	call(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !on})
}

func (b *tab) location() string {
	b.Helper()
	return eval[string](b, "location.href")
}

// count is how many elements match and can be seen.
func (b *tab) count(selector string) int {
	b.Helper()
	return eval[int](b, fmt.Sprintf("[...document.querySelectorAll(%q)].filter((e) => e.checkVisibility()).length", selector))
}

// same fails the test unless two lists are equal.
func (b *tab) same(meaning string, got, want []string) {
	b.Helper()
	if !slices.Equal(got, want) {
		b.Errorf("%s:\n got %q\nwant %q", meaning, got, want)
	}
}
