package markdown_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/microleadership/playbook/internal/cputime"
	"github.com/microleadership/playbook/internal/markdown"
)

// The bar for any one file.
const (
	maxTime   = 2 * time.Second
	maxMemory = 300 << 20
)

// TestPathological makes the inputs that are known to hurt Markdown parsers, as large as a
// body may be, and the ones that hurt this one's parts.
func TestPathological(t *testing.T) {
	const size = markdown.MaxSize
	many := func(s string) string { return strings.Repeat(s, size/len(s)) }
	numbered := func(s string) string {
		var b strings.Builder
		for i := 0; b.Len() < size-2*len(s)-16; i++ {
			b.WriteString(strings.ReplaceAll(s, "N", strconv.Itoa(i)))
		}
		return b.String()
	}
	half := size / 2
	var staircase strings.Builder
	for i := 0; staircase.Len() < size-4000; i++ {
		staircase.WriteString(strings.Repeat("  ", i%1000) + "* a\n")
	}
	inputs := map[string]string{
		"quotes":              many(">"),
		"quotes with spaces":  many("> ") + "a",
		"lists on a line":     many("- ") + "a",
		"staircase":           staircase.String(),
		"quote list":          many("> - ") + "a",
		"blank lines in list": strings.Repeat("- ", 19) + "a" + many("\n")[100:],
		"code in list":        strings.Repeat("- ", 15) + "```" + many("\n")[100:],
		"references":          "[a]: /" + strings.Repeat("x", half/4) + "\n\n" + strings.Repeat("[a] ", half/4),
		"reference titles":    "[a]: / '" + strings.Repeat("x", half/4) + "'\n\n" + strings.Repeat("[a]\n\n", half/5),
		"refused references":  "[a]: x:" + strings.Repeat("x", half/4) + "\n\n" + strings.Repeat("[a]\n\n", half/5),
		"definitions":         numbered("[N]: u\n"),
		"table":               strings.Repeat("|a", half/4) + "\n" + strings.Repeat("|-", half/4) + "\n" + strings.Repeat("|\n", half/2),
		"tables":              many("|a|\n|-|\n|a|\n\n"),
		"escaped bars":        "|a|b|\n|-|-|\n" + many("|`\\|`|a|\n")[16:],
		"open links":          many("[a](b"),
		"open links in <":     many("[a](<b"),
		"open brackets":       many("["),
		"brackets":            strings.Repeat("[", half) + strings.Repeat("]", half),
		"open images":         many("!["),
		"wiki links":          many("[[a]] "),
		"open wiki links":     many("[[a"),
		"emphasis":            many("*a **a "),
		"mismatched":          many("*a_ "),
		"multiple of three":   "a**b" + many("c* ")[4:],
		"openers":             many("_a "),
		"strong emphasis":     strings.Repeat("**a *a ", half/7) + strings.Repeat("b* b** ", half/7),
		"many deep":           many("*a **a *a **a b** b* b** b*\n\n"),
		"tildes":              many("~~a ~"),
		"backticks":           many("`a``a```a"),
		"quotes and dashes":   many("\"'--..."),
		"apostrophes":         many("'"),
		"tags":                many("<a x='"),
		"declarations":        many("<!A "),
		"comments":            many("<!-- "),
		"comment blocks":      many("<!--\n\n"),
		"instructions":        many("<?"),
		"entities":            many("&lt;&#0;&#x1;"),
		"paragraphs":          many("a\n\n"),
		"headings":            many("# a\n"),
		"long headings":       many("# " + strings.Repeat("[a](b", 400) + "\n"),
		"empty headings":      many("#\n"),
		"setext":              many("a\n-\n"),
		"footnotes":           numbered("[^N]\n\n[^N]: a\n\n"),
		"one footnote":        "[^1]: a\n\n" + many("[^1] ")[16:],
		"missing footnotes":   many("[^a] "),
		"nested footnotes":    many("[^a]: "),
		"terms":               many("a\n: b\n\n"),
		"terms in a row":      strings.Repeat("a\n", half/2) + ": b\n" + strings.Repeat("\n: b\n", half/6),
		"nested definitions":  "a\n" + many(": ")[8:] + "a",
		"callouts":            many("> [!NOTE]\n\n"),
		"unknown callouts":    many("> [!NOTTE]\n\n"),
		"tasks":               many("- [ ] a\n"),
		"addresses":           many("http://a.b "),
		"mail":                many("a@b.c "),
		"stars before mail":   many("*a") + "@b.c",
		"at signs":            many("@"),
		"www":                 many("www.a.b "),
		"fences":              many("```a\n```\n"),
		"known fences":        many("```go\nx\n```\n"),
		"slow lexer":          "```java\n" + strings.Repeat("\n\t", markdown.MaxCodeBlock/2-1) + "\n```\n",
		"slow lexers":         many("```raku\n" + strings.Repeat("{{", 1000) + "\n```\n"),
		"unknown fences":      numbered("```aN\n```\n"),
		"controls":            many("a\x01"),
		"invalid":             many("a\xff"),
		"one word":            many("a"),
		"one line":            many("a "),
		"carriage returns":    many("\r"),
		"unsafe links":        many("[a](x:y)\n\n"),
		"too large":           many("a") + strings.Repeat("a", 4<<20),
	}
	for name, src := range inputs {
		t.Run(name, func(t *testing.T) { bounded(t, []byte(src)) })
	}
}

// TestPathologicalCorpus does the same with files made by others, where they are at hand.
func TestPathologicalCorpus(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/corpora/hostile/pathological/*.md")
	if len(files) == 0 {
		t.Skip("the files are not here; TestPathological makes its own")
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			bounded(t, src)
		})
	}
}

// bounded converts src and checks that it ends well: in time, in memory, and in a
// well-formed page or else an error with a place.
func bounded(t *testing.T, src []byte) {
	t.Helper()
	converter := markdown.New(markdown.Options{})
	peak, start := watchMemory(), cputime.Used()
	body, found := converter.Convert("x.md", src, 1)
	took, grown := cputime.Used()-start, peak()
	if took > maxTime {
		t.Errorf("took %v", took)
	}
	if grown > maxMemory {
		t.Errorf("the heap grew by %d MB", grown>>20)
	}
	if testing.Verbose() {
		size := 0
		for _, c := range body.Chunks {
			size += len(c)
		}
		t.Logf("%v, %d MB, %d bytes of HTML, %d found", took.Round(time.Millisecond), grown>>20, size, len(found))
	}
	if len(found) > 1000 {
		t.Errorf("%d diagnostics", len(found))
	}
	for _, d := range found {
		if d.Code == "" || d.Text == "" || d.Pos.Line < 1 || d.Pos.Column < 1 {
			t.Fatalf("a diagnostic without code, text or place: %+v", d)
		}
	}
	wellFormed(t, body)
}

// watchMemory samples the heap until the function that it returns is called, which
// tells by how much it grew.
func watchMemory() func() int64 {
	runtime.GC()
	heap := func() int64 {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return int64(m.HeapInuse + m.StackInuse)
	}
	before := heap()
	done, result := make(chan struct{}), make(chan int64)
	go func() {
		most := heap()
		for {
			select {
			case <-done:
				result <- max(most, heap()) - before
				return
			case <-time.After(5 * time.Millisecond):
				most = max(most, heap())
			}
		}
	}()
	return func() int64 { close(done); return <-result }
}
