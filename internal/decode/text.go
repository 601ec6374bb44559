package decode

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/microleadership/playbook/internal/diag"
)

// Normalise drops a byte order mark and makes \n the only line break, so that
// everything after counts lines as an editor does.
func Normalise(src []byte) string {
	src = bytes.TrimPrefix(src, []byte("\uFEFF"))
	if !bytes.ContainsRune(src, '\r') {
		return string(src)
	}
	return strings.ReplaceAll(strings.ReplaceAll(string(src), "\r\n", "\n"), "\r", "\n")
}

// clean finds what no text file should hold, before a parser meets it and gives up
// without a position. Each such character is replaced, one for one, so that the rest
// of the document is still read and every column stays. One a line is reported.
func (d Document) clean() (Document, diag.List) {
	if isClean(d.Text) {
		return d, nil
	}
	var list diag.List
	lines := strings.Split(d.Text, "\n")
	for i, line := range lines {
		column, found := 0, false
		for j, r := range line {
			column++
			what, hint := refused(r), "delete it"
			if r == utf8.RuneError && !strings.HasPrefix(line[j:], "\uFFFD") {
				what, hint = "bytes that are not UTF-8", "save the file as UTF-8"
			}
			if what != "" && !found {
				list = append(list, d.report("encoding", d.at(i+1, column), 1, "the line has "+what, hint))
				found = true
			}
		}
		if found {
			lines[i] = strings.Map(replace, line)
		}
	}
	d.Text = strings.Join(lines, "\n")
	return d, list
}

// isClean says whether clean has nothing to find, as in nearly every file.
func isClean(text string) bool { return refusedIn(text) == "" && utf8.ValidString(text) }

// refusedCharacters is what refused finds (invalid UTF-8 apart), as a character class
// for the JSON Schema, in the syntax that Go and JavaScript share.
const refusedCharacters = "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\u2028-\u202e\u2066-\u2069\ufffe\uffff]"

// refused names what is wrong with a character, or returns "". Separators are refused
// because some programs count them as line breaks and others do not; bidirectional
// overrides because they make a line read differently from what it says.
func refused(r rune) string {
	switch {
	case r == '\t' || r == '\n':
		return ""
	case r == 0x85 || r == 0x2028 || r == 0x2029:
		return "an invisible line separator"
	case r < ' ', r >= 0x7F && r <= 0x9F, r == 0xFFFE, r == 0xFFFF:
		return "a control character"
	case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
		return "an invisible character that changes the direction of the text"
	}
	return ""
}

// refusedIn names what is wrong with the first refused character of a value, which an
// author can still write as an escape ("\u202E"), or returns "".
func refusedIn(text string) string {
	for i, r := range text {
		if ' ' <= text[i] && text[i] < 0x7F { // nearly all of it
			continue
		}
		if what := refused(r); what != "" {
			return what
		}
	}
	return ""
}

// replace turns a refused character, and each byte that is not UTF-8, into U+FFFD.
func replace(r rune) rune {
	if refused(r) != "" {
		return utf8.RuneError
	}
	return r
}
