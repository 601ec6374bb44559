//go:build browser

package search

import (
	"context"
	"encoding/json"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/evanw/esbuild/pkg/api"
)

// browser is a page of headless Chromium with testdata/driver.js as the global engine.
type browser struct{ ctx context.Context }

func startBrowser(t *testing.T) browser {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.NoSandbox, chromedp.DisableGPU, chromedp.NoFirstRun,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true),
	)
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	ctx, timeout := context.WithTimeout(ctx, 5*time.Minute)
	t.Cleanup(timeout)
	b := browser{ctx}
	b.run(t, string(bundle(t)))
	return b
}

// bundle makes one classic script of the theme's modules.
func bundle(t *testing.T) []byte {
	t.Helper()
	result := api.Build(api.BuildOptions{
		EntryPoints: []string{"testdata/driver.js"},
		Bundle:      true,
		Format:      api.FormatIIFE,
		GlobalName:  "engine",
		Target:      api.ES2022,
		Charset:     api.CharsetUTF8,
	})
	for _, m := range result.Errors {
		t.Error(m.Text)
	}
	if len(result.OutputFiles) != 1 {
		t.Fatal("the modules do not bundle")
	}
	return result.OutputFiles[0].Contents
}

// run evaluates a script for what it does.
func (b browser) run(t tester, script string) {
	t.Helper()
	if err := chromedp.Do(b.ctx, chromedp.Evaluate[chromedp.Void](script+"; null")); err != nil {
		t.Fatal(err)
	}
}

// evaluate returns the value of an expression.
func evaluate[T any](t tester, b browser, expression string) T {
	t.Helper()
	var value T
	text, err := chromedp.Run(b.ctx, chromedp.Evaluate[string]("(async () => JSON.stringify("+expression+"))()", chromedp.EvalAwaitPromise))
	if err == nil {
		err = json.Unmarshal([]byte(text), &value)
	}
	if err != nil {
		t.Fatal(err)
	}
	return value
}

// tester is what testing.T and rapid.T have in common.
type tester interface {
	Helper()
	Errorf(string, ...any)
	Fatal(...any)
}

// literal writes a value as a JavaScript expression.
func literal(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		panic(err) // of what the tests made themselves
	}
	return string(text)
}
