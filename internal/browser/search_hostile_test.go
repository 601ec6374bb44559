//go:build browser

package browser

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
)

// hostileStrings are what attackers and accidents have put into other people's pages.
func hostileStrings(t *testing.T) []string {
	t.Helper()
	const corpus = "../../../shared/corpora/hostile"
	all := []string{
		`<img src=x onerror="window.hacked=1">`, `"><script>window.hacked=1</script>`, `javascript:window.hacked=1`,
		`\u003cimg src=x onerror=window.hacked=1\u003e`, "\u202e\u0000\ufffe", `__proto__`, `constructor`, "%00%ff", "\U0001F600",
	}
	for _, file := range []string{"xss-markdown.json", "blns.json"} {
		data, err := os.ReadFile(filepath.Join(corpus, file))
		if err != nil {
			t.Logf("without %s: %v", file, err)
			continue
		}
		var list []any
		if err := json.Unmarshal(data, &list); err != nil {
			t.Fatal(err)
		}
		for _, one := range list {
			if payload, ok := one.(map[string]any); ok {
				one = payload["md"]
			}
			all = append(all, one.(string))
		}
	}
	return all
}

// Whatever an author writes is shown as text: as title, passage, label and value.
func TestHostileResults(t *testing.T) {
	t.Parallel()
	hostile := hostileStrings(t)
	setup, err := json.Marshal(hostile)
	if err != nil {
		t.Fatal(err)
	}
	b, base := searchTab(t, `(() => {
		const hostile = `+string(setup)+`
		return {
			hostile,
			pages: hostile.map((s) => ({ title: s + " x", titleRanges: [[0, s.length]], passage: { text: s, ranges: [[0, 1]] }, kindLabel: s, kind: s, maturity: s, outcome: s, anchor: s, lang: s, url: "az.html" })),
			facets: [{ name: "maturity", label: hostile[0], values: hostile.slice(0, 40).map((s) => ({ value: s, label: s })) }],
		}
	})()`)
	b.open(base)
	b.openSearch("x")
	b.until(options + ".length === 5")
	for eval[int](b, options+".length") < len(hostile) && eval[int](b, options+".length") < 300 {
		n := eval[int](b, options+".length")
		eval[bool](b, `(document.querySelector("dialog[open] .hits").scrollTop = 1e7, true)`)
		b.until(options + ".length > " + strconv.Itoa(n))
	}
	b.expect(options+`.every((o, i) => o.querySelector(".hit-title").textContent === window.search.hostile[i] + " x")`, "titles are text")
	b.unharmed("dialog")
	b.open(base + "search.html?q=x&n=200")
	b.until(pageHits + ".length === 200")
	b.until(`document.querySelector(".search-facets").checkVisibility()`)
	b.expect(`[...document.querySelectorAll(".search-facets label > span:first-of-type")].every((s, i) => s.textContent === window.search.hostile[i])`, "labels are text")
	b.unharmed(".search-page")
	b.expect(results+`.every((a) => a.href.startsWith(location.origin + "/az.html"))`, "links stay on the site")
	b.calm(base)
}

// askAll types each string and returns those that got no answer, with what was said instead.
const askAll = `(async (place, strings) => {
	const [field, status, help] = ["input", ".search-status", ".search-help"].map((part) => place.querySelector(part))
	const { port1, port2 } = new MessageChannel(), failed = []
	for (const s of strings) {
		status.textContent = help.textContent = "" // so that what is said is said of this one
		field.value = s
		if (!field.value.trim()) continue
		field.dispatchEvent(new Event("input", { bubbles: true }))
		for (const end = performance.now() + 5000; !/\d results?|[a-z]\.$/.test(status.textContent + help.textContent) && performance.now() < end;) {
			await new Promise((done) => { port1.onmessage = done; port2.postMessage(0) })
		}
		if (!status.textContent || help.querySelector("button")) failed.push(s + " → " + status.textContent + help.textContent)
	}
	return failed
})`

// Whatever a reader types, pastes or is sent as a link is text, and the search answers.
func TestHostileStringsAsQueries(t *testing.T) {
	t.Parallel()
	base := serve(t, "/")
	b := newTab(t)
	var sample []string // of many: they come in families, and each is a whole search
	for i, s := range hostileStrings(t) {
		if i%18 == 0 || i < 10 {
			sample = append(sample, s)
		}
	}
	for place, page := range map[string]string{"dialog[open]": home, ".search-page": "search.html"} {
		b.open(base + page)
		if page == home {
			b.openSearch("")
		}
		for some := range slices.Chunk(sample, 100) {
			list, err := json.Marshal(some)
			if err != nil {
				t.Fatal(err)
			}
			for _, what := range eval[[]string](b, askAll+"(document.querySelector("+quote(place)+"), "+string(list)+")") {
				b.Errorf("%s: no answer to %q", place, what)
			}
			b.unharmed(place)
		}
	}
	b.calm(base)
}

// unharmed fails the test when text has become an element or has run.
func (b *tab) unharmed(place string) {
	b.Helper()
	b.expect(`window.hacked === undefined`, "nothing runs")
	b.expect(`!document.querySelector(`+quote(place)+`).querySelector("img, script, iframe, object, embed, style, link, math, video, audio, base, meta")`, "nothing becomes an element")
	b.expect(`[...document.querySelector(`+quote(place)+`).querySelectorAll("*")].every((e) => e.getAttributeNames().every((n) => !n.startsWith("on")))`, "nothing becomes a handler")
}
