package decode_test

import (
	"testing"

	"github.com/microleadership/playbook/internal/decode"
)

func TestNormalise(t *testing.T) {
	for text, want := range map[string]string{
		"":                  "",
		"a\nb\n":            "a\nb\n",
		"a\r\nb\rc\n\r\n\r": "a\nb\nc\n\n\n",
		"\uFEFFa":           "a",
		"a\uFEFF\r\n":       "a\uFEFF\n",
	} {
		if got := decode.Normalise([]byte(text)); got != want {
			t.Errorf("Normalise(%q) = %q, want %q", text, got, want)
		}
	}
}

// Characters that no text should hold are named where they stand, and hide nothing
// of what comes after them.
func TestCharacters(t *testing.T) {
	const rest = "\ntags: [a]\ntitel: b\n"
	const unknown = "\n5:1+5 unknown-field: unknown field “titel” (did you mean “title”?)"
	for name, c := range map[string]struct{ title, want string }{
		"NUL":                   {"a\x00b", `3:9+1 encoding: the line has a control character (delete it)`},
		"escape":                {"é\x1b[31m\x1b", `3:9+1 encoding: the line has a control character (delete it)`},
		"delete":                {"a\x7f", `3:9+1 encoding: the line has a control character (delete it)`},
		"C1":                    {"a\u009b", `3:9+1 encoding: the line has a control character (delete it)`},
		"no character":          {"a\uffff", `3:9+1 encoding: the line has a control character (delete it)`},
		"override":              {"a\u202eb", `3:9+1 encoding: the line has an invisible character that changes the direction of the text (delete it)`},
		"isolate":               {"a\u2066b", `3:9+1 encoding: the line has an invisible character that changes the direction of the text (delete it)`},
		"line separator":        {"a\u2028b", `3:9+1 encoding: the line has an invisible line separator (delete it)`},
		"paragraph separator":   {"a\u2029b", `3:9+1 encoding: the line has an invisible line separator (delete it)`},
		"next line":             {"a\u0085b", `3:9+1 encoding: the line has an invisible line separator (delete it)`},
		"Latin-1":               {"Gr\xf6\xdfe", `3:10+1 encoding: the line has bytes that are not UTF-8 (save the file as UTF-8)`},
		"half a character":      {"a\xe2\x82", `3:9+1 encoding: the line has bytes that are not UTF-8 (save the file as UTF-8)`},
		"a surrogate":           {"a\xed\xa0\x80", `3:9+1 encoding: the line has bytes that are not UTF-8 (save the file as UTF-8)`},
		"fine: the replacement": {"a\ufffd", ""},
		"fine: joiners, accent": {"👩\u200d🔬 e\u0301\u00a0x\t", ""},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, list := readYAML("title: " + c.title + rest)
			sameLines(t, c.want+unknown, list)
		})
	}
}

func TestCharactersInTOML(t *testing.T) {
	_, _, list := readTOML("title = \"é\u202e\"\ntags = [\"a\x00\"] # \xff\ntitel = 'b'\n")
	sameLines(t, `
		3:11+1 encoding: the line has an invisible character that changes the direction of the text (delete it)
		4:11+1 encoding: the line has a control character (delete it)
		5:1+5 unknown-field: unknown field “titel” (did you mean “title”?)`, list)
}

// An escape can bring in what the text itself does not have.
func TestEscapedCharacters(t *testing.T) {
	yaml, _, list := readYAML(`title: "a\u202Eb"` + "\n" + `tags: ["\0", "\a", "a\tb\nc", "\N"]` + "\n")
	sameLines(t, `
		3:8+5 encoding: “title” has an invisible character that changes the direction of the text (delete it)
		4:8+3 encoding: “tags[0]” has a control character (delete it)
		4:14+3 encoding: “tags[1]” has a control character (delete it)
		4:31+3 empty-field: “tags[3]” is empty (keywords)`, list)
	if yaml.Title != "" || yaml.Tags[2] != "a\tb\nc" {
		t.Errorf("read %+v", yaml)
	}
	toml, _, list := readTOML(`title = "a\u202Eb"` + "\n" + `tags = ["a"]` + "\n")
	sameLines(t, `3:9+10 encoding: “title” has an invisible character that changes the direction of the text (delete it)`, list)
	if toml.Title != "" {
		t.Errorf("read %+v", toml)
	}
}
