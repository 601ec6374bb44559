package decode_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
	"go.yaml.in/yaml/v4"

	"github.com/microleadership/playbook/internal/decode"
	"github.com/microleadership/playbook/internal/diag"
)

// placed fails when a diagnostic does not stand in the file, or shows another line.
func placed(t *testing.T, d decode.Document, list diag.List) {
	t.Helper()
	all := strings.Split(d.All, "\n")
	for _, x := range list {
		switch pos := x.Pos; {
		case pos.File != d.File || pos.Line < d.Line || pos.Line > len(all):
			t.Errorf("%+v does not stand in the document", x)
		case pos.Column < 1 || pos.Column > utf8.RuneCountInString(all[pos.Line-1])+1:
			t.Errorf("%+v stands beyond its line", x)
		case x.Source != all[pos.Line-1]:
			t.Errorf("%+v shows another line than %q", x, all[pos.Line-1])
		case x.Code == "" || x.Text == "" || x.Severity != diag.Error || x.Length < 1:
			t.Errorf("%+v is not complete", x)
		}
	}
}

func fuzz(f *testing.F, parse func(decode.Document) (*decode.Node, diag.List), accepts func([]byte) error) {
	f.Fuzz(func(t *testing.T, src []byte) {
		d := document(decode.Normalise(src))
		root, list := parse(d)
		placed(t, d, list)
		if len(list) == 0 {
			if root == nil {
				t.Fatal("neither a tree nor a mistake")
			}
			if err := accepts([]byte(d.Text)); err != nil {
				t.Errorf("read what the parser refuses: %v", err)
			}
		}
		if root == nil {
			return
		}
		var s sample
		list = decode.Into(d, root, []any{&s}, options(), func(int, string, int, int) {})
		placed(t, d, list)
	})
}

func FuzzYAML(f *testing.F) {
	for _, seed := range []string{
		"", "title: a\ntags: [b, c]\n", "title: \"a: é\\n\"\nrelated:\n  - {to: x, why: y}\n  - to: z\n",
		"title: |\n  a\n  ---\n  b\ndraft: true\norder: 0x1\n", "tags: [a,\nb]\n", "a: &a [*a]\n<<: *a\n", "? [a]\n: b\n",
		"%YAML 1.2\n--- !x\ntitle: 'it''s'\n...\n", "rules: {orphan: }\ncolour:\nhome: ~\n", "title: \"a\nb\"\n", "\"a\": \t'b'\n", "a:\n\t- b\n",
		"title: a\u2028b\x00\n\xff\xfe", "title: >2\n    \n  x\n", "---\n- a\n-\n  b: c\n", "[[[[[[[[[[", "{a: {b: {c: [}}}",
	} {
		f.Add([]byte(seed))
	}
	fuzz(f, decode.YAML, func(text []byte) error {
		var n yaml.Node
		if err := yaml.Load(text, &n); err != nil && !strings.Contains(err.Error(), "no documents") {
			return err
		}
		return nil
	})
}

func FuzzTOML(f *testing.F) {
	for _, seed := range []string{
		"", "title = 'a'\ntags = [\"b\", \"\\u00e9\"]\n", "home.to = \"x\"\n[[related]]\nto = 1\n[[related]]\n", "[a.b]\nc = {d = [1, {e = 2}]}\n[a]\n",
		"title = 'a'\ntitle = 'b'\n[home]\n[home]\n", "a = 2026-02-30\n", "title = \"\"\"\na\nb\"\"\"\ndraft = true\norder = +1_0\n", "a = [\n 1, # c\n]\n",
		"title = \"a\nb\"", "\"\x00", "= 1", "[[a]]\n[a]\n", "a = []\n[[a]]\n", "a.b = 1\na = 2\n", "x = \xff\x00", "\"\" = 1\n'' = 2\n", "a = [[[[[", "related = [{to = 'a', to = 'b'}]\n",
	} {
		f.Add([]byte(seed))
	}
	fuzz(f, decode.TOML, func(text []byte) error {
		var v map[string]any
		return toml.Unmarshal(text, &v)
	})
}
