package search

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// file is what Script writes, as JSON. The lists of numbers are strings of
// variable-length digits (see vlq): a third of the size of JSON's, and parsed only
// when a query needs them.
type file struct {
	Format    int        `json:"format"`
	Documents []Document `json:"documents"`
	Places    string     `json:"places"`   // of each heading, in UTF-16 units of the body plus 1, 0 unknown
	Spans     string     `json:"spans"`    // of each document, fieldCount numbers
	Terms     string     `json:"terms"`    // front-coded, separated by spaces
	English   string     `json:"english"`  // lengths of runs of terms that are not, are, are not … in English
	Postings  string     `json:"postings"` // of each term, separated by spaces
}

// format is the version of the file format; the browser refuses any other.
const format = 1

// Script returns the index as one classic script that sets self.playbookIndex.
// The same documents give the same bytes.
func (x *Index) Script() ([]byte, error) {
	var text bytes.Buffer
	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(x.file()); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	out.WriteString("self.playbookIndex='")
	quote(&out, bytes.TrimSuffix(text.Bytes(), []byte("\n")))
	out.WriteString("';\n")
	return out.Bytes(), nil
}

// quote escapes JSON for a script's string in single quotes. The sign < is escaped
// so that the file stays harmless even where someone pastes it into a page.
func quote(out *bytes.Buffer, text []byte) {
	for _, b := range text {
		switch b {
		case '\\', '\'':
			out.WriteByte('\\')
			out.WriteByte(b)
		case '<':
			out.WriteString(`\x3c`)
		default:
			out.WriteByte(b)
		}
	}
}

func (x *Index) file() file {
	var places, spans, terms, postings strings.Builder
	for d := range x.docs {
		for _, place := range x.places[d] {
			places.WriteString(vlq(units(x.docs[d].Body, place) + 1))
		}
		for _, span := range x.spans[d] {
			spans.WriteString(vlq(span))
		}
	}
	last := ""
	for id, term := range x.terms {
		if id > 0 {
			terms.WriteByte(' ')
			postings.WriteByte(' ')
		}
		n := shared(last, term)
		terms.WriteString(vlq(n) + term[n:])
		last = term
		encodePostings(&postings, x.postings[id])
	}
	return file{
		Format: format, Documents: x.docs, English: runs(x.english), Places: places.String(),
		Spans: spans.String(), Terms: terms.String(), Postings: postings.String(),
	}
}

// encodePostings writes, of each document: the distance from the one before, how
// many positions there are, and each one's distance from the one before.
func encodePostings(out *strings.Builder, list []posting) {
	doc := 0
	for _, p := range list {
		out.WriteString(vlq(p.doc - doc))
		out.WriteString(vlq(len(p.positions)))
		doc = p.doc
		last := 0
		for _, position := range p.positions {
			out.WriteString(vlq(position - last))
			last = position
		}
	}
}

// shared returns how many ASCII characters two terms have in common at the start.
// Only ASCII, so that bytes and UTF-16 units count alike.
func shared(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] && a[n] < utf8.RuneSelf {
		n++
	}
	return n
}

// runs returns the lengths of the runs of equal values, the first of false.
func runs(values []bool) string {
	var out strings.Builder
	n, current := 0, false
	for _, v := range values {
		if v != current {
			out.WriteString(vlq(n))
			n, current = 0, v
		}
		n++
	}
	out.WriteString(vlq(n))
	return out.String()
}

// units returns how many UTF-16 units text[:i] has; i is returned when negative.
func units(text string, i int) int {
	if i < 0 {
		return i
	}
	return len(utf16.Encode([]rune(text[:i])))
}

// digits are those of base64, six bits each.
const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

// vlq writes n ≥ 0 in digits of five bits, lowest first; all but the last have the
// sixth bit set.
func vlq(n int) string {
	var out []byte
	for n >= 32 {
		out = append(out, digits[n&31|32])
		n >>= 5
	}
	return string(append(out, digits[n]))
}
