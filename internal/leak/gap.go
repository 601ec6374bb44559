package leak

import (
	"unicode"
	"unicode/utf8"
)

// gap is what stands between two letters that follow each other.
type gap struct {
	text    string // what is seen, in few signs: white space is " ", "\n" or, of a tag that ends words, "\t"
	touched bool   // by tags or characters that are not seen
	far     bool   // too much, or another word
}

// none says whether readers see the two letters side by side.
func (g gap) none() bool { return g.text == "" && !g.far }

const (
	longestGap = 1200 // bytes, with all tags
	widestGap  = 12   // signs
)

// gap before letter k > 0.
func (v *view) gap(k int) gap {
	from := int(v.at[k-1])
	if to := int(v.at[k]); to <= from+1 {
		return gap{}
	}
	_, size := decode(v.src, from)
	return v.between(from+size, int(v.at[k]))
}

// between reads src[from:to], which has to be all that stands there.
func (v *view) between(from, to int) gap {
	if to-from > longestGap {
		return gap{far: true}
	}
	return v.signs(from, to, all)
}

// extent says which signs are wanted.
type extent uint8

const (
	all   extent = iota // all, or that they are too many
	first               // those before the first letter
	last                // those after the last letter
)

func (v *view) signs(from, to int, want extent) gap {
	var g gap
	var signs [widestGap]byte
	n := 0
	m := markup{src: v.src}
	for i := from; i < to; {
		sign, size := byte(0), 1
		if v.markup && v.src[i] == '<' && beginsMarkup(v.src, i) {
			if c, ok := m.at(i); ok {
				g.touched, size = true, c.end-i
				if !isInline(v.src[i:]) {
					sign = '\t'
				}
			} else {
				sign = '<'
			}
		} else {
			var r rune
			r, size = decode(v.src, i)
			sign = signOf(r)
			if sign == letterSign {
				if want == last {
					n, i = 0, i+size
					continue
				}
				g.far = want == all
				g.text = string(signs[:n])
				return g
			}
			g.touched = g.touched || sign == 0
		}
		i += size
		if sign == 0 || isBlank(sign) && n > 0 && isBlank(signs[n-1]) {
			continue
		}
		if n == len(signs) {
			if want != last {
				g.far = want == all
				g.text = string(signs[:n])
				return g
			}
			n = copy(signs[:], signs[1:])
		}
		signs[n] = sign
		n++
	}
	g.text = string(signs[:n])
	return g
}

func isBlank(sign byte) bool { return sign == ' ' || sign == '\n' || sign == '\t' }

const (
	letterSign = 1
	otherSign  = 2
)

// signOf puts alike what is written in many ways: blanks, dashes, apostrophes.
func signOf(r rune) byte {
	switch {
	case r == '\n' || r == '\r' || r == 0x85 || r == 0x2028 || r == 0x2029:
		return '\n'
	case r > ' ' && r < utf8.RuneSelf:
		if isAlpha(byte(r)) {
			return letterSign
		}
		return byte(r)
	case r <= ' ', unicode.IsSpace(r):
		return ' '
	case joinsUnseen(r):
		return 0
	}
	switch r {
	case '’', '‘', 'ʼ', 'ʹ', '′', '＇', '´':
		return '\''
	case '‐', '‑', '‒', '–', '—', '―', '−', '－', '·', '・', '‧', '•', '゠', '־':
		return '-'
	case '，', '、', '،':
		return ','
	case '“', '”', '„', '«', '»', '‟':
		return '"'
	case '．', '。':
		return '.'
	}
	if unicode.IsDigit(r) {
		return '0'
	}
	if isLetter(r) {
		return letterSign
	}
	return otherSign
}
