package build_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"github.com/microleadership/playbook/internal/build"
)

// payloads are what an attacker would put where a title or a text belongs.
var payloads = []string{
	`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `'><svg/onload=alert(1)>`, `javascript:alert(1)`,
	`</title><script>alert(1)</script>`, `{{.Title}}`, `[x](javascript:alert(1))`, `]]><script>`, "a\u2028b</script>",
	`<a href="data:text/html,<script>alert(1)</script>">x</a>`, `\x3cscript\x3e`, `&lt;script&gt;`, `--><script>`,
}

// Every text field of every kind is filled with each payload: no page has an element or
// attribute that runs anything, whatever the checker says about it.
func TestNothingAnAuthorTypesRuns(t *testing.T) {
	for i, payload := range payloads {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			fsys := small()
			quoted := "'" + strings.ReplaceAll(payload, "'", "''") + "'"
			for name, f := range fsys {
				text := regexp.MustCompile(`(?m)^(title|summary|statement|practice|act|description): .*$`).ReplaceAllString(string(f.Data), "$1: "+strings.ReplaceAll(quoted, "$", "$$"))
				text = strings.Replace(text, "tags: [questions", "phrase: "+quoted+"\naliases: ["+quoted+"]\ntags: ["+quoted, 1)
				if strings.HasSuffix(name, ".md") {
					text += "\n" + payload + "\n\n## " + payload + "\n\n`" + payload + "`\n\n![" + payload + "](javascript:alert(1))\n"
				}
				fsys[name] = &fstest.MapFile{Data: []byte(text)}
			}
			inert(t, site(t, rebuild(t, build.New(options(fsys)))))
		})
	}
}

// inert fails the test when a page has anything that runs which the theme did not put there.
func inert(t *testing.T, site map[string]string) {
	t.Helper()
	for address, text := range site {
		if !strings.HasSuffix(address, ".html") {
			continue
		}
		z := html.NewTokenizer(strings.NewReader(text))
		for z.Next() != html.ErrorToken {
			tok := z.Token()
			if tok.Type != html.StartTagToken && tok.Type != html.SelfClosingTagToken {
				continue
			}
			if bad := active(tok); bad != "" {
				t.Errorf("%s: %s in %s", address, bad, tok)
			}
		}
	}
}

func active(tok html.Token) string {
	switch tok.Data {
	case "iframe", "object", "embed", "applet", "style", "frame", "portal":
		return "element"
	case "script":
		for _, a := range tok.Attr {
			if a.Key == "src" && regexp.MustCompile(`^(\.\./)*assets/[a-z0-9.-]+\.js$|^share-data\.js$`).MatchString(strings.ToLower(a.Val)) {
				return ""
			}
		}
		return "script"
	}
	for _, a := range tok.Attr {
		value := strings.ToLower(strings.Map(func(r rune) rune {
			if r <= ' ' {
				return -1
			}
			return r
		}, a.Val))
		switch {
		case strings.HasPrefix(a.Key, "on"), a.Key == "style", a.Key == "srcdoc":
			return "attribute " + a.Key
		case strings.HasPrefix(value, "javascript:"), strings.HasPrefix(value, "vbscript:"), strings.HasPrefix(value, "data:"):
			if a.Key == "href" || a.Key == "src" || a.Key == "action" || a.Key == "formaction" {
				return "address " + a.Val
			}
		}
	}
	return ""
}

// A folder of the worst files there are still ends in a site and a list of what is wrong.
func TestTheWorstFilesEndInDiagnostics(t *testing.T) {
	fsys := small()
	add := func(name string, data []byte) {
		fsys["content/principles/"+name] = &fstest.MapFile{Data: data}
	}
	add("nothing.md", nil)
	add("nul.md", []byte("---\ntitle: \x00\n---\n\x00"))
	add("unclosed.md", []byte("---\ntitle: x\n"))
	add("deep.md", []byte("---\ntitle: Deep\n---\n"+strings.Repeat("> ", 5000)+"x"))
	add("brackets.md", []byte("---\ntitle: Brackets\n---\n"+strings.Repeat("[", 20000)))
	add("utf16.md", []byte("\xff\xfe-\x00-\x00-\x00"))
	add("alias.md", []byte("---\na: &a [x]\ntitle: *a\n---\n"))
	corpora := []string{"frontmatter-bad/*.md", "pathological/*.md"}
	for _, pattern := range corpora {
		names, err := filepath.Glob("../../../shared/corpora/hostile/" + pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			add(strings.ToLower("corpus-"+filepath.Base(name)), data)
		}
	}
	r := rebuild(t, build.New(options(fsys)))
	got := site(t, r)
	if len(got) < len(fsys) {
		t.Errorf("%d files in, %d out", len(fsys), len(got))
	}
	wrong := map[string]bool{}
	for _, d := range r.Diagnostics {
		if d.Pos.File == "" && d.Code != "missing-file" {
			t.Errorf("%s has no place: %s", d.Code, d.Text)
		}
		wrong[d.Pos.File] = true
	}
	for _, name := range []string{"nothing", "nul", "unclosed", "deep", "utf16", "alias"} {
		if !wrong["content/principles/"+name+".md"] {
			t.Errorf("%s.md passes without a word", name)
		}
	}
	inert(t, got)
}
