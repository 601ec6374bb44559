//go:build browser

package browser

import (
	"encoding/json"
	"testing"
)

// Whatever is typed is text, in the form, beside it and in the file.
func TestShareHostileText(t *testing.T) {
	t.Parallel()
	base := serve(t, "/")
	b := newTab(t)
	form := tell(b, base+share)
	all := hostileStrings(t)
	fields := eval[[]string](b, `[...document.querySelectorAll("[data-share] :is(input[type=text], textarea)[name]")].map((f) => f.name)`)
	for i := 0; i < len(all); i += 97 {
		some := all[i:min(i+97, len(all))]
		list, err := json.Marshal(some)
		if err != nil {
			t.Fatal(err)
		}
		eval[bool](b, `((list) => {
			for (const choice of ["by-suggestion", "not-followed", "coaching", "named"]) document.querySelector("[data-share] [value=" + choice + "]").click()
			const names = `+quoteList(fields)+`
			names.forEach((name, n) => {
				const field = document.getElementsByName(name)[0]
				field.value = list.slice(n % list.length, n % list.length + 9).join(field.tagName === "TEXTAREA" ? "\n" : " ")
				field.dispatchEvent(new Event("input", { bubbles: true }))
				field.dispatchEvent(new Event("change", { bubbles: true }))
			})
			return true
		})(`+string(list)+`)`)
		form.goTo("look")
		b.unharmed("[data-share-preview]")
		b.unharmed("#look .share-advice")
		b.expect(`window.hacked === undefined`, "nothing runs")
		title := eval[string](b, `document.getElementsByName("title")[0].value.trim()`)
		if got := eval[string](b, `document.querySelector(".share-title").textContent`); title != "" && got != title {
			t.Errorf("the title is %q, shown is %q", title, got)
		}
		form.goTo("beginning")
	}
	b.calm(base)
}

func quoteList(list []string) string {
	b, err := json.Marshal(list)
	if err != nil {
		panic(err) // strings always can
	}
	return string(b)
}
