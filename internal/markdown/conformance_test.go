package markdown

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/yuin/goldmark/util"

	"github.com/microleadership/playbook/internal/playbook"
)

const hostile = "../../../shared/corpora/hostile"

// example is one case of a specification.
type example struct {
	Markdown string `json:"markdown"`
	HTML     string `json:"html"`
	Number   int    `json:"example"`
}

// goldmarkDir is where the goldmark module lies, whose own suites always are at hand.
func goldmarkDir(t *testing.T) string {
	t.Helper()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yuin/goldmark").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(dir))
}

// asWritten joins a body with each link as its author wrote it.
func asWritten(b playbook.Body) string {
	var html strings.Builder
	for i, chunk := range b.Chunks {
		html.WriteString(chunk)
		if i < len(b.Links) {
			l := b.Links[i]
			dest := l.Target
			if l.Fragment != "" {
				dest += "#" + l.Fragment
			}
			html.Write(util.EscapeHTML(util.URLEscape([]byte(dest), false)))
		}
	}
	return html.String()
}

func TestCommonMark(t *testing.T) {
	files := []string{filepath.Join(goldmarkDir(t), "_test", "spec.json")}
	if kept := hostile + "/conformance/commonmark-0.31.2.json"; exists(kept) {
		files = append(files, kept)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			var examples []example
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if err := json.Unmarshal(data, &examples); err != nil {
				t.Fatal(err)
			}
			if len(examples) != 652 {
				t.Fatalf("%d examples, want 652", len(examples))
			}
			compare(t, bare(), examples, commonMarkDiffers)
		})
	}
}

// compare runs the examples. One that differs must be in the table, with the
// reason, and one in the table must differ: a stale reason is a failure too.
func compare(t *testing.T, c *Converter, examples []example, differs map[int]string) {
	t.Helper()
	for _, e := range examples {
		body, _ := c.Convert("spec.md", []byte(e.Markdown), 1)
		got, want := normal(asWritten(body)), normal(e.HTML)
		reason, listed := differs[e.Number]
		switch {
		case got != want && !listed:
			t.Errorf("example %d:\n%s\ngot:\n%s\nwant:\n%s", e.Number, e.Markdown, got, want)
		case got == want && listed:
			t.Errorf("example %d is listed as different (%s) but is not", e.Number, reason)
		}
	}
}

var (
	selfClosing = regexp.MustCompile(` ?/>`)
	spaceInTags = regexp.MustCompile(`\n+`)
)

// normal leaves out of HTML what does not matter to it.
func normal(html string) string {
	html = selfClosing.ReplaceAllString(html, ">")
	html = strings.NewReplacer(
		`<input checked="" disabled="" type="checkbox">`, `<input type="checkbox" checked="" disabled="">`,
		`<input disabled="" type="checkbox">`, `<input type="checkbox" disabled="">`,
	).Replace(html)
	return strings.TrimSpace(spaceInTags.ReplaceAllString(html, "\n"))
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// gfmSuites are goldmark's, in its own format.
func TestGFM(t *testing.T) {
	for _, suite := range []struct {
		name    string
		differs map[int]string
	}{
		{"table.txt", nil},
		{"strikethrough.txt", nil},
		{"tasklist.txt", nil},
		{"linkify.txt", linkifyDiffers},
	} {
		t.Run(suite.name, func(t *testing.T) {
			examples := goldmarkSuite(t, filepath.Join(goldmarkDir(t), "extension", "_test", suite.name))
			compare(t, bareGFM(), examples, suite.differs)
		})
	}
}

// bareGFM is GitHub's dialect without our decorations.
func bareGFM() *Converter {
	return bare(construct{parse: tableParsers(), render: bareTables}, construct{parse: taskParser(), render: bareTasks}, strikethrough(), linkify())
}

func goldmarkSuite(t *testing.T, file string) []example {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var examples []example
	for _, block := range strings.Split(string(data), "//= = = = = = = = = = = = = = = = = = = = = = = =//") {
		parts := strings.Split(block, "//- - - - - - - - -//\n")
		if len(parts) != 3 {
			continue
		}
		title, _, _ := strings.Cut(strings.TrimSpace(parts[0]), ":")
		number, err := strconv.Atoi(strings.TrimSpace(title))
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		markdown := strings.ReplaceAll(strings.TrimSuffix(parts[1], "\n"), `\t`, "\t")
		examples = append(examples, example{Markdown: markdown, HTML: parts[2], Number: number})
	}
	if len(examples) < 2 {
		t.Fatalf("%s has %d examples", file, len(examples))
	}
	return examples
}

// TestGFMSpec runs GitHub's own files, where they are at hand.
func TestGFMSpec(t *testing.T) {
	for _, suite := range []struct {
		name    string
		differs map[int]string
	}{
		{"gfm-spec.txt", gfmSpecDiffers},
		{"gfm-extensions.txt", gfmExtensionsDiffers},
		{"gfm-regression.txt", gfmRegressionDiffers},
	} {
		t.Run(suite.name, func(t *testing.T) {
			file := hostile + "/conformance/" + suite.name
			if !exists(file) {
				t.Skip("the suite is not here; goldmark's runs in TestGFM")
			}
			compare(t, bareGFM(), cmarkSuite(t, file), suite.differs)
		})
	}
}

// cmarkSuite reads the format of spec.txt: 32 backticks, markdown, a dot, HTML.
func cmarkSuite(t *testing.T, file string) []example {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	fence := strings.Repeat("`", 32)
	var examples []example
	for _, block := range strings.Split("\n"+string(data), "\n"+fence+" example")[1:] {
		_, block, _ = strings.Cut(block, "\n")
		block, _, _ = strings.Cut("\n"+block, "\n"+fence)
		block = strings.ReplaceAll(block, "→", "\t") + "\n"
		markdown, html, ok := strings.Cut(block, "\n.\n")
		if !ok {
			t.Fatalf("%s: no dot in %q", file, block)
		}
		examples = append(examples, example{strings.TrimPrefix(markdown, "\n") + "\n", html, len(examples) + 1})
	}
	return examples
}
