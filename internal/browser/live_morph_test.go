//go:build browser

package browser

import (
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// tree draws HTML of the kinds that pages have: blocks with and without names, lists, texts,
// and what readers open and fill in.
func tree(depth int) *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		var b strings.Builder
		for range rapid.IntRange(0, 6).Draw(t, "children") {
			switch tag := rapid.SampledFrom([]string{"p", "p", "ul", "section", "details", "label", "h2", "svg", "#text", "#text", "#comment", "img", "select"}).Draw(t, "tag"); tag {
			case "#text":
				b.WriteString(rapid.SampledFrom([]string{"\n", "a", "b c", "Ä 🙂 x", "Ä 🙃 x", "&lt;i&gt;"}).Draw(t, "text"))
			case "#comment":
				b.WriteString("<!--" + rapid.SampledFrom([]string{"one", "two"}).Draw(t, "comment") + "-->")
			case "label":
				b.WriteString(`<label><input` + attributes(t) + ` name="` + rapid.SampledFrom([]string{"x", "y"}).Draw(t, "name") + `"> name</label>`)
			case "svg":
				b.WriteString(`<svg` + attributes(t) + ` viewBox="0 0 1 1"><path d="M0 0"/><a xlink:href="#` + rapid.SampledFrom([]string{"x", "y"}).Draw(t, "to") + `"></a></svg>`)
			case "select":
				b.WriteString(`<select` + attributes(t) + `><option>1` + rapid.SampledFrom([]string{"", "<option selected>2", "<option>2"}).Draw(t, "options") + `</select>`)
			case "img":
				b.WriteString(`<img` + attributes(t) + ` alt>`)
			default:
				b.WriteString("<" + tag + attributes(t) + ">")
				if depth > 0 && tag != "p" && tag != "h2" {
					b.WriteString(tree(depth-1).Draw(t, "inside"))
				} else {
					b.WriteString(rapid.SampledFrom([]string{"", "one", "two <em>words</em>", "three <em>words</em> <a href=x>there</a>"}).Draw(t, "line"))
				}
				b.WriteString("</" + tag + ">")
			}
		}
		return b.String()
	})
}

func attributes(t *rapid.T) string {
	return rapid.SampledFrom([]string{"", "", "", ` id="i"`, ` id="j"`, ` class="a"`, ` class="b a"`, ` title="x" class="b"`, ` class="b" title="x"`, ` @odd="1"`, ` lang`, ` open`}).Draw(t, "attributes")
}

// The page on the screen becomes the new page: from what was served, from what a reader has
// made of it, and again from there. What a script has added stays and disturbs nothing.
func TestLivePatchYieldsTheNewPage(t *testing.T) {
	t.Parallel()
	p := newPreview(t)
	p.put("empty.html", "<!doctype html><title>Empty</title><body></body>")
	b := newTab(t)
	b.open(p.base + "empty.html")
	eval[bool](b, `Promise.all([import("/_playbook/live/patch.js"), import("/_playbook/live/copy.js")]).then(([a, b]) => {
		window.patch = a.patch
		window.pair = b.pair
		window.parsed = (html) => new DOMParser().parseFromString("<body>" + html, "text/html").body
		window.becomes = (old, steps, note) => {
			const copy = parsed(old)
			document.body.replaceChildren(...document.importNode(copy, true).childNodes)
			pair(copy, document.body)
			if (note) document.body.append(Object.assign(document.createElement("aside"), { textContent: "added" }))
			for (const step of steps) {
				const next = parsed(step)
				patch(copy, next)
				const real = document.body.cloneNode(true)
				if (note) {
					if (real.lastElementChild?.tagName !== "ASIDE") return "what a script added has moved or gone"
					real.lastElementChild.remove()
				}
				if (!copy.isEqualNode(next)) return "the copy became " + copy.innerHTML
				if (!real.isEqualNode(document.importNode(next, true))) return "it became " + document.body.innerHTML
				const clean = parsed(step)
				if (!clean.isEqualNode(next)) return "the new page was changed"
			}
			return ""
		}
		return true
	})`)
	rapid.Check(t, func(t *rapid.T) {
		type round struct {
			Old   string   `json:"old"`
			Steps []string `json:"steps"`
			Note  bool     `json:"note"`
		}
		// Many at once: a round trip to the browser costs more than the work.
		rounds := make([]round, 20)
		for i := range rounds {
			g := tree(2)
			rounds[i] = round{g.Draw(t, "old"), []string{g.Draw(t, "new"), g.Draw(t, "newer")}, rapid.Bool().Draw(t, "note")}
		}
		list, err := json.Marshal(rounds)
		if err != nil {
			t.Fatal(err)
		}
		what := eval[string](b, string(list)+`.map(({ old, steps, note }) => [becomes(old, steps, note), old, ...steps]).find(([what]) => what)?.join("\nfrom/to ") ?? ""`)
		if what != "" {
			t.Fatal(what)
		}
	})
}

// Equal blocks are the same elements afterwards, however the others around them change:
// those that come, go, change, and change places.
func TestLivePatchLeavesEqualNodes(t *testing.T) {
	t.Parallel()
	p := newPreview(t)
	p.put("empty.html", "<!doctype html><title>Empty</title><body></body>")
	b := newTab(t)
	b.open(p.base + "empty.html")
	eval[bool](b, `Promise.all([import("/_playbook/live/patch.js"), import("/_playbook/live/copy.js")]).then(([a, b]) => {
		window.identity = (old, next, inOrder) => {
			const parsed = (list) => new DOMParser().parseFromString("<body>" + list.map((id) => "<details><summary>" + id + "</summary></details>\n").join(""), "text/html").body
			const copy = parsed(old)
			document.body.replaceChildren(...document.importNode(copy, true).childNodes)
			b.pair(copy, document.body)
			const before = new Map([...document.body.children].map((e) => [e.textContent, e]))
			for (const e of before.values()) e.open = true
			const watch = new MutationObserver(() => {})
			watch.observe(document.body, { childList: true, subtree: true, attributes: true })
			a.patch(copy, parsed(next))
			const touched = new Set(watch.takeRecords().flatMap((r) => [...r.addedNodes, ...r.removedNodes, r.target]))
			for (const e of document.body.children) {
				const was = before.get(e.textContent)
				if (was && was !== e) return e.textContent + " is another element"
				if (was && !e.open) return e.textContent + " was closed"
				if (was && inOrder && touched.has(e)) return e.textContent + " was touched"
			}
			return ""
		}
		return true
	})`)
	ids := rapid.SliceOfNDistinct(rapid.SampledFrom(strings.Split("abcdefghijkl", "")), 0, 12, rapid.ID)
	rapid.Check(t, func(t *rapid.T) {
		old := ids.Draw(t, "old")
		next := rapid.Permutation(old).Draw(t, "permuted")
		inOrder := rapid.Bool().Draw(t, "in order")
		if inOrder {
			next = old
		}
		var some []string
		for _, id := range next {
			switch rapid.IntRange(0, 3).Draw(t, "what") {
			case 0: // goes
			case 1:
				some = append(some, "new "+id, id)
			default:
				some = append(some, id)
			}
		}
		a, err := json.Marshal([]any{old, append([]string{}, some...), inOrder})
		if err != nil {
			t.Fatal(err)
		}
		if what := eval[string](b, "identity(..."+strings.ReplaceAll(string(a), "null", "[]")+")"); what != "" {
			t.Fatal(what, string(a))
		}
	})
}
