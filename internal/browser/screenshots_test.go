//go:build browser && screenshots

package browser

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

var screenshots = flag.String("screenshots", "", "write the pictures into `DIR`")

// TestScreenshots writes pictures to look at. It judges nothing, and so has a build tag of its own.
func TestScreenshots(t *testing.T) {
	if *screenshots == "" {
		t.Fatal("where to? -screenshots DIR")
	}
	if err := os.MkdirAll(*screenshots, 0o755); err != nil {
		t.Fatal(err)
	}
	pictured := shipped.samples(t)
	delete(pictured, "redirect")
	pictured["glossary"] = "glossary.html"
	pictured["search-results"] = "search.html?q=quiet+teammate"
	base := serve(t, published(t).Path)
	b := newTab(t)
	for name, page := range pictured {
		for _, width := range []int64{360, 768, 1440} {
			for _, scheme := range []string{"light", "dark"} {
				b.size(width)
				b.media("", "prefers-color-scheme="+scheme, "prefers-reduced-motion=reduce")
				b.open(base + page)
				b.picture(fmt.Sprintf("%s-%d-%s", name, width, scheme))
			}
		}
	}
	b.pictureOfDialog(base)
}

func (b *tab) pictureOfDialog(base string) {
	for _, width := range []int64{360, 1440} {
		b.size(width)
		b.media("", "prefers-color-scheme=light", "prefers-reduced-motion=reduce")
		b.open(base)
		b.press("/")
		b.until(`document.querySelector("dialog[open] input")`)
		b.press(common)
		b.until(options + ".length > 0")
		b.settle()
		ctx, cancel := context.WithTimeout(b.ctx, patience)
		png, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
		cancel()
		b.write(fmt.Sprintf("dialog-%d-light", width), png, err)
	}
}

// picture writes the whole page.
func (b *tab) picture(name string) {
	time.Sleep(50 * time.Millisecond) // images decode after the load
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	png, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
	b.write(name, png, err)
}

func (b *tab) write(name string, png []byte, err error) {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(*screenshots, name+".png"), png, 0o644); err != nil {
		b.Fatal(err)
	}
}
