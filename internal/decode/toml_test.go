package decode_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/microleadership/playbook/internal/diag"
)

func TestTOMLSlips(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"no quotes": {
			"title = Größe\n",
			`3:9+1 syntax: a value that is not TOML (put text in quotes: title = "…")`,
		},
		"text behind a quote, after an umlaut": {
			"title = \"Größe\" x\n",
			`3:17+1 syntax: text after the end of a value (put all of the value in one pair of quotes)`,
		},
		"YAML": {
			"title: a\n",
			`3:6+1 syntax: a field without = (TOML is written name = "value"; for name: value, put the block between lines of ---)`,
		},
		"quote not closed": {
			"size = \"a\"\ntitle = \"b\n",
			`4:11+1 syntax: a quote is opened and never closed (close it on the same line)`,
		},
		"list not closed": {
			"tags = [\"b\"\nsize = \"a\"\n",
			`4:1+1 syntax: a list is not closed, or lacks a comma (write ["one", "two"])`,
		},
		"no such day": {
			"title = 2026-02-30\n",
			`3:17+1 syntax: impossible date`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, list := readTOML(c.text)
			sameLines(t, c.want, without(list, "missing-field"))
		})
	}
}

// Positions stand at the key or value meant, in code points, however it was written.
func TestTOMLPositions(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"dotted key": {
			"home.\"tö\" = \"x\"\nhome.too = 1\nhome.to = 2025\n", `
			3:6+4 unknown-field: unknown field “tö” (did you mean “to”?)
			4:6+3 unknown-field: unknown field “too” (did you mean “to”?)
			5:11+4 wrong-type: “home.to” is text, found a number (put it in quotes: "2025")`,
		},
		"inline table": {
			"related = [{to = \"é\", wy = \"a\"}, {why = \"b\"}]\n", `
			3:23+2 unknown-field: unknown field “wy” (did you mean “why”?)
			3:34+1 missing-field: “related[1].to” is missing (the other one)`,
		},
		"array of tables": {
			"[[related]]\nto = \"é\"\n[[related]]\nwhy = true\n", `
			6:7+4 wrong-type: “related[1].why” is text, found true or false (put it in quotes: "true")
			5:3+1 missing-field: “related[1].to” is missing (the other one)`,
		},
		"table": {
			"[home]\nto = ['x']\n[rules]\norphans = 'a'\n", `
			4:1+2 wrong-type: “home.to” takes one value, found a list
			6:1+7 unknown-field: unknown name “orphans” in “rules” (did you mean “orphan”?)`,
		},
		"table for a list": {
			"[related]\nto = 'x'\n[[tags]]\n", `
			3:2+7 wrong-type: “related” is a list, found a group of fields (write a list; it has the fields to, why)
			5:3+4 wrong-type: “tags[0]” takes one value, found a group of fields`,
		},
		"several lines": {
			"tags = [\n  'é',\n  'b', 3]\ncolour = \"\"\"\nred\"\"\"\ntoward = ['''\npeer''', 'bos']\n", `
			5:8+1 wrong-type: “tags[2]” is text, found a number (put it in quotes: "3")
			9:10+5 unknown-value: “toward[1]” cannot be “bos” (did you mean “boss”?)`,
		},
		"numbers and dates": {
			"order = 1_000\nsize = 2026-03-09T10:00:00Z\ndraft = 1\n", `
			3:9+5 wrong-type: “order” is a whole number, found “1_000”
			4:8+20 wrong-type: “size” is wrong: "2026-03-09T10:00:00Z" is not one letter
			5:9+1 wrong-type: “draft” is true or false, found “1” (write true or false)`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, list := readTOML(c.text)
			sameLines(t, c.want, slices.DeleteFunc(list, func(d diag.Diagnostic) bool {
				return d.Code == "missing-field" && !strings.Contains(d.Text, ".")
			}))
		})
	}
}

// The strict TOML parser stops at the first thing defined twice; an author hears of all.
func TestTOMLDuplicates(t *testing.T) {
	const hint = "keep one; the items of a list of tables are written"
	for name, c := range map[string]struct{ text, want string }{
		"keys": {
			"title = 'a'\ntitle = 'b'\ntags = ['c']\ntags = ['d']\n", `
			4:1+5 duplicate-key: “title” is given twice (` + hint + ` [[title]])
			6:1+4 duplicate-key: “tags” is given twice (` + hint + ` [[tags]])`,
		},
		"in an inline table": {
			"title = 'a'\ntags = ['b']\nhome = {to = 'a', to = 'b'}\n",
			`5:19+2 duplicate-key: “to” is given twice (` + hint + ` [[to]])`,
		},
		"in a dotted key": {
			"title = 'a'\ntags = ['b']\nhome.to = 'a'\nhome.to = 'b'\n",
			`6:6+2 duplicate-key: “to” is given twice (` + hint + ` [[to]])`,
		},
		"table": {
			"title = 'a'\ntags = ['b']\n[home]\nto = 'a'\n[home]\nwhy = 'b'\n",
			`7:2+4 duplicate-key: “home” is given twice (` + hint + ` [[home]])`,
		},
		"table of dotted keys": {
			"title = 'a'\ntags = ['b']\nhome.to = 'a'\n[home]\nwhy = 'b'\n",
			`6:2+4 duplicate-key: “home” is given twice (` + hint + ` [[home]])`,
		},
		"table below a value": {
			"title = 'a'\ntags = ['b']\n[title.x]\ny = 1\n",
			`5:2+5 duplicate-key: “title” is given twice (` + hint + ` [[title]])`,
		},
		"items of a list that is a value": {
			"title = 'a'\ntags = ['b']\nrelated = []\n[[related]]\nto = 'x'\n",
			`6:3+7 duplicate-key: “related” is given twice (` + hint + ` [[related]])`,
		},
		"a dotted key into a value": {
			"title = 'a'\ntags = ['b']\ntitle.x = 1\n",
			`5:1+5 duplicate-key: “title” is given twice (` + hint + ` [[title]])`,
		},
		"with another mistake": {
			"title = 'a'\ntitle = 'b'\ntag = ['c']\n", `
			4:1+5 duplicate-key: “title” is given twice (` + hint + ` [[title]])
			5:1+3 unknown-field: unknown field “tag” (did you mean “tags”?)
			3:1+1 missing-field: “tags” is missing (keywords)`,
		},
		"none: tables opened in any order": {
			"title = 'a'\ntags = ['b']\n[weights]\na = 'x'\n[[related]]\nto = 'x'\n[home]\nto = 'y'\n[[related]]\nto = 'z'\n", "",
		},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, list := readTOML(c.text)
			sameLines(t, c.want, list)
		})
	}
}

func TestSecondDefinitionDoesNotWin(t *testing.T) {
	s, _, _ := readTOML("title = 'a'\ntitle = 'b'\nhome.to = 'c'\n[home]\nto = 'd'\n")
	if s.Title != "a" || s.Home.To != "c" {
		t.Errorf("read %+v", s)
	}
}
