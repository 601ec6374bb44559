//go:build browser

package browser

import (
	"testing"
)

// Whatever stands in a message, in every field of it, is text: nothing runs, nothing becomes an
// element, and no link leads where a browser would run or fetch it.
func TestLiveHostile(t *testing.T) {
	t.Parallel()
	all := hostileStrings(t)
	var sample []string
	for i := 0; len(sample) < 200 && i < len(all); i++ {
		sample = append(sample, all[i*len(all)/200%len(all)])
	}
	sample = append(sample, "javascript:window.hacked=1", "\tJaVaScRiPt:window.hacked=1", "javascript://x/%0awindow.hacked=1", "data:text/html,<script>1</script>", "//elsewhere.example/x", `\\elsewhere.example\x`, "https://elsewhere.example/")
	p := newPreview(t)
	b := newTab(t)
	b.preview(p, entryPage)
	b.pressAlt('p')
	for _, s := range sample {
		bad := []liveProblem{{Severity: s, Code: s, Text: s, Hint: s, File: s, Line: 1, Column: 2, Length: 3, Source: []string{s, s}, Editor: s, Block: 1}}
		pages := []livePage{{Address: s, Title: s, File: s}}
		p.mu.Lock()
		p.about[entryPage] = aboutPage(s, map[string]any{
			"file": s, "editor": s, "kind": s, "future": s, "unpublished": s, "findings": bad, "duplicates": pages, "backlinks": pages, "missing": []string{s},
			"result": map[string]string{"title": s, "kind": s, "maturity": s, "passage": s, "address": s},
		})
		p.mu.Unlock()
		p.put(entryPage, replaceOnce(p.html(entryPage), "<h1>", "<h1>x"))
		p.rebuilt(update{Problems: bad, Changed: pages})
		b.until(inAuthor(".problems .what") + `?.textContent.includes(` + quote(s) + `) && ` + inAuthor(".panel .what") + `?.textContent.includes(` + quote(s) + `)`)
		b.expect(harmless, s)
	}
	b.expect(`window.hacked === undefined && stays`, "nothing ran")
	b.calm(p.base)
}

// harmless says that all there is below our element is what we make, and leads nowhere else.
const harmless = `(() => {
	const all = [...document.querySelector("playbook-author").shadowRoot.querySelectorAll("*")]
	const ours = /^(A|BUTTON|CODE|DIV|H2|H3|HEADER|LI|LINK|MARK|OL|P|PRE|SECTION|SMALL|SPAN|STRONG|UL)$/
	return all.every((e) => ours.test(e.tagName) && e.getAttributeNames().every((n) => !n.startsWith("on")))
		&& all.filter((e) => e.matches("a")).every((e) => e.origin === location.origin || /^(vscode|vscodium|cursor|zed|idea|subl|emacs|vim):/.test(e.href) || !/^(https?|javascript|data|blob|file|vbscript|about|ftp):/i.test(e.href))
		&& document.querySelectorAll("playbook-author").length === 1
})()`
