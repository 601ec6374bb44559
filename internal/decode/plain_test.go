package decode_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/decode"
)

// same fails unless a document that is read without the parser is what the parser reads,
// and says whether it was.
func same(t interface {
	Helper()
	Errorf(string, ...any)
}, text string,
) bool {
	t.Helper()
	d := document(decode.Normalise([]byte(text)))
	parsed, plain, ok := decode.BothWays(d)
	if ok && parsed != plain {
		t.Errorf("(-parser +plain):\n%s\n%q", cmp.Diff(parsed, plain), text)
	}
	return ok
}

// What nearly all front matter is made of is read without the parser.
func TestPlainIsYAML(t *testing.T) {
	long := strings.Repeat("long ", 1000) + "!"
	for name, text := range map[string]string{
		"values":             "title: One two\nsummary: \"A: b # c\"\nact: 'It \\ is'\ndraft: true\norder: 12\npublish_on: 2026-03-09\nlens: influence\n",
		"umlauts":            "title: Größe über alles\ntags: [ä, “ö”, 'ü', {to: é, rel: \"è\"}]\n",
		"numbers in text":    "title: 3 ways to ask\nto: 2026-retro\nof: 0xzz\nat: 2001-12-14T21:59:43Z\nwhen: 2025\nsummary: 2001-12-14 21:59:43\n",
		"marks within":       "title: a [b] {c}, d! & *e* | f > g - h % i @ j ` \"k\" it's\nurl: https://example.org/#a:b\n",
		"lists":              "tags: [a,b , \"c\"]\naliases: []\nasks:\n  - one two\n  - \"three\"\n  -   four\nnot:\n- five\n- six\nlast: x",
		"groups":             "home: {to: a, rel: see-also}\nnone: {}\nrepository:\n  url: https://example.org\n  branch: main\n",
		"lists of groups":    "related: [{to: a, rel: b}, {to: c}]\nsources:\n  - title: One\n    url: x\n  - {title: Two}\n  - title: Three\n",
		"nothing":            "tags:\nlens:\n\nauthors:   \nend:\n",
		"comments and space": "# one\n\n  # two\ntitle: a   \n# three\ntags:\n  # four\n  - b\n\n  - c\n# five\n  - d\n#six\nend: x\n\n",
		"the same key again": "title: a\ntitle: b\n",
		"long lines":         "a: " + long + "\nb: \"" + long + "\"\nc: [" + long + "]\nd:\n- {to: " + long + "}\n- " + long + "\ne:\n  - f: " + long + "\n",
	} {
		t.Run(name, func(t *testing.T) {
			if !same(t, text) {
				t.Error("was left to the parser")
			}
		})
	}
}

// What looks like it and is something else is left to the parser.
func TestPlainKnowsItsLimits(t *testing.T) {
	for _, text := range []string{
		"", "# a\n", "- a\n", "a\n", "a: b: c\n", "a: b:\n", "a: b # c\n", "a: b\n  c\n", "a:\n  b\n", "a: b\n c: d\n", "  a: b\nc: d\n",
		"a: null\n", "a: ~\n", "a: True\n", "a: 0x1\n", "a: 010\n", "a: 1.5\n", "a: 1_000\n", "a: 9999999999\n", "a: 1e3\n", "a: -1\n", "a: .5\n", "a: 2026-3-9\n", "a: <<\n",
		"a: \"b\\n\"\n", "a: 'b''c'\n", "a: \"b\n", "a: \"b\" c\n", "a: \"b\" # c\n", "\"a\": b\n", "a : b\n", "a:\tb\n", "a: b\t\n", "<<: {b: c}\n", "a:b\n",
		"a: &b c\n", "a: *b\n", "a: !b c\n", "a: |\n  b\n", "a: >\n  b\n", "a: @b\n", "a: `b\n", "a: %b\n", "a: - b\n", "a: ? b\n", "a: , b\n", "a: ] b\n",
		"a: [b\n", "a: [b]]\n", "a: [b,]\n", "a: [b, ]\n", "a: [,b]\n", "a: [b: c]\n", "a: [b:c]\n", "a: [[b]]\n", "a: [b {c}]\n", "a: {b}\n", "a: {b: }\n", "a: {b:c}\n", "a: {b: c\n", "a: {b: [c]}\n",
		"a: [b,\n  c]\n", "a: [b] c\n", "a: [b]: c\n", "a: ['b' 'c']\n", "a: [b # c]\n", "a: {b: c]\n", "a: [b}\n",
		"a:\n  - b\n - c\n", "a:\n  - b\n   - c\n", "a:\n  - b\n  c: d\n", "a:\n  -\n", "a:\n  - - b\n", "a:\n  - b:\n", "a:\n  - b: c\n   d: e\n", "a:\n  - b\n    c\n", "a:\n  b:\n    c: d\n",
		"---\na: b\n", "a: b\n---\n", "a: b\n...\n", "%YAML 1.2\n", "? a\n: b\n", "a: \uFEFFb\n", "a: b\uFEFF\n", "a: \u0085\n", "a: \xff\n", strings.Repeat("k", 2000) + ": v\n",
	} {
		if same(t, text) {
			t.Errorf("%q was not left to the parser", text)
		}
	}
}

// corpora have front matter of people, of programs, and of those who wish to break one.
func TestPlainOnCorpora(t *testing.T) {
	total, plain := 0, 0
	for _, root := range []string{"../../content", "../../../shared/corpora/hostile/frontmatter-bad", yamlBad, "../../docs"} {
		err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
			if err != nil || !entry.Type().IsRegular() {
				return nil
			}
			src, err := os.ReadFile(name)
			if err != nil || len(src) > 100_000 {
				return err
			}
			for _, text := range []string{string(src), block(string(src))} {
				total++
				if same(t, text) {
					plain++
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d of %d without the parser", plain, total)
}

// block is what stands between the first two lines of three hyphens.
func block(text string) string {
	_, rest, _ := strings.Cut("\n"+decode.Normalise([]byte(text)), "\n---\n")
	out, _, _ := strings.Cut(rest, "\n---")
	return out + "\n"
}

// Documents made of the pieces of plain ones, mostly right and now and then not.
func TestPlainProperty(t *testing.T) {
	plain := 0
	rapid.Check(t, func(t *rapid.T) {
		if same(t, nearlyPlain().Draw(t, "text")) {
			plain++
		}
	})
	if plain == 0 {
		t.Error("every document was left to the parser")
	}
}

func FuzzPlain(f *testing.F) {
	for _, seed := range []string{
		"title: a\ntags: [b, \"c\", {d: e}]\n", "a:\n  - b: c\n    d: e\n  - f\n", "a:\n- b\nc:\n  d: e\n", "# a\na: 1\n\nb:\n# c\n",
		"a: b\n  c\n", "a: 'b'\nc: \"d\" \n", "a: 2026-03-09\nb: true\nc: é\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) { same(t, text) })
}
