package decode_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/microleadership/playbook/internal/cputime"
)

// What one file may cost.
const (
	mostTime   = 2 * time.Second
	mostMemory = 512 << 20
)

func costs(t *testing.T, work func()) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := cputime.Used()
	work()
	took := cputime.Used() - start
	runtime.ReadMemStats(&after)
	if took > mostTime {
		t.Errorf("took %v", took)
	}
	if used := after.TotalAlloc - before.TotalAlloc; used > mostMemory {
		t.Errorf("took %d MB", used>>20)
	}
}

// numbered repeats a pattern with a counter in it.
func numbered(n int, pattern string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, pattern, i)
	}
	return b.String()
}

// Files made to keep a parser busy, up to a megabyte.
func TestHostileIsBounded(t *testing.T) {
	const deep, many = 100_000, 30_000
	for name, text := range map[string]string{
		"lists in lists":         "a: " + strings.Repeat("[", deep),
		"fields in fields":       "a: " + strings.Repeat("{a: ", deep),
		"hyphens":                strings.Repeat("- ", deep),
		"questions":              strings.Repeat("? ", deep),
		"stairs":                 stairs(1000),
		"anchors":                numbered(many, "k%[1]d: &a%[1]d \"v\"\n"),
		"aliases":                "a: &a [x]\n" + numbered(many, "k%d: *a\n"),
		"tags":                   numbered(many, "k%d: !t v\n"),
		"keys":                   numbered(many, "k%d: v\n"),
		"one key again":          strings.Repeat("title: v\n", many),
		"keys on one line":       "{" + numbered(many, "k%d: \"v\", ") + "}",
		"one key again, in line": "{" + strings.Repeat("title: \"v\", ", many) + "}",
		"items on one line":      "tags: [" + strings.Repeat("1, ", many) + "]",
		"quotes never closed":    strings.Repeat("a: \"b\n", many),
		"blocks":                 strings.Repeat("- |\n\n", many),
		"blank lines":            "title: |\n" + strings.Repeat(" \n", many),
		"a long key":             strings.Repeat("k", 1_000_000) + ": v\n",
		"a long value":           "title: a\ncolour: " + strings.Repeat("v", 1_000_000),
		"a long date":            "size: " + strings.Repeat("9", 1_000_000),
		"not UTF-8":              strings.Repeat("\xff\n", many),
		"NUL":                    strings.Repeat("\x00", 1_000_000),
		"documents":              strings.Repeat("--- a\n", many),
		"spaces":                 strings.Repeat(" ", 1_000_000),
	} {
		t.Run("YAML/"+name, func(t *testing.T) {
			costs(t, func() {
				if _, _, list := readYAML(text); len(list) == 0 {
					t.Error("read without a complaint")
				}
			})
		})
	}
	for name, text := range map[string]string{
		"lists in lists":      "a = " + strings.Repeat("[", deep),
		"fields in fields":    "a = " + strings.Repeat("{a=", deep),
		"dots":                "a" + strings.Repeat(".a", deep) + " = 1\n",
		"dots in a header":    "[a" + strings.Repeat(".a", deep) + "]\n",
		"keys":                numbered(many, "k%d = 1\n"),
		"one key again":       strings.Repeat("title = 1\n", many),
		"tables":              numbered(many, "[t%d]\nx = 1\n"),
		"items of a list":     strings.Repeat("[[related]]\n", many),
		"keys on one line":    "a = {" + numbered(many, "k%d = 1, ") + "z = 1}\n",
		"tables on one line":  "related = [" + strings.Repeat("{to = 'x'}, ", many) + "]\n",
		"items on one line":   "tags = [" + strings.Repeat("1, ", many) + "]\n",
		"a long key":          strings.Repeat("k", 1_000_000) + " = 1\n",
		"a long value":        "title = 'a'\ncolour = '" + strings.Repeat("v", 1_000_000) + "'\n",
		"a long number":       "order = " + strings.Repeat("9", 1_000_000) + "\n",
		"not UTF-8":           strings.Repeat("\xff\n", many),
		"quotes never closed": "a = \"\"\"" + strings.Repeat("b\n", many),
	} {
		t.Run("TOML/"+name, func(t *testing.T) {
			costs(t, func() {
				if _, _, list := readTOML(text); len(list) == 0 {
					t.Error("read without a complaint")
				}
			})
		})
	}
}

// stairs nests block maps, each line deeper than the one before.
func stairs(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}

func TestHostileCorpusIsBounded(t *testing.T) {
	for _, file := range glob(t, yamlBad+"/*.yaml") {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			costs(t, func() {
				if _, _, list := readYAML(string(text)); len(list) == 0 {
					t.Error("read without a complaint")
				}
			})
		})
	}
}

// Messages stay readable when what they quote is not.
func TestMessagesAreShort(t *testing.T) {
	long := strings.Repeat("9", 100_000)
	for _, text := range []string{
		long + ": a", "title: " + long, "tags: " + long, "colour: " + long, "size: " + long, "order: " + long + "x",
		"draft: " + long, "rules: {" + long + ": a}", "title: *" + long, "title: !" + long + " a", "title: !" + long + " [a]",
	} {
		_, _, list := readYAML(text)
		for _, d := range list {
			if len(d.Text) > 300 || len(d.Hint) > 300 {
				t.Errorf("%.20s…: %d bytes of text, %d of hint", text, len(d.Text), len(d.Hint))
			}
		}
	}
}
