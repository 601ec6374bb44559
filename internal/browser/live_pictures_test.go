//go:build browser

package browser

import (
	"fmt"
	"strings"
	"testing"
)

// square is a picture of that many pixels.
func square(size int) string {
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%[1]d"><rect width="9" height="9"/></svg>`, size)
}

// A page whose picture was edited shows the new one, at the same place; an edit of a file that
// the page only links to, or does not know, leaves it alone.
func TestLivePicture(t *testing.T) {
	t.Parallel()
	p := newPreview(t)
	p.put("principles/a picture, ä.svg", square(40))
	p.put("principles/other.svg", square(10))
	p.edit(entryPage, "</article>", `<p><img id="pic" src="a%20picture,%20%C3%A4.svg" alt=""> <a href="other.svg">The other</a></p></article>`)
	b := newTab(t)
	b.preview(p, entryPage)
	b.until(`document.querySelector("#pic").naturalWidth === 40`)
	eval[bool](b, "(scrollTo(0, 300), true)")

	p.put("principles/other.svg", square(20))
	p.edit(entryPage, "<h1>", "<h1>Now ")
	p.rebuilt(update{Assets: []string{"principles/other.svg", "pic.svg"}})
	b.until(`document.querySelector("h1").textContent.startsWith("Now")`)
	b.asServed("with a picture that it does not show")

	p.put("principles/a picture, ä.svg", square(70))
	p.rebuilt(update{Assets: []string{"principles/a picture, ä.svg"}})
	b.comes(`!window.stays && document.querySelector("#pic").naturalWidth === 70 && scrollY === 300`)
	b.ready()
	p.edit(entryPage, "<h1>", "<h1>And ")
	p.rebuilt(update{})
	b.until(`document.querySelector("h1").textContent.startsWith("And")`)
	b.asServed("once is enough")
	b.calm(p.base)
}

// A picture that is edited while its page is gone, or while the page is being asked for, is
// the new one as soon as the page is there.
func TestLivePictureMeanwhile(t *testing.T) {
	t.Parallel()
	p := newPreview(t)
	p.put("pic.svg", square(40))
	p.edit(entryPage, "</article>", `<img id="pic" src="/pic.svg" alt=""></article>`)
	whole := p.html(entryPage)
	b := newTab(t)
	b.preview(p, entryPage)
	p.put(entryPage, "")
	p.put("pic.svg", square(70))
	p.rebuilt(update{Assets: []string{"pic.svg"}})
	b.until(inAuthor(".gone") + ".checkVisibility()")
	b.expect("window.stays", "what was there can still be read")
	b.heard() // the browser notes the 404
	p.put(entryPage, whole)
	p.rebuilt(update{})
	b.comes(`!window.stays && document.querySelector("#pic").naturalWidth === 70`)
	b.ready()

	asked := p.requests("/" + entryPage)
	release := p.hold("/" + entryPage)
	defer release()
	p.put("pic.svg", square(90))
	p.rebuilt(update{Assets: []string{"pic.svg"}})
	for p.requests("/"+entryPage) == asked {
		b.settle()
	}
	p.rebuilt(update{}) // the newer one wins, and knows what the older one was told
	b.comes(`!window.stays && document.querySelector("#pic").naturalWidth === 90`)
	b.ready()
	b.calm(p.base)
}

// Whatever shows a file counts, and a link to it does not.
func TestLiveShows(t *testing.T) {
	t.Parallel()
	p := newPreview(t)
	p.put("deep/in/here.html", "<!doctype html><html lang=en><title>Shows</title>"+icon(t)+"<body></body></html>")
	b := newTab(t)
	b.open(p.base + "deep/in/here.html")
	eval[bool](b, `import("/_playbook/live/assets.js").then(({ shows, mayChange }) => {
		window.mayChange = mayChange
		window.shown = (html, asset) => {
			document.body.replaceChildren(...new DOMParser().parseFromString("<body>" + html, "text/html").body.childNodes)
			return shows((address) => address === asset)
		}
		return true
	})`)
	const picture = "deep/x.svg"
	for html, want := range map[string]bool{
		`<img src="../x.svg">`:                                                  true,
		`<img src="/deep/x.svg?v=1#a">`:                                         true,
		`<img src="BASEdeep/x.svg">`:                                            true,
		`<img srcset="a,b.svg 1x,../x.svg 2x">`:                                 true,
		`<img srcset="../x.svg, b.svg 2x">`:                                     true,
		`<picture><source srcset="b.svg 100w, ../x.svg 2w" sizes="1px"><img>`:   true,
		`<video poster="../x.svg"></video>`:                                     true,
		`<video><source src="../x.svg"></video>`:                                true,
		`<audio src="../x.svg"></audio>`:                                        true,
		`<video><track src="../x.svg"></video>`:                                 true,
		`<object data="../x.svg"></object>`:                                     true,
		`<embed src="../x.svg">`:                                                true,
		`<iframe src="../x.svg"></iframe>`:                                      true,
		`<link rel="icon" href="../x.svg">`:                                     true,
		`<link rel="preload" as="image" imagesrcset="../x.svg 2x">`:             true,
		`<svg><image href="../x.svg"/></svg>`:                                   true,
		`<svg><use xlink:href="../x.svg#part"/></svg>`:                          true,
		`<input type="image" src="../x.svg" alt="">`:                            true,
		`<a href="../x.svg">x</a>`:                                              false,
		`<svg><a href="../x.svg"></a><a xlink:href="../x.svg"></a></svg>`:       false,
		`<map><area href="../x.svg"></map>`:                                     false,
		`<img src="x.svg">`:                                                     false,
		`<img srcset="../x.svg,b.svg 2x">`:                                      false,
		`<img src="https://elsewhere.example/deep/x.svg">`:                      false,
		`<img src="http://["><img src><img src="%ff"><img srcset=",, ,"> x.svg`: false,
		`<p data="../x.svg">../x.svg</p>`:                                       false,
		`<link rel="canonical" href="../x.svg"><base href="../x.svg">`:          false,
		`<link rel="alternate icon" href="../x.svg">`:                           true,
		`<link rel="apple-touch-icon-precomposed" href="../x.svg">`:             true,
	} {
		if got := eval[bool](b, "shown("+quote(strings.ReplaceAll(html, "BASE", p.base))+", "+quote(picture)+")"); got != want {
			t.Errorf("%s shows it: %v", html, got)
		}
	}
	for address, want := range map[string]bool{
		asset(t, "site", ".css"): false, asset(t, "icon", ".svg"): false, "_playbook/live.js": false,
		"assets/pic.svg": true, "assets/pic.LARGER.svg": true, "principles/site.3MA76NDM.js": true, "x.svg": true,
	} {
		if got := eval[bool](b, "mayChange("+quote(address)+")"); got != want {
			t.Errorf("%s may change: %v", address, got)
		}
	}
}

// A picture that was edited while the page heard nothing is the new one afterwards.
func TestLivePictureMissed(t *testing.T) {
	t.Parallel()
	p := newPreview(t)
	p.put("pic.svg", square(40))
	p.edit(entryPage, "</article>", `<img id="pic" src="/pic.svg" alt=""></article>`)
	b := newTab(t)
	b.preview(p, entryPage)
	p.stop()
	b.until(inAuthor(".stopped") + ".checkVisibility()")
	p.put("pic.svg", square(70))
	p.restart("second")
	b.comes(`!window.stays && document.querySelector("#pic").naturalWidth === 70`)
	b.ready()
	b.heard() // the browser notes each refused connection

	p.put("pic.svg", square(90))
	p.mu.Lock()
	p.generation++ // one that the page is not told of
	p.mu.Unlock()
	p.rebuilt(update{})
	b.comes(`!window.stays && document.querySelector("#pic").naturalWidth === 90`)
	b.ready()
	p.edit(entryPage, "<h1>", "<h1>And ")
	p.rebuilt(update{})
	b.until(`document.querySelector("h1").textContent.startsWith("And")`)
	b.asServed("once is enough")
	b.calm(p.base)
}
