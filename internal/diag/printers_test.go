package diag_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/diag"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// sample has one of each thing that a printer must get right.
func sample() diag.List {
	at := func(file string, line, column int) diag.Position {
		return diag.Position{File: file, Line: line, Column: column}
	}
	long := strings.Repeat("all work and no play ", 12) + "makes MISTAKE here " + strings.Repeat("and so on ", 20)
	return diag.List{
		{Code: "unknown-field", Severity: diag.Error, Pos: at("content/stories/a.md", 7, 3), Length: 6, Text: "unknown field “sumary”", Hint: "did you mean “summary”?", Source: "  sumary: A map on the wall"},
		{Code: "missing-field", Severity: diag.Error, Pos: at("content/stories/a.md", 1, 4), Text: "“title” is missing", Source: "---"},
		{Code: "tabs", Severity: diag.Warning, Pos: at("content/stories/a.md", 120, 4), Length: 3, Text: "after two tabs", Source: "\ta\tfoo bar"},
		{Code: "wide", Severity: diag.Note, Pos: at("content/stories/日本.md", 12, 4), Length: 2, Text: "wide characters before and below", Source: "名前 田中 = 1"},
		{Code: "emoji", Severity: diag.Warning, Pos: at("content/stories/a.md", 13, 9), Length: 3, Text: "a family is five code points", Source: "👩‍👩‍👧 hi foo", Hint: "one cell each would be wrong"},
		{Code: "combining", Severity: diag.Warning, Pos: at("content/stories/a.md", 14, 7), Length: 3, Text: "accent as a code point of its own", Source: "cafe\u0301 foo"},
		{Code: "long", Severity: diag.Error, Pos: at("content/stories/long.md", 15, 12*21+7), Length: 7, Text: "in the middle of a long line", Source: long},
		{Code: "hostile", Severity: diag.Error, Pos: at("content/stories/\x1b[2Jx.md", 16, 8), Length: 3, Text: "bell \a and \u202eoverride", Hint: "escape \x1b]0;title\a", Source: "\x1b[31m \u202e foo \u2066\xff\u200b"},
		{Code: "no-column", Severity: diag.Warning, Pos: at("content/stories/a.md", 3, 0), Text: "about a line", Source: "title: x"},
		{Code: "no-line", Severity: diag.Warning, Pos: at("content/a,b:100%.md", 0, 0), Text: "about a file: 100%, sure", Hint: "two\r\nlines"},
		{Code: "no-file", Severity: diag.Error, Text: "about the playbook"},
	}
}

var rules = []diag.Rule{
	{Code: "missing-field", Severity: diag.Error, Why: "a page needs its parts", Fix: "add the field"},
	{Code: "unknown-field", Severity: diag.Error, Why: "a typing mistake must not pass in silence", Fix: "correct the name"},
	{Code: "quiet", Severity: diag.Off, Why: "it is off by default"},
}

var printers = map[string]func(io.Writer, diag.List) error{
	"text.txt":   func(w io.Writer, l diag.List) error { return l.WriteText(w, diag.TextOptions{}) },
	"narrow.txt": func(w io.Writer, l diag.List) error { return l.WriteText(w, diag.TextOptions{Width: 40}) },
	"color.txt":  func(w io.Writer, l diag.List) error { return l.WriteText(w, diag.TextOptions{Color: true}) },
	"list.json":  func(w io.Writer, l diag.List) error { return l.WriteJSON(w) },
	"github.txt": func(w io.Writer, l diag.List) error { return l.WriteGitHub(w) },
	"list.sarif": func(w io.Writer, l diag.List) error {
		return l.WriteSARIF(w, diag.SARIFOptions{Version: "1.2.3", Rules: rules})
	},
}

func TestGolden(t *testing.T) {
	for name, write := range printers {
		t.Run(name, func(t *testing.T) {
			var got bytes.Buffer
			if err := write(&got, sample()); err != nil {
				t.Fatal(err)
			}
			file := filepath.Join("testdata", name)
			if *update {
				if err := os.WriteFile(file, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got.String()); diff != "" {
				t.Errorf("run with -update if this is right (-want +got):\n%s", diff)
			}
		})
	}
}

func TestEmptyList(t *testing.T) {
	want := map[string]string{
		"text.txt":   "",
		"github.txt": "",
		"list.json":  "{\n  \"diagnostics\": [],\n  \"errors\": 0,\n  \"warnings\": 0\n}\n",
	}
	for name, want := range want {
		var got bytes.Buffer
		if err := printers[name](&got, nil); err != nil || got.String() != want {
			t.Errorf("%s: got %q, %v; want %q", name, got.String(), err, want)
		}
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWriteErrorsAreReturned(t *testing.T) {
	for name, write := range printers {
		if err := write(full{}, sample()); err == nil {
			t.Errorf("%s: no error from a writer that fails", name)
		}
	}
}

// TestTerminalIsSafe feeds anything to the printers that people's terminals and
// logs show, and finds nothing in the output that could drive them.
func TestTerminalIsSafe(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) }))
		d := diag.Diagnostic{
			Code: "x", Severity: diag.Error,
			Pos:    diag.Position{File: text.Draw(t, "file"), Line: rapid.IntRange(0, 9).Draw(t, "line"), Column: rapid.IntRange(0, 300).Draw(t, "column")},
			Length: rapid.IntRange(0, 300).Draw(t, "length"),
			Text:   text.Draw(t, "text"), Hint: text.Draw(t, "hint"), Source: strings.ReplaceAll(text.Draw(t, "source"), "\n", ""),
		}
		var out bytes.Buffer
		if err := (diag.List{d}).WriteText(&out, diag.TextOptions{Width: rapid.IntRange(0, 90).Draw(t, "width")}); err != nil {
			t.Fatal(err)
		}
		for _, r := range out.String() {
			if r != '\n' && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
				t.Fatalf("%U in %q", r, out.String())
			}
		}
		if n := strings.Count(out.String(), "\n"); n > 5 {
			t.Fatalf("%d lines, so the file made some of its own:\n%s", n, out.String())
		}
		out.Reset()
		if err := (diag.List{d}).WriteGitHub(&out); err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(out.String(), "\n"); n != 1 || !strings.HasPrefix(out.String(), "::error ") {
			t.Fatalf("not one workflow command: %q", out.String())
		}
	})
}

// TestUnderlineStaysBelow holds for plain ASCII, where columns are cells: wherever
// the line is cut, the carets stand below the words they are about.
func TestUnderlineStaysBelow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before := rapid.StringMatching(`[a-z]{0,500}`).Draw(t, "before")
		after := rapid.StringMatching(`[a-z]{0,500}`).Draw(t, "after")
		d := diag.Diagnostic{
			Code: "x", Severity: diag.Error, Text: "x", Source: before + "OOPS" + after, Length: 4,
			Pos: diag.Position{File: "f", Line: 1, Column: len(before) + 1},
		}
		var out bytes.Buffer
		if err := (diag.List{d}).WriteText(&out, diag.TextOptions{Width: rapid.IntRange(30, 120).Draw(t, "width")}); err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(out.String(), "\n")
		source, marks := []rune(lines[1]), []rune(lines[2])
		at := strings.IndexRune(string(marks), '^')
		if got := string(source[at:len(marks)]); got != "OOPS" {
			t.Fatalf("underlined %q:\n%s", got, out.String())
		}
	})
}

// TestHugeLineIsCut holds that a line of a megabyte costs a line of output.
func TestHugeLineIsCut(t *testing.T) {
	for name, unit := range map[string]string{"ascii": "x", "wide": "漢", "combining": "e\u0301\u0301\u0301", "tabs": "\t"} {
		d := diag.Diagnostic{Code: "x", Text: "x", Severity: diag.Error, Source: strings.Repeat(unit, 300_000), Length: 9, Pos: diag.Position{File: "f", Line: 1, Column: 100_000}}
		var out bytes.Buffer
		if err := (diag.List{d}).WriteText(&out, diag.TextOptions{Width: 60}); err != nil {
			t.Fatal(err)
		}
		if n := out.Len(); n > 2000 {
			t.Errorf("%s: %d bytes for one diagnostic", name, n)
		}
	}
}

func TestJSONRoundTrip(t *testing.T) {
	var out bytes.Buffer
	list := sample()[:3]
	if err := list.WriteJSON(&out); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Diagnostics diag.List
		Errors      int
		Warnings    int
	}
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(list, got.Diagnostics); diff != "" || got.Errors != 2 || got.Warnings != 1 {
		t.Errorf("%d errors, %d warnings, list (-want +got):\n%s", got.Errors, got.Warnings, diff)
	}
}
