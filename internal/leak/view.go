package leak

import "bytes"

// view is what a reader or a program sees of some bytes, reduced to its letters. Names are
// searched in letters alone, so that nothing that may stand between two of them matters to
// the search; what does stand there is judged afterwards, for the few places found.
type view struct {
	src     []byte
	letters []byte
	at      []int32 // where each letter is in src
	markup  bool    // tags are left out
	again   bool    // what was decoded is encoded once more
	tagged  bool    // something like a tag was met
}

func (v *view) reset(src []byte, markup bool) {
	v.src, v.markup, v.again, v.tagged = src, markup, false, false
	v.letters, v.at = v.letters[:0], v.at[:0]
}

// room makes sure that n letters more can be stored without asking.
func (v *view) room(n int) {
	if need := len(v.letters) + n; cap(v.letters) < need || cap(v.at) < need {
		v.letters = append(make([]byte, 0, need+need/4), v.letters...)
		v.at = append(make([]int32, 0, need+need/4), v.at...)
	}
}

// plain reads src[from:to] without regard to markup.
func (v *view) plain(from, to int) { v.read(from, to, nil) }

// read goes through src[from:to]. onTag, if any, is asked at each < that opens markup, and
// returns where to go on.
func (v *view) read(from, to int, onTag func(i int) int) {
	src := v.src[:to]
	for i := from; i < to; {
		v.room(to - i)
		n := len(v.letters)
		letters, at := v.letters[n:cap(v.letters)], v.at[n:cap(v.at)]
		n = 0
		for i < to {
			c := letterOf[src[i]]
			if c == special {
				break
			}
			// Stored in any case and kept if it is a letter: where words end nobody can guess.
			letters[n], at[n] = c, int32(i)
			n += int(c >> 6)
			i++
		}
		v.letters, v.at = v.letters[:len(v.letters)+n], v.at[:len(v.at)+n]
		if i == to {
			return
		}
		if src[i] == '<' {
			if beginsMarkup(src, i) {
				v.tagged = true
				if onTag != nil {
					i = onTag(i)
					continue
				}
			}
			i++
			continue
		}
		i += v.special(src, i)
	}
}

// special reads one character that is not an ASCII letter as it stands.
func (v *view) special(src []byte, i int) int {
	r, size := decode(src, i)
	if size > 1 && src[i] < 0x80 {
		v.again = v.again || encodedAgain(r, src[i+size:])
	}
	f := fold(r)
	v.letters = append(v.letters, f...)
	for range len(f) {
		v.at = append(v.at, int32(i))
	}
	return size
}

// encodedAgain says whether a decoded character begins a new escape or tag.
func encodedAgain(r rune, rest []byte) bool {
	if len(rest) == 0 {
		return false
	}
	c := rest[0]
	if c == '&' || c == '%' || c == '\\' {
		return r == '&' || r == '%' || r == '<' || r == '\\' && c != '\\'
	}
	switch r {
	case '&':
		return c == '#' || isAlpha(c) && bytes.IndexByte(rest[:min(len(rest), longestEntity)], ';') > 0
	case '%':
		return hexDigit(c) >= 0 || c == 'u'
	case '<':
		return isAlpha(c) || c == '/' || c == '!'
	case '\\':
		return hexDigit(c) >= 0 || bytes.IndexByte([]byte("nrtvux"), c) >= 0
	}
	return false
}
