// Package twin lets tests ask the browser's half of the engine what Go's half has
// answered.
package twin

import (
	"context"
	"encoding/json"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/evanw/esbuild/pkg/api"

	"github.com/microleadership/playbook/internal/chrome"
)

// Page is a page of headless Chromium in which modules of the theme are the global engine.
type Page struct{ ctx context.Context }

// T is what testing.T and rapid.T have in common.
type T interface {
	Helper()
	Errorf(string, ...any)
	Fatal(...any)
}

// Open opens an empty page and loads a module into it.
func Open(t *testing.T, module string) Page {
	t.Helper()
	ctx, stop, err := chrome.Start(context.Background(), "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(stop)
	p := Page{ctx}
	p.Run(t, string(Bundle(t, module)))
	return p
}

// Bundle makes one classic script of a module and what it imports.
func Bundle(t *testing.T, module string) []byte {
	t.Helper()
	result := api.Build(api.BuildOptions{
		EntryPoints: []string{module},
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

// Visit goes to another page, in which there is no engine but what it loads.
func (p Page) Visit(t T, address string) {
	t.Helper()
	if err := chromedp.Do(p.ctx, chromedp.Navigate(address)); err != nil {
		t.Fatal(err)
	}
}

// Run evaluates a script for what it does.
func (p Page) Run(t T, script string) {
	t.Helper()
	if err := chromedp.Do(p.ctx, chromedp.Evaluate[chromedp.Void](script+"; null")); err != nil {
		t.Fatal(err)
	}
}

// Ask returns the value of an expression, which may wait for promises.
func Ask[V any](t T, p Page, expression string) V {
	t.Helper()
	var value V
	text, err := chromedp.Run(p.ctx, chromedp.Evaluate[string]("(async () => JSON.stringify("+expression+"))()", chromedp.EvalAwaitPromise))
	if err == nil {
		err = json.Unmarshal([]byte(text), &value)
	}
	if err != nil {
		t.Fatal(err)
	}
	return value
}

// Literal writes a value as a JavaScript expression.
func Literal(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		panic(err) // of what the tests made themselves
	}
	return string(text)
}
