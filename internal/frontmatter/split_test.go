package frontmatter_test

import (
	"testing"

	"github.com/microleadership/playbook/internal/playbook"
)

// Every way in which a file may be typed and is read without a word.
func TestWaysToWriteABlock(t *testing.T) {
	for name, c := range map[string]struct {
		src, body string
		line      int
	}{
		"YAML":                  {"---\ntitle: T\nsummary: S\n---\nbody\n", "body\n", 5},
		"YAML, named":           {"---yaml\ntitle: T\nsummary: S\n---\nbody\n", "body\n", 5},
		"TOML":                  {"+++\ntitle = 'T'\nsummary = 'S'\n+++\nbody\n", "body\n", 5},
		"TOML, named":           {"---toml\ntitle = 'T'\nsummary = 'S'\n---\nbody\n", "body\n", 5},
		"byte order mark":       {"\uFEFF---\ntitle: T\nsummary: S\n---\nbody\n", "body\n", 5},
		"blank lines before":    {"\n \t\n\n---\ntitle: T\nsummary: S\n---\nbody\n", "body\n", 8},
		"mark and blank lines":  {"\uFEFF\n---\ntitle: T\nsummary: S\n---\nbody\n", "body\n", 6},
		"CRLF":                  {"---\r\ntitle: T\r\nsummary: S\r\n---\r\nbody\r\nmore", "body\nmore", 5},
		"CR":                    {"---\rtitle: T\rsummary: S\r---\rbody\rmore", "body\nmore", 5},
		"line breaks of each":   {"---\r\ntitle: T\nsummary: S\r---\nbody\r\n", "body\n", 5},
		"space behind a line":   {"--- \t\ntitle: T\nsummary: S\n---  \nbody\n", "body\n", 5},
		"no body":               {"---\ntitle: T\nsummary: S\n---", "", 5},
		"rulers in the body":    {"---\ntitle: T\nsummary: S\n---\n\n---\n+++\n...\n", "\n---\n+++\n...\n", 5},
		"an end of document":    {"---\ntitle: T\nsummary: S\n...\n---\nbody\n", "body\n", 6},
		"the mark in the text":  {"---\ntitle: T\nsummary: \"S\"\n# \x7e---\n---\nbody\n", "body\n", 6},
		"body that is no UTF-8": {"---\ntitle: T\nsummary: S\n---\n\xff\xfe\n", "\xff\xfe\n", 5},
	} {
		t.Run(name, func(t *testing.T) {
			got, list := parse(playbook.KindPage, c.src)
			sameLines(t, "", list)
			if e := got.Entry; e.Title != "T" || e.Summary != "S" || e.ID != "about" || e.File != file || e.Kind != playbook.KindPage {
				t.Errorf("entry %+v", e)
			}
			if string(got.Body) != c.body || got.Line != c.line {
				t.Errorf("body %q from line %d, want %q from %d", got.Body, got.Line, c.body, c.line)
			}
		})
	}
}

// YAML indents the text of a block, so a --- in it does not end the front matter.
func TestRulersInsideABlockOfText(t *testing.T) {
	got, list := parse(playbook.KindPage, "---\ntitle: |\n  one\n  ---\n  +++\nsummary: >-\n  two\n\n  ---\n---\nbody\n")
	sameLines(t, "", list)
	if e := got.Entry; e.Title != "one\n---\n+++\n" || e.Summary != "two\n---" {
		t.Errorf("title %q, summary %q", e.Title, e.Summary)
	}
	if string(got.Body) != "body\n" || got.Line != 11 {
		t.Errorf("body %q from line %d", got.Body, got.Line)
	}
}

func TestBlockThatIsNotThere(t *testing.T) {
	const start = "start the file with fields between two lines of ---; playbook new shows how"
	const json = "JSON front matter is not read; write YAML between two lines of ---"
	for name, c := range map[string]struct{ src, want string }{
		"empty":             {"", `1:1+1 no-front-matter: the file has no front matter (` + start + `)`},
		"blank":             {"\n\n  \n", `1:1+1 no-front-matter: the file has no front matter (` + start + `)`},
		"text":              {"\n# Größe\n\n---\n", `2:1+7 no-front-matter: the file has no front matter (` + start + `)`},
		"four hyphens":      {"----\ntitle: T\n----\n", `1:1+4 no-front-matter: the file has no front matter (the opening line is exactly three hyphens: ---)`},
		"indented":          {"\n  --- \ntitle: T\n  ---\n", `2:1+6 no-front-matter: the file has no front matter (remove the spaces before ---)`},
		"indented, TOML":    {"\t+++\ntitle = 'T'\n+++\n", `1:1+4 no-front-matter: the file has no front matter (remove the spaces before +++)`},
		"JSON":              {"{\n\"title\": \"T\"\n}\n\nbody\n", `1:1+1 no-front-matter: the file has no front matter (` + json + `)`},
		"JSON on one line":  {"{\"title\": \"T\"}\n", `1:1+14 no-front-matter: the file has no front matter (` + json + `)`},
		"JSON, fenced":      {"---json\n{}\n---\n", `1:1+7 no-front-matter: the file has no front matter (` + json + `)`},
		"JSON, semicolons":  {";;;\n{}\n;;;\n", `1:1+3 no-front-matter: the file has no front matter (` + json + `)`},
		"never closed":      {"---\ntitle: T\nbody\n", `1:1+3 unclosed-front-matter: the front matter is opened here and never closed (add a line --- after the last field)`},
		"TOML never closed": {"\n+++\ntitle = 'T'\n---\n", `2:1+3 unclosed-front-matter: the front matter is opened here and never closed (add a line +++ after the last field)`},
		"closed with dots":  {"---\ntitle: T\n...\nbody\n", `1:1+3 unclosed-front-matter: the front matter is opened here and never closed (close it with ---, not with ...)`},
		"closed indented":   {"---\ntitle: T\n  ---\nbody\n", `1:1+3 unclosed-front-matter: the front matter is opened here and never closed (remove the spaces before the closing ---)`},
		"only the line":     {"---", `1:1+3 unclosed-front-matter: the front matter is opened here and never closed (add a line --- after the last field)`},
		"UTF-16":            {"\xFF\xFE-\x00-\x00-\x00\n\x00", `1:1+1 encoding: the file is UTF-16 (save it as UTF-8)`},
		"UTF-16, big":       {"\xFE\xFF\x00-\x00-\x00-\x00\n", `1:1+1 encoding: the file is UTF-16 (save it as UTF-8)`},
	} {
		t.Run(name, func(t *testing.T) {
			got, list := parse(playbook.KindPage, c.src)
			sameLines(t, c.want, list)
			if e := got.Entry; e.Title != "about" || got.Where.At("title").Line != 1 {
				t.Errorf("an entry without front matter is usable: %+v", e)
			}
		})
	}
}

// A file without front matter is all body; one whose block never ends has none.
func TestBodyWithoutABlock(t *testing.T) {
	got, _ := parse(playbook.KindPage, "# A\r\n\r\ntext\r\n")
	if string(got.Body) != "# A\n\ntext\n" || got.Line != 1 {
		t.Errorf("body %q from line %d", got.Body, got.Line)
	}
	got, _ = parse(playbook.KindPage, "---\ntitle: A\ntext\n")
	if len(got.Body) != 0 || got.Line != 1 {
		t.Errorf("body %q from line %d", got.Body, got.Line)
	}
}

// A block of text ends in a line break, also where it is the last field.
func TestBlockOfTextAtTheEnd(t *testing.T) {
	got, list := parse(playbook.KindPage, "---\ntitle: |\n  one\nsummary: |\n  two\n---\n")
	sameLines(t, "", list)
	if e := got.Entry; e.Title != "one\n" || e.Summary != "two\n" {
		t.Errorf("title %q, summary %q", e.Title, e.Summary)
	}
}
