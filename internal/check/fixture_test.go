package check_test

import (
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/microleadership/playbook/internal/check"
	"github.com/microleadership/playbook/internal/config"
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/frontmatter"
	"github.com/microleadership/playbook/internal/markdown"
	"github.com/microleadership/playbook/internal/playbook"
)

// A fixture is a playbook in one txtar file, over testdata/base/playbook.txtar, which
// is without mistakes. Its files replace and add to those of the base. A file that
// begins with “like NAME” starts from that file of the base: lines “key: value”
// and the indented ones below replace a field, “-key” removes it, and what follows
// a line of three dashes replaces the text. Two files are not content: day, on
// which the playbook is checked, and changed, with lines “file day” of last changes.
// Further ones end in .hex and become assets. What must be found is in want.
type fixture struct {
	files map[string]string
	want  string
}

func readFixture(t testing.TB, file string) (fixture, *txtar.Archive) {
	t.Helper()
	base, err := txtar.ParseFile(filepath.Join("testdata", "base", "playbook.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	f := fixture{files: map[string]string{}}
	for _, b := range base.Files {
		f.files[b.Name] = string(b.Data)
	}
	ar, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range ar.Files {
		if a.Name == "want" {
			f.want = string(a.Data)
			continue
		}
		f.files[a.Name] = like(t, string(a.Data), f.files)
	}
	return f, ar
}

func like(t testing.TB, text string, files map[string]string) string {
	t.Helper()
	first, rest, _ := strings.Cut(text, "\n")
	name, ok := strings.CutPrefix(first, "like ")
	if !ok {
		return text
	}
	original, ok := files[name]
	if !ok {
		t.Fatalf("no file %s to be like", name)
	}
	_, original, _ = strings.Cut(original, "---\n")
	front, body, _ := strings.Cut(original, "---\n")
	changes, newBody, replaced := strings.Cut("\n"+rest, "\n---\n")
	if replaced {
		body = newBody
	}
	for _, block := range fields(changes) {
		front = change(front, block)
	}
	return "---\n" + front + "---\n" + body
}

// fields splits front matter into its fields, each with the indented lines below it.
func fields(text string) []string {
	var out []string
	for _, line := range strings.Split(strings.Trim(text, "\n"), "\n") {
		if strings.HasPrefix(line, " ") && len(out) > 0 {
			out[len(out)-1] += line + "\n"
		} else if line != "" {
			out = append(out, line+"\n")
		}
	}
	return out
}

func change(front, block string) string {
	key, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimSpace(block), "-"), ":")
	var out string
	done := strings.HasPrefix(block, "-")
	for _, f := range fields(front) {
		switch {
		case !strings.HasPrefix(f, key+":"):
			out += f
		case !done:
			out, done = out+block, true
		}
	}
	if !done {
		out += block
	}
	return out
}

// assemble reads the fixture's files as a build does.
func (f fixture) assemble(t testing.TB, reorder func([]string)) (*playbook.Playbook, fs.FS) {
	t.Helper()
	assets := fstest.MapFS{}
	in := playbook.Input{Assets: map[string]bool{}, History: changes(f.files["changed"])}
	in.Selection.Today = playbook.Date(strings.TrimSpace(f.files["day"]))
	settings, bad := config.Parse([]byte(f.files["content/playbook.yaml"]), check.Codes())
	mustBeFine(t, bad)
	in.Settings = settings
	var names []string
	for name := range f.files {
		names = append(names, name)
	}
	reorder(names)
	converter := markdown.New(markdown.Options{})
	for _, name := range names {
		inside, ok := strings.CutPrefix(name, "content/")
		switch {
		case !ok || name == config.File:
		case strings.HasSuffix(name, ".hex"):
			asset := strings.TrimSuffix(inside, ".hex")
			in.Assets[asset] = true
			assets[asset] = &fstest.MapFile{Data: unhex(t, f.files[name])}
		case strings.HasSuffix(name, ".md"):
			in.Entries = append(in.Entries, read(t, name, inside, f.files[name], settings, converter))
		default:
			t.Fatalf("what is %s?", name)
		}
	}
	return playbook.Assemble(in), assets
}

func read(t testing.TB, name, inside, text string, s playbook.Settings, converter *markdown.Converter) *playbook.Entry {
	t.Helper()
	folder, rest, _ := strings.Cut(inside, "/")
	kind, ok := playbook.KindOfDir(folder)
	if !ok {
		t.Fatalf("%s has no kind", name)
	}
	p, bad := frontmatter.Parse(name, kind, strings.TrimSuffix(rest, path.Ext(rest)), []byte(text), config.Vocabularies(s))
	mustBeFine(t, bad)
	body, bad := converter.Convert(name, p.Body, p.Line)
	mustBeFine(t, bad)
	p.Entry.Say(&playbook.Text{Where: p.Where, Body: body})
	return p.Entry
}

// mustBeFine keeps fixtures to mistakes that only this package can find.
func mustBeFine(t testing.TB, list diag.List) {
	t.Helper()
	if list.HasErrors() {
		var b strings.Builder
		_ = list.WriteText(&b, diag.TextOptions{})
		t.Fatalf("the fixture cannot be read:\n%s", b.String())
	}
}

func changes(text string) map[string]playbook.Change {
	out := map[string]playbook.Change{}
	for line := range strings.Lines(text) {
		file, day, _ := strings.Cut(strings.TrimSpace(line), " ")
		out[file] = playbook.Change{Time: playbook.Date(day).Time()}
	}
	return out
}

// unhex reads bytes as hexadecimal, with text in quotes.
func unhex(t testing.TB, text string) []byte {
	t.Helper()
	var out []byte
	for _, field := range strings.Fields(text) {
		if s, ok := strings.CutPrefix(field, `"`); ok {
			out = append(out, strings.Trim(strings.ReplaceAll(s, "_", " "), `"`)...)
			continue
		}
		var b []byte
		if _, err := fmt.Sscanf(field, "%x", &b); err != nil {
			t.Fatalf("%s: %v", field, err)
		}
		out = append(out, b...)
	}
	return out
}
