package frontmatter_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/playbook"
)

// Whatever happens to the bytes of a file, reading it ends in a usable entry, and every
// mistake stands in the file and shows its line.
func TestAnyBytesAreRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e, doc := drawEntry(t)
		src, _ := yamlFile(t, doc)
		if rapid.Bool().Draw(t, "TOML") {
			src = tomlFile(t, doc)
		}
		for range rapid.IntRange(1, 8).Draw(t, "mutations") {
			src = mutate(t, src)
		}
		got, list := parse(e.Kind, src)
		placed(t, src, list)
		if got.Entry == nil || got.Entry.Title == "" || got.Line < 1 {
			t.Fatalf("not usable: %+v", got)
		}
	})
}

// mutate removes, repeats or inserts a piece.
func mutate(t *rapid.T, src string) string {
	from := rapid.IntRange(0, len(src)).Draw(t, "from")
	to := rapid.IntRange(from, min(len(src), from+20)).Draw(t, "to")
	switch rapid.SampledFrom([]string{"remove", "repeat", "insert"}).Draw(t, "what") {
	case "remove":
		return src[:from] + src[to:]
	case "repeat":
		return src[:to] + src[from:]
	}
	piece := rapid.SampledFrom([]string{
		"\n", "\r", "\r\n", "---", "+++", "...", "\n---\n", "\t", " ", "  ", ":", ": ", "- ", "#", "'", "\"", "'''", "\"\"\"", "[", "]", "{", "}",
		",", "&a ", "*a", "!b ", "<<: ", "|\n", ">-\n", "%", "@", "`", "\\", "\x00", "\xff", "\uFEFF", "\u2028", "\u0085", "\u202e", "é", "👩\u200d🔬", "title: x\n", "= ", "[[", "]]",
	}).Draw(t, "piece")
	return src[:from] + piece + src[to:]
}

// The same, for bytes that never were a file.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"", "---\n", "---\ntitle: T\nsummary: S\n---\nbody\n", "\uFEFF\r\n---yaml\r\ntitle: \"é\r\n---\r\n", "+++\ntitle = 'T'\n[[related]]\nto = 'x'\n+++\n",
		"---toml\ntitle = \"\\u0000\"\n---", "{\"title\": 1}\n", "\xFF\xFE-\x00", "---\ntitle: |\n  ---\n  x\n---\n", "---\na: &a [*a]\n...\n---\n", " ---\n", "----\n",
		"---\rtitle: a: b\r---\r", "---\n\x00front matter\n---\n", "---\ntitle: a\u2028b\n  \xff: [\n---\n", "---\ntags: [a,\nb]\ndate: 2026-02-30\n---\n",
	} {
		for kind := range playbook.Kinds() {
			f.Add([]byte(seed), uint8(kind))
		}
	}
	f.Fuzz(func(t *testing.T, src []byte, kind uint8) {
		got, list := parse(playbook.Kinds()[int(kind)%len(playbook.Kinds())], string(src))
		placed(t, string(src), list)
		if got.Entry == nil || got.Entry.Title == "" || got.Line < 1 || got.Line > len(got.Where.Lines(nil))+1 {
			t.Fatalf("not usable: %+v", got)
		}
	})
}
