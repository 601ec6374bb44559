package feeds

import (
	"encoding/json"
	"strconv"
	"unicode/utf8"
)

// jsonWriter writes what encoding/json writes with an indent of one space, in one pass
// where that takes three: of ten thousand entries it makes some ten megabytes.
type jsonWriter struct {
	b     []byte
	depth int
	begun bool // whether the innermost object or list has a first element
}

// element starts the next element, which in an object has a name.
func (w *jsonWriter) element(name string) {
	if w.depth > 0 {
		if w.begun {
			w.b = append(w.b, ',')
		}
		w.line()
	}
	w.begun = true
	if name != "" {
		w.b = append(appendQuoted(w.b, name), ": "...)
	}
}

func (w *jsonWriter) line() {
	w.b = append(w.b, '\n')
	for range w.depth {
		w.b = append(w.b, ' ')
	}
}

func (w *jsonWriter) open(name string, bracket byte) {
	w.element(name)
	w.b = append(w.b, bracket)
	w.depth, w.begun = w.depth+1, false
}

func (w *jsonWriter) close(bracket byte) {
	w.depth--
	if w.begun {
		w.line()
	}
	w.b, w.begun = append(w.b, bracket), true
}

func (w *jsonWriter) text(name, value string) {
	w.element(name)
	w.b = appendQuoted(w.b, value)
}

func (w *jsonWriter) list(name string, values []string) {
	if values == nil {
		w.element(name)
		w.b = append(w.b, "null"...)
		return
	}
	w.open(name, '[')
	for _, v := range values {
		w.text("", v)
	}
	w.close(']')
}

func (w *jsonWriter) number(name string, n int) {
	w.element(name)
	w.b = strconv.AppendInt(w.b, int64(n), 10)
}

func (w *jsonWriter) numberIf(name string, n int) {
	if n != 0 {
		w.number(name, n)
	}
}

// truth writes what is not there when it is false.
func (w *jsonWriter) truth(name string) {
	w.element(name)
	w.b = append(w.b, "true"...)
}

func (w *jsonWriter) textIf(name, value string) {
	if value != "" {
		w.text(name, value)
	}
}

func (w *jsonWriter) listIf(name string, values []string) {
	if len(values) > 0 {
		w.list(name, values)
	}
}

// appendQuoted leaves to encoding/json what needs escapes.
func appendQuoted(b []byte, s string) []byte {
	if !speaksForItself(s) {
		quoted, _ := json.Marshal(s) // there is no string that it cannot write
		return append(b, quoted...)
	}
	b = append(b, '"')
	b = append(b, s...)
	return append(b, '"')
}

func speaksForItself(s string) bool {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c < ' ' || c == 0x7f || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&' {
				return false
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError || r == '\u2028' || r == '\u2029' {
			return false
		}
		i += size
	}
	return true
}
