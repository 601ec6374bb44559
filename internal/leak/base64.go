package leak

import (
	"bytes"
	"encoding/base64"
	"slices"
	"unicode/utf8"
)

// shortestBase64 says five letters and a bit.
const shortestBase64 = 10

var inBase64 = func() (table [256]bool) {
	for _, c := range []byte("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_") {
		table[c] = true
	}
	return table
}()

// base64 reads what runs of its digits say, wherever in the run it may begin: a path can stand before.
func (j *job) base64(l *layer) {
	var out []byte
	var from []int32
	src := l.src
	for i := 0; i+shortestBase64 <= len(src); {
		// Looking from behind, most words are passed over after one or two bytes.
		k := i + shortestBase64 - 1
		for k >= i && inBase64[src[k]] {
			k--
		}
		if k >= i {
			i = k + 1
			continue
		}
		end := endOfBase64(src, i)
		out, from = j.run64(l, i, end, out, from)
		i = end + 1
	}
	if len(out) > 0 {
		inner := l.below(out, "in base64")
		inner.from, inner.noise = from, true
		j.passage(inner)
		j.base64(inner)
	}
}

// endOfBase64 goes on over line ends, which mails and certificates have in the middle.
func endOfBase64(src []byte, i int) int {
	line := i
	for {
		for i < len(src) && inBase64[src[i]] {
			i++
		}
		next := i
		for next < len(src) && next < i+4 && (src[next] == '\r' || src[next] == '\n' || src[next] == ' ' || src[next] == '\t') {
			next++
		}
		if i-line < 48 || next == i || next == len(src) || !inBase64[src[next]] || !bytes.ContainsAny(src[i:next], "\r\n") {
			return i
		}
		line, i = next, next
	}
}

// run64 decodes one run, and appends what is text in it.
func (j *job) run64(l *layer, begin, end int, out []byte, from []int32) ([]byte, []int32) {
	if !isMixed(l.src[begin:end]) || !j.spend(l, end-begin) {
		return out, from
	}
	run, places := j.digits64(l.src, begin, end)
	declared := bytes.HasSuffix(l.src[:begin], []byte("base64,"))
	if declared || len(run) >= 64 {
		if whole := j.decode64(run); knownBytes(whole) || declared && utf8.Valid(whole) {
			inner := l.below(bytes.Clone(whole), "in base64")
			inner.base, inner.fixed, inner.noise = begin, true, false
			j.any(inner)
			return out, from
		}
	}
	for skip := range 4 {
		text := j.decode64(run[skip:])
		for at := 0; at < len(text); {
			n := 0
			for at+n < len(text) {
				size := printable(text[at+n:])
				if size == 0 {
					break
				}
				n += size
			}
			if n >= shortestStretch-1 {
				for k := at; k < at+n; k++ {
					out, from = append(out, text[k]), append(from, places[skip+k*4/3])
				}
				out, from = append(out, 0), append(from, places[min(len(places)-1, skip+(at+n)*4/3)])
			}
			at += n + 1
		}
	}
	return out, from
}

// digits64 are the digits of a run without line ends, in the usual alphabet, and their places.
func (j *job) digits64(src []byte, begin, end int) (run []byte, places []int32) {
	run, places = j.digits[:0], j.places[:0]
	for i := begin; i < end; i++ {
		c := src[i]
		switch {
		case c == '-':
			c = '+'
		case c == '_':
			c = '/'
		case !inBase64[c]:
			continue
		}
		run, places = append(run, c), append(places, int32(i))
	}
	j.digits, j.places = run, places
	return run, places
}

// isMixed says whether a run looks as no word, slug or constant does: small letters before
// large ones, or digits between letters. Of three letters and more base64 has both.
func isMixed(run []byte) bool {
	for i := 1; i < len(run); i++ {
		a, b := run[i-1], run[i]
		if a >= 'a' && (isUpper(b) || isDigit(b)) || isUpper(a) && isDigit(b) {
			return true
		}
	}
	return false
}

func (j *job) decode64(run []byte) []byte {
	if len(run)%4 == 1 {
		run = run[:len(run)-1]
	}
	j.bytes = slices.Grow(j.bytes[:0], base64.RawStdEncoding.DecodedLen(len(run)))
	n, _ := base64.RawStdEncoding.Decode(j.bytes[:cap(j.bytes)], run)
	return j.bytes[:n]
}
