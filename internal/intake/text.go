package intake

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/microleadership/playbook/internal/diag"
)

// page is an input as text, with the lines that diagnostics point to.
type page struct {
	file string
	text string // \n is its only line break
	list diag.List
}

// read makes text of bytes. Spreadsheets write UTF-16 and, on older systems, the code page
// of Western Europe; what is not UTF-8 is the latter, in which every byte means something.
func read(in Input) page {
	p := page{file: in.File}
	data := in.Data
	switch order, found := utf16Order(data); {
	case found:
		decoded, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(data)
		if err != nil { // it replaces what it cannot read, so this cannot happen
			decoded = data
		}
		data = decoded
	case !utf8.Valid(data):
		decoded, err := charmap.Windows1252.NewDecoder().Bytes(data)
		if err == nil {
			data = decoded
		}
		p.tell(diag.Diagnostic{
			Code: "encoding", Severity: diag.Warning, Pos: diag.Position{File: in.File},
			Text: "the file is not UTF-8; it was read as Windows-1252", Hint: "look at letters with accents, or export it as UTF-8",
		})
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	p.text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(data))
	return p
}

// utf16Order finds UTF-16 by its mark or, without one, by ASCII that has every second byte empty.
func utf16Order(data []byte) (unicode.Endianness, bool) {
	switch {
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		return unicode.LittleEndian, true
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return unicode.BigEndian, true
	}
	even, odd, n := 0, 0, min(len(data), 1024)&^1
	for i := 0; i < n; i += 2 {
		if data[i] == 0 {
			even++
		}
		if data[i+1] == 0 {
			odd++
		}
	}
	switch most := n / 2 * 3 / 4; {
	case n < 8:
		return unicode.LittleEndian, false
	case odd >= most && even == 0:
		return unicode.LittleEndian, true
	case even >= most && odd == 0:
		return unicode.BigEndian, true
	}
	return unicode.LittleEndian, false
}

func (p *page) tell(d diag.Diagnostic) { p.list = append(p.list, d) }

// fail reports what keeps the input, or a story in it, from being read.
func (p *page) fail(code string, at diag.Position, text, hint string) {
	p.tell(diag.Diagnostic{Code: code, Severity: diag.Error, Pos: at, Text: text, Hint: hint})
}

// at is a place in the page.
func (p *page) at(line, column int) diag.Position {
	return diag.Position{File: p.file, Line: line, Column: column}
}

// short makes a text fit into a message.
func short(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	const most = 60
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}
