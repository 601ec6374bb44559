//go:build browser

package browser

import (
	"bufio"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// book is a copy of this repository's playbook that is served by the real program.
type book struct {
	*testing.T
	dir  string
	base string
}

func serveBook(t *testing.T) *book {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	binary := filepath.Join(filepath.Dir(shipped.dir), "playbook")
	cmd := exec.CommandContext(ctx, binary, "serve", dir, "--port", "0")
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.WaitDelay = 10 * time.Second
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { stop(); _ = cmd.Wait() })
	address := regexp.MustCompile(`http://\S+`)
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if at := address.FindString(lines.Text()); at != "" {
			return &book{t, dir, at}
		}
	}
	t.Fatal("the preview did not say where it is")
	return nil
}

// edit replaces text in a file.
func (k *book) edit(file, old, text string) {
	k.Helper()
	p := filepath.Join(k.dir, filepath.FromSlash(file))
	b, err := os.ReadFile(p)
	if err != nil {
		k.Fatal(err)
	}
	if !strings.Contains(string(b), old) {
		k.Fatalf("%s lacks %q", file, old)
	}
	if err := os.WriteFile(p, []byte(strings.Replace(string(b), old, text, 1)), 0o644); err != nil {
		k.Fatal(err)
	}
}

// An author's morning, with nothing in between but files: the program that they run, the
// folder that they write in, the page that they look at.
func TestLiveServe(t *testing.T) {
	t.Parallel()
	k, b := serveBook(t), newTab(t)
	const file, heading = "content/principles/lead-by-example.md", "## Why it works\n"
	b.open(k.base + entryPage)
	b.ready()

	k.edit(file, heading, heading+"\nA sentence about zebracorns.\n")
	b.until(`document.body.innerText.includes("zebracorns")`)
	b.asServed("after an edit")

	// The search that is open in the page knows the words of a minute ago.
	b.openSearch("zebracorns")
	b.until(options + ".length === 1")
	k.edit("content/principles/ask-a-supportive-question.md", "\n## ", "\nOf quaggahorns, too.\n\n## ")
	b.until(inAuthor("a[href]") + ` && ` + inAuthor("*") + `.getRootNode().textContent.includes("Ask a supportive question")`)
	eval[bool](b, dialogField+`.select() || true`)
	b.press("quaggahorns")
	b.until(options + ".length === 1 && " + options + `[0].textContent.includes("quaggahorns")`)
	eval[bool](b, `document.querySelector("dialog[open]").close() || true`)

	k.edit(file, "summary:", "sumary:")
	b.until(inAuthor("*") + `?.getRootNode().textContent.includes("sumary")`)
	b.expect(`document.body.innerText.includes("zebracorns")`, "the last good page stays")
	k.edit(file, "sumary:", "summary:")
	b.until(`!` + inAuthor("*") + `.getRootNode().textContent.includes("sumary")`)
	b.expect("window.stays", "it was never loaded anew")

	if err := os.Rename(filepath.Join(k.dir, file), filepath.Join(k.dir, "away.md")); err != nil {
		t.Fatal(err)
	}
	b.until(inAuthor("*") + `?.getRootNode().textContent.includes("gone") || ` + inAuthor("*") + `?.getRootNode().textContent.includes("broken-link")`)
	b.calm(k.base)
}
