package editor_test

import (
	"errors"
	"net/url"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/editor"
)

func parse(t interface {
	Helper()
	Fatal(...any)
}, s string,
) editor.Template {
	t.Helper()
	template, err := editor.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return template
}

func TestLinks(t *testing.T) {
	const file = "/home/ann/my playbook/content/a&b:c.md"
	const encoded = "/home/ann/my%20playbook/content/a%26b%3Ac.md"
	for name, want := range map[string]string{
		"vscode":                       "vscode://file" + encoded + ":3:7",
		"vscodium":                     "vscodium://file" + encoded + ":3:7",
		"cursor":                       "cursor://file" + encoded + ":3:7",
		"zed":                          "zed://file" + encoded + ":3:7",
		"idea":                         "idea://open?file=" + encoded + "&line=3&column=7",
		"sublime":                      "subl://open?url=file://" + encoded + "&line=3&column=7",
		"emacs":                        "emacs://open?url=file://" + encoded + "&line=3&column=7",
		"vim":                          "mvim://open?url=file://" + encoded + "&line=3&column=7",
		"x-mine+2://o?f={file}#{line}": "x-mine+2://o?f=" + encoded + "#3",
	} {
		if got := parse(t, name).Link(file, 3, 7); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	if got := parse(t, "vscode").Link("/a.md", 0, 0); got != "vscode://file/a.md:1:1" {
		t.Errorf("a file as a whole opens at %s", got)
	}
	if got := (editor.Template{}).Link("/a.md", 1, 1); got != "" {
		t.Errorf("without an editor there is the link %s", got)
	}
}

func TestEveryNamedEditorIsListed(t *testing.T) {
	names := editor.Names()
	if len(names) < 8 {
		t.Fatalf("only %v", names)
	}
	for _, name := range append(names, editor.Default) {
		if link := parse(t, name).Link("/a.md", 1, 1); !strings.Contains(link, "/a.md") {
			t.Errorf("%s: %s", name, link)
		}
	}
}

func TestWhatCannotBeMeantIsRefused(t *testing.T) {
	for s, want := range map[string]string{
		"":                               "there is no editor “”",
		"vscod":                          "did you mean “vscode”?",
		"VSCode":                         "did you mean “vscode”?",
		"notepad":                        "known: ",
		"javascript:alert(1)":            "“javascript:” opens no editor",
		"JavaScript://%0aalert({line})":  "“JavaScript:” opens no editor",
		" javascript://{file}":           "opens no editor",
		"java\tscript://{file}":          "does not start with the scheme of an editor",
		"data:text/html,{file}":          "“data:” opens no editor",
		"file://{file}":                  "“file:” opens no editor",
		"http://evil.example/{file}":     "“http:” opens no editor",
		"https://evil.example/{file}":    "“https:” opens no editor",
		"//evil.example/{file}":          "does not start with the scheme of an editor",
		"{file}://x":                     "does not start with the scheme of an editor",
		"mine:{file}":                    "does not start with the scheme of an editor",
		"mine://open":                    "names no {file}",
		"mine://{file}?{lime}":           "did you mean “{line}”?",
		"mine://{file} {line}":           "holds what no address can",
		"mine://{file}\"><script>":       "holds what no address can",
		"mine://{file}{":                 "holds what no address can",
		"mine://{file}\n":                "holds what no address can",
		"vbscript://{file}":              "opens no editor",
		"view-source://{file}":           "opens no editor",
		"code --goto {file}:{line}":      "does not start with the scheme of an editor",
		"/usr/bin/vim {file}":            "does not start with the scheme of an editor",
		"mine://{file}?x=\u202e{column}": "holds what no address can",
	} {
		_, err := editor.Parse(s)
		var m *editor.Mistake
		if !errors.As(err, &m) || !strings.Contains(m.Text+"; "+m.Hint, want) {
			t.Errorf("%q: %v, want %q", s, err, want)
		}
	}
}

// Whatever a file is called, its link is one address of the editor's scheme that names
// exactly that file.
func TestFileNamesStayFileNames(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		file := "/" + rapid.String().Draw(t, "file")
		link := parse(t, "idea").Link(file, 2, 3)
		u, err := url.Parse(link)
		if err != nil {
			t.Fatalf("%q: %v", link, err)
		}
		if got := u.Query(); u.Scheme != "idea" || len(got) != 3 || got.Get("file") != file || got.Get("line") != "2" {
			t.Fatalf("%q names %q", link, got)
		}
	})
}
