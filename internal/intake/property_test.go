package intake_test

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/intake"
	"github.com/microleadership/playbook/internal/playbook"
)

const corpora = "../../../shared/corpora/hostile"

// pieces of texts that people write, and that people write who mean harm.
var pieces = []string{
	"plain words here", "# Heading", "## What changed", "### deeper", "#### deepest", "######", "---", "===", "***", "+++", "```", "~~~", "````sh", "  ```",
	"- item", "- ```", "> quote", "> # quoted heading", "1. # numbered", "- - - # nested", "    code", "\ttab", "<b>bold</b>", "<script>alert(1)</script>",
	"<!-- comment", "-->", "<div", "</p>", "<?php", "<![CDATA[ x", "<https://example.org/a>", "a < b > c", "`code <b>`", "``<i>", "\\<b>", "\\", "title: fake",
	"review: accepted", "[ref]: https://example.org", "| a | b |", "|---|---|", "[^1]: note", ": definition", "{#id}", "[[wiki]]", "> [!NOTE]", "é ü 王芳 🎫", "a\u202eb", "a\x00b", "zero\u200bwidth",
	"- [x] done", "_No response_", "\"quoted\"", "a;b,c|d", "'", "setext?", "   ===", "=", "-", "--", "&lt;b&gt;", "...", "%YAML 1.2", "!!str x", "*alias", "&anchor",
}

func prose() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		lines := rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(pieces), rapid.Just(""), rapid.StringN(0, 20, 40)), 1, 8).Draw(t, "lines")
		return "word " + strings.Join(lines, rapid.SampledFrom([]string{"\n", "\n\n", " "}).Draw(t, "between"))
	})
}

var word = regexp.MustCompile(`[\pL\pN]+`)

// lost returns the words of texts that are neither in the file nor in the report. What is
// invisible is taken out, so that words on its two sides may grow together.
func lost(s intake.Story, list diag.List, texts ...string) []string {
	said := string(s.Text)
	for _, d := range list {
		said += "\n" + d.Text + " " + d.Hint + " " + d.Source
	}
	have := map[string]bool{}
	for _, w := range word.FindAllString(invisible.ReplaceAllString(said, ""), -1) {
		have[w] = true
	}
	var out []string
	for _, text := range texts {
		for _, w := range word.FindAllString(invisible.ReplaceAllString(strings.ToValidUTF8(text, "\uFFFD"), ""), -1) {
			if !have[w] {
				out = append(out, w)
			}
		}
	}
	return out
}

var invisible = regexp.MustCompile(`[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\x{202a}-\x{202e}\x{2066}-\x{2069}\x{feff}\x{fffd}-\x{ffff}]`)

func table(rows ...[]string) string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	if err := w.WriteAll(rows); err != nil {
		panic(err)
	}
	return b.String()
}

// Whatever stands in an answer stays in its section: the file loads, has the sections that
// were told and no others, none of their words is lost, and no HTML is dropped by the site.
func TestAnswersStayInTheirSections(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, title := prose().Draw(t, "situation"), prose().Draw(t, "changed"), prose().Draw(t, "title")
		stories, list := read(table([]string{"Title", "Situation", "What changed", "Else"}, []string{title, a, b, a}), options())
		if len(stories) != 1 {
			t.Fatalf("%d stories: %+v", len(stories), list)
		}
		s := stories[0]
		if out := lost(s, list, a, b, title); len(out) > 0 {
			t.Fatalf("lost %q in\n%s", out, s.Text)
		}
		got := load(t, s)
		var high []string
		for _, h := range got.body.Headings {
			if h.Level <= 2 {
				high = append(high, h.Text)
			}
		}
		if !slices.Equal(high, []string{"Situation", "What changed"}) {
			t.Fatalf("headings %q in\n%s", high, s.Text)
		}
		if !strings.Contains(got.section("What changed"), "word") {
			t.Fatalf("the last section is %q in\n%s", got.section("What changed"), s.Text)
		}
	})
}

// Of issues and files, too, nothing is lost: under any heading, known or not.
func TestNoWordIsLost(t *testing.T) {
	headings := []string{"What was going on?", "Did anybody follow?", "Who was it about?", "Which keywords fit?", "Anything else?", "Which ideas does it show at work?", "title", "when", "sources", "layout", "How may you be named?"}
	rapid.Check(t, func(t *rapid.T) {
		var issue, file strings.Builder
		var texts []string
		issue.WriteString("### What changed afterwards?\n\nkept\n\n")
		file.WriteString("---\n")
		for i, h := range rapid.SliceOfNDistinct(rapid.SampledFrom(headings), 1, 5, rapid.ID).Draw(t, "headings") {
			text := prose().Draw(t, "answer")
			if i%2 == 0 {
				text = strings.Join(strings.Fields(text), " ")
			}
			issue.WriteString("### " + h + "\n\n" + text + "\n\n")
			quoted, err := json.Marshal(text)
			if err != nil {
				t.Fatal(err)
			}
			file.WriteString("\"" + h + "\": " + string(quoted) + "\n")
			texts = append(texts, strings.NewReplacer("_No response_", "_No_", "[x]", "[]").Replace(text))
		}
		file.WriteString("---\n\n## What changed\n\n" + texts[0] + "\n")
		for _, input := range []string{issue.String(), file.String()} {
			stories, list := read(input, options())
			if len(stories) == 0 {
				if !list.HasErrors() {
					t.Fatalf("nothing was imported or said of\n%s", input)
				}
				continue
			}
			if out := lost(stories[0], list, texts...); len(out) > 0 && !private(list) {
				t.Fatalf("lost %q of\n%s\nin\n%s\n%+v", out, input, stories[0].Text, list)
			}
		}
	})
}

// private says whether something was left out on purpose.
func private(list diag.List) bool { return slices.Contains(codes(list), "import-private") }

// Names of one table are unique, and such that any system can store them.
func TestNamesAreUniqueAndSafe(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		titles := rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom([]string{"con", "A", "a", "ä", "", "..", "A-2", "王芳", "index"}), rapid.String()), 1, 12).Draw(t, "titles")
		rows := [][]string{{"Title", "What changed"}}
		for i, title := range titles {
			rows = append(rows, []string{title, "word " + strings.Repeat("x", i)})
		}
		stories, list := read(table(rows...), options())
		if len(stories) != len(titles) {
			t.Fatalf("%d of %d stories: %+v", len(stories), len(titles), list)
		}
		seen := map[string]bool{}
		for _, s := range stories {
			if key := strings.ToLower(s.ID); seen[key] || key == "" || playbook.IsDevice(key) || len(key) > 90 || playbook.Slug(s.ID) != s.ID {
				t.Fatalf("%q", s.ID)
			} else {
				seen[key] = true
			}
			load(t, s)
		}
	})
}

// hostile are the texts of the corpora.
func hostile(t testing.TB) []string {
	if _, err := os.Stat(corpora); err != nil {
		t.Skip("the corpora are not there")
	}
	var out []string
	for _, pattern := range []string{"frontmatter-bad/*", "yaml-bad/*.yaml", "pathological/*", "path-traversal.txt"} {
		files, err := filepath.Glob(filepath.Join(corpora, pattern))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %d files, %v", pattern, len(files), err)
		}
		for _, f := range files {
			text, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, string(text))
		}
	}
	text, err := os.ReadFile(filepath.Join(corpora, "blns.json"))
	if err != nil {
		t.Fatal(err)
	}
	var naughty []string
	if err := json.Unmarshal(text, &naughty); err != nil {
		t.Fatal(err)
	}
	return append(out, naughty...)
}

// What the corpora hold is read in any format and in any place of a story, without a
// panic or an end that does not come, and every story that comes of it loads.
func TestHostileCorpora(t *testing.T) {
	for _, text := range hostile(t) {
		for _, format := range intake.Formats() {
			o := options()
			o.Format = intake.Format(format)
			stories, list := read(text, o)
			for _, s := range stories {
				load(t, s)
			}
			if len(stories) == 0 && !list.HasErrors() && format != string(intake.CSV) {
				t.Errorf("%s: nothing was imported or said of %.200q", format, text)
			}
		}
		stories, list := read(table([]string{"Title", "Summary", "What changed", "Tags", "Team", "Else"}, []string{text, text, "word " + text, text, text, text}), options())
		for _, s := range stories {
			load(t, s)
			if out := lost(s, list, text); len(out) > 0 && !private(list) {
				t.Errorf("lost %.100q of %.200q", out, text)
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	for i, text := range pieces {
		f.Add(text, uint8(i))
	}
	f.Add("---\ntitle: x\nreview: submitted\n---\n## Situation\nx\n\n---\ntitle: y\nreview: submitted\n---\n", uint8(0))
	f.Add("### Did anybody follow?\n\n- [x] Yes, they did\n- [ ] No\n\n### What was going on?\n\n_No response_", uint8(2))
	f.Add("sep=;\nTitle;What changed;Who was it about? [A peer]\nx;\"y\nz\";Yes", uint8(3))
	f.Add(`[{"title":"x","body":"### What changed\n\nx"}]`, uint8(2))
	f.Add("+++\ntitle = 'x'\ndate = 2025-01-01\n+++\n", uint8(1))
	f.Fuzz(func(t *testing.T, text string, format uint8) {
		if len(text) > 8<<10 {
			t.Skip()
		}
		o := options()
		o.Format = intake.Format(intake.Formats()[int(format)%len(intake.Formats())])
		stories, list := read(text, o)
		for _, s := range stories {
			if s.Known == "" {
				load(t, s)
			}
		}
		for _, d := range list {
			if d.Text == "" || d.Pos.File == "" {
				t.Errorf("%+v", d)
			}
		}
	})
}
