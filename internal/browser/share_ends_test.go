//go:build browser

package browser

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// handedIn publishes a playbook like this one that takes stories somewhere else, and returns
// its address.
func handedIn(t *testing.T, repository, more string) string {
	t.Helper()
	root := t.TempDir()
	if err := os.CopyFS(filepath.Join(root, "content"), os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(root, "content", "playbook.yaml")
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Replace(string(b), "https://github.com/microleadership/playbook\n", repository+"\n", 1) + "\n" + more + "\n"
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(root, "public")
	if said, err := exec.Command(filepath.Join(filepath.Dir(shipped.dir), "playbook"), "build", root, "--output", out).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	files := http.FileServer(http.Dir(out))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", "default-src 'self'")
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	return server.URL + "/"
}

// toldQuickly is a form with a story in it, at its last step.
func toldQuickly(b *tab, base string, words int) teller {
	b.Helper()
	form := tell(b, base+share)
	eval[bool](b, `(() => {
		const put = (name, text) => {
			const field = document.getElementsByName(name)[0]
			field.value = text
			field.dispatchEvent(new Event("input", { bubbles: true }))
		}
		const choices = ["way", "by-example", "outcome", "followed", "followers", "few", "toward", "peer", "action", "change", "magnitude", "small", "authority", "none",
			"hat_after", "none", "principles", "lead-by-example", "credit", "anonymous", "people", "disguised", "consent", "on"]
		for (let i = 0; i < choices.length; i += 2) {
			const choice = [...document.querySelectorAll("[data-question=" + choices[i] + "] input")].find((field) => field.value === choices[i + 1])
			if (!choice.checked) choice.click() // the draft of the last story may be there
		}
		put("Situation", Array.from({ length: `+fmt.Sprint(words)+` }, (_, n) => ["the", "notes", "of", "night", "“shift”", "& 100%"][n % 6]).join(" "))
		put("What I did", "I wrote mine in capitals.")
		put("What changed", "Most of the notes were in capitals.")
		put("title", "The handover note")
		put("summary", "I wrote my notes in capitals, and the others began to.")
		return true
	})()`)
	form.goTo("look")
	form.expect(`document.querySelector("[data-share-ways]").checkVisibility()`, "the ways out are open")
	return form
}

// press presses a link without going where it leads, and returns where that is.
func (t teller) led(selector string) *url.URL {
	t.Helper()
	eval[bool](t.tab, `(document.addEventListener("click", (event) => { window.went = event.target.closest("a")?.href; event.preventDefault() }, { capture: true, once: true }), true)`)
	t.click(selector)
	u, err := url.Parse(eval[string](t.tab, "window.went"))
	if err != nil {
		t.Fatal(err)
	}
	return u
}

// hearCopies notes what is copied. The clipboard itself belongs to all tabs.
const hearCopies = `window.copies = []; addEventListener("copy", () => window.copies.push(document.activeElement.value));`

func (t teller) copied() string {
	t.Helper()
	return eval[string](t.tab, `window.copies.at(-1) ?? "nothing"`)
}

// Each forge opens the page for a new file with what it takes, and nothing is asked of it
// before somebody presses the link.
func TestShareOnForges(t *testing.T) {
	for _, tt := range []struct {
		name, repository, more string
		path, file, text       string // of the address: its path, and its parameters
		wantFile               string
	}{
		{"GitHub", "https://github.com/team/book", "", "/team/book/new/main", "filename", "value", "content/stories/the-handover-note.md"},
		{"GitLab", "https://gitlab.com/team/book", "", "/team/book/-/new/main/content/stories", "file_name", "content", "the-handover-note.md"},
		{"Gitea", "https://git.example.org/team/book.git", "share: { forge: gitea }", "/team/book/_new/main/content/stories", "filename", "value", "the-handover-note.md"},
		{"Bitbucket", "https://bitbucket.org/team/book", "", "/team/book/src/main/", "", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			base := handedIn(t, tt.repository, tt.more)
			b := newTab(t)
			b.first(hearCopies)
			const link = "[data-share-forge] a"

			form := toldQuickly(b, base, 120)
			u := form.led(link)
			if u.Path != tt.path || u.Query().Get(tt.file) != tt.wantFile {
				t.Errorf("it leads to %s", u)
			}
			if tt.text != "" && u.Query().Get(tt.text) != form.text() {
				t.Errorf("it takes along %q", u.Query().Get(tt.text))
			}
			form.expect(`document.querySelector("`+link+`").target === "_blank" && document.querySelector("`+link+`").rel.includes("noopener")`, "the form stays open, out of reach of the forge")
			if got := form.copied(); got != form.text() {
				t.Errorf("copied:\n%s", got)
			}

			b.open(base + "az.html")
			form = toldQuickly(b, base, 3000)
			u = form.led(link)
			if u.Path != tt.path || u.Query().Get(tt.file) != tt.wantFile || tt.text != "" && u.Query().Has(tt.text) || len(u.String()) > 300 {
				t.Errorf("a long story leads to %.200s", u)
			}
			form.expect(`/paste it/i.test(document.querySelector("[data-share-said]").textContent) && /paste it/i.test(document.querySelector("[data-share-forge] p").textContent)`, "it says that the text has to be pasted")
			if got := form.copied(); got != form.text() || len(got) < 10_000 {
				t.Errorf("copied %d characters", len(got))
			}
			form.expect(`document.querySelector("[data-share-forge] p").textContent.includes("which account")`, "it says who is seen")
			b.calm(base)
		})
	}
}

// The address is as long as it may be and no longer, also where a sign-in page has to carry it.
func TestShareMeasuresAddresses(t *testing.T) {
	t.Parallel()
	base := serve(t, "/")
	b := newTab(t)
	form := toldQuickly(b, base, 10)
	const link = `document.querySelector("[data-share-forge] a").href`
	filled, empty := 0, 0
	for words := 40; words < 260; words += 20 {
		form.goTo("beginning")
		form.write("Situation", strings.Repeat("éa “x” ", words))
		form.goTo("look")
		address := eval[string](b, link)
		if signIn := len("https://github.com/login?return_to=" + url.QueryEscape(address)); signIn > 8191 {
			t.Fatalf("%d words make a sign-in address of %d characters", words, signIn)
		}
		if strings.Contains(address, "value=") {
			filled++
		} else {
			empty++
		}
	}
	if filled == 0 || empty == 0 {
		t.Errorf("%d stories fit, %d do not: the limit was not reached", filled, empty)
	}
	b.calm(base)
}

// An e-mail is offered only where one arrives. A long story is attached to it.
func TestShareByMail(t *testing.T) {
	t.Parallel()
	b := newTab(t)
	own := serve(t, "/")
	toldQuickly(b, own, 5).expect(`document.querySelector("[data-share-mail]") === null`, "no address, no e-mail")
	base := handedIn(t, "https://github.com/team/book", "share: { email: stories+new@example.org }")
	b.calm(own)

	form := toldQuickly(b, base, 5)
	dir := form.downloads()
	form.led("[data-share-mail] a")
	href := eval[string](b, "window.went")
	body, err := url.QueryUnescape(strings.ReplaceAll(href[strings.Index(href, "body=")+5:], "+", "%2B"))
	if err != nil || !strings.HasPrefix(href, "mailto:stories%2Bnew@example.org?subject=") || strings.ReplaceAll(body, "\r\n", "\n") != form.text() {
		t.Errorf("%v: %s", err, href)
	}
	form.write2("Situation", strings.Repeat("the notes of the night ", 200))
	form.led("[data-share-mail] a")
	if href = eval[string](b, "window.went"); len(href) > 2000 || !strings.Contains(href, "the-handover-note.md") {
		t.Errorf("%d characters: %.200s", len(href), href)
	}
	if got := form.arrived(dir, "the-handover-note.md"); got != form.text() {
		t.Errorf("saved:\n%s", got)
	}
	form.expect(`document.querySelector("[data-share-said]").textContent.includes("attach")`, "it says what to attach")
	b.calm(base)
}

// write2 changes an answer and comes back to the last step.
func (t teller) write2(name, text string) {
	t.Helper()
	t.goTo(eval[string](t.tab, ask+`(`+quote(name)+`).closest(".share-step").id`))
	t.write(name, text)
	t.goTo("look")
}

// The text is copied by whichever way the browser has; and where it has none, it is there
// to be copied by hand.
func TestShareCopies(t *testing.T) {
	for name, tt := range map[string]struct {
		before string
		shown  bool
	}{
		"by the clipboard": {`navigator.clipboard.writeText = async (text) => { window.copies.push(text) }`, false},
		"by the older way": {`Object.defineProperty(navigator, "clipboard", { value: undefined })`, false},
		"when forbidden":   {`navigator.clipboard.writeText = () => Promise.reject(new Error("no"))`, false},
		"by hand":          {`Object.defineProperty(navigator, "clipboard", { value: undefined }); document.execCommand = () => false`, true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			base := serve(t, "/")
			b := newTab(t)
			b.first(hearCopies + tt.before)
			form := toldQuickly(b, base, 5)
			form.click("[data-share-copy]")
			form.until(`document.querySelector("[data-share-said]").textContent !== ""`)
			if shown := b.count("#share-text") > 0; shown != tt.shown {
				t.Errorf("the text is shown: %v", shown)
			}
			if tt.shown {
				form.expect(`document.activeElement.id === "share-text" && document.activeElement.selectionEnd === document.activeElement.value.length`, "it is selected")
			} else if got := form.copied(); got != form.text() {
				t.Errorf("copied:\n%s", got)
			}
			b.calm(base)
		})
	}
}

// A story that lacks something can be handed in, but not by accident.
func TestShareUnfinished(t *testing.T) {
	t.Parallel()
	base := serve(t, "/")
	form := tell(newTab(t), base+share)
	form.write("Situation", "The night shift left its notes on paper.")
	form.goTo("look")
	form.expect(`!document.querySelector("[data-share-ways]").checkVisibility()`, "the ways out are closed")
	form.click("[data-share-anyway] button")
	form.expect(`document.querySelector("[data-share-ways]").contains(document.activeElement)`, "they are open, and the focus is there")
	form.calm(base)
}
