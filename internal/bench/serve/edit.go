package main

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/microleadership/playbook/internal/bench/corpus"
	"github.com/microleadership/playbook/themes"
)

// mark makes a word that stands nowhere else.
func mark(n int) string {
	word := "zq"
	for ; n > 0; n /= 26 {
		word += string(rune('a' + n%26))
	}
	return word + "zq"
}

// change is one edit of one file.
type change struct {
	file string // from the root
	text string // what it has then
	old  string // what it had, "" for a file that is new
}

// write makes the change as many editors do: in place.
func (s *server) write(c change) error { return os.WriteFile(s.path(c.file), []byte(c.text), 0o666) }

// undo takes it back.
func (s *server) undo(c change) error {
	if c.old == "" {
		return os.Remove(s.path(c.file))
	}
	return os.WriteFile(s.path(c.file), []byte(c.old), 0o666)
}

// edit changes a file by what f makes of it.
func (s *server) edit(file string, f func(string) string) (change, error) {
	old, err := os.ReadFile(s.path(file))
	return change{file, f(string(old)), string(old)}, err
}

func body(mark string) func(string) string {
	return func(text string) string { return text + "\nA paragraph that says " + mark + ".\n" }
}

var titleLine = regexp.MustCompile(`(?m)^title: "(.*)"$`)

func title(mark string) func(string) string {
	return func(text string) string { return titleLine.ReplaceAllString(text, `title: "$1 `+mark+`"`) }
}

var aliasLine = regexp.MustCompile(`(?m)^(aliases|names): .*\n`)

// added is a file like another, with a name of its own.
func (s *server) added(like, mark string) (change, error) {
	c, err := s.edit(like, func(text string) string { return aliasLine.ReplaceAllString(title(mark)(text), "") })
	c.file, c.old = path.Join(path.Dir(like), mark+".md"), ""
	return c, err
}

// partial is the file of the theme that is changed; it has an ordinary end of all pages.
const partial = "themes/bench/partials/footer.html"

func template(mark string) func(string) string {
	return func(text string) string {
		return strings.Replace(text, "</footer>", "<p>"+mark+"</p></footer>", 1)
	}
}

// addTheme gives the playbook a theme of its own, over the built-in one.
func addTheme(root string) error {
	footer, err := fs.ReadFile(themes.Default(), "partials/footer.html")
	if err != nil {
		return err
	}
	name := filepath.Join(root, filepath.FromSlash(partial))
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	if err := os.WriteFile(name, footer, 0o666); err != nil {
		return err
	}
	settings, err := os.OpenFile(filepath.Join(root, "content", "playbook.yaml"), os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	defer settings.Close()
	_, err = fmt.Fprintln(settings, "theme: bench")
	return err
}

// entries lists the files of a kind, which are the same for every server.
func entries(root, kind string) ([]string, error) {
	files, err := os.ReadDir(filepath.Join(root, "content", kind))
	var out []string
	for _, f := range files {
		out = append(out, path.Join("content", kind, f.Name()))
	}
	return out, err
}

// address is where an entry's page stands, in both sites.
func address(file string) string {
	return strings.TrimSuffix(strings.TrimPrefix(file, "content/"), ".md") + ".html"
}

// list is the page with all entries of the kind that is edited.
const list = corpus.Examples + "/index.html"
