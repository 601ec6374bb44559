package leak

import (
	"bytes"

	"golang.org/x/net/idna"
)

// unfold joins the lines that calendars, cards and mails break, and reads quoted-printable.
func unfold(l *layer) *layer {
	src := l.src
	out, from := make([]byte, 0, len(src)), make([]int32, 0, len(src))
	for i := 0; i < len(src); i++ {
		rest := src[i:]
		if n := fold75(rest); n > 0 {
			i += n - 1
			continue
		}
		c := src[i]
		if c == '=' && len(rest) > 2 {
			if r, ok := hexNumber(rest[1:3]); ok && rest[1] <= 'F' && rest[2] <= 'F' {
				out, from = append(out, byte(r)), append(from, int32(i))
				i += 2
				continue
			}
		}
		out, from = append(out, c), append(from, int32(i))
	}
	inner := l.below(out, "")
	inner.from = from
	return inner
}

// fold75 is how long a line break is that means nothing: before a blank, or after “=”.
func fold75(rest []byte) int {
	n := 0
	if rest[0] == '=' {
		n = 1
	}
	soft := n == 1
	if n < len(rest) && rest[n] == '\r' {
		n++
	}
	if n == len(rest) || rest[n] != '\n' {
		return 0
	}
	n++
	switch {
	case soft:
		return n
	case n < len(rest) && (rest[n] == ' ' || rest[n] == '\t'):
		return n + 1
	}
	return 0
}

// punycode reads the labels of host names with letters beyond ASCII.
func (j *job) punycode(l *layer) {
	var out []byte
	var from []int32
	for i := 0; ; {
		n := bytes.Index(l.src[i:], []byte("--"))
		if n < 0 {
			break
		}
		begin := i + n - 2
		i += n + 2
		if begin < 0 || !bytes.EqualFold(l.src[begin:i], []byte("xn--")) {
			continue
		}
		end := i
		for end < len(l.src) && end-begin < 63 && (isAlpha(l.src[end]) || isDigit(l.src[end]) || l.src[end] == '-') {
			end++
		}
		label, err := idna.Punycode.ToUnicode(string(bytes.ToLower(l.src[begin:end])))
		if err != nil || !j.spend(l, 2*near+len(label)) {
			continue
		}
		// What stands around it belongs to the name: jane.xn--…
		for k := max(0, begin-near); k < begin; k++ {
			out, from = append(out, l.src[k]), append(from, int32(k))
		}
		for _, c := range []byte(label) {
			out, from = append(out, c), append(from, int32(begin))
		}
		for k := end; k < min(len(l.src), end+near); k++ {
			out, from = append(out, l.src[k]), append(from, int32(k))
		}
		out, from = append(out, 0), append(from, int32(end))
	}
	if len(out) > 0 {
		inner := l.below(out, "in a host name")
		inner.from = from
		j.passage(inner)
	}
}
