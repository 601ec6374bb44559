package shard

import "math/bits"

// digits are those of base64, six bits each.
const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

// AppendNumber writes n ≥ 0 in digits of five bits, lowest first; all but the last
// have the sixth bit set.
func AppendNumber(out []byte, n int) []byte {
	for n >= 32 {
		out = append(out, digits[n&31|32])
		n >>= 5
	}
	return append(out, digits[n])
}

// NumberSize is how many digits AppendNumber writes.
func NumberSize(n int) int {
	if n < 32 {
		return 1
	}
	return (bits.Len(uint(n)) + 4) / 5
}

// Number reads what AppendNumber wrote at a place, and returns the place that follows.
func Number(text []byte, at int) (n, end int) {
	if d := int(values[text[at]]); d < 32 {
		return d, at + 1
	}
	return long(text, at)
}

func long(text []byte, at int) (n, end int) {
	for shift := 0; ; shift += 5 {
		d := int(values[text[at]])
		n |= d & 31 << shift
		if at++; d < 32 {
			return n, at
		}
	}
}

var values = func() (values [256]uint8) {
	for i := range len(digits) {
		values[digits[i]] = uint8(i)
	}
	return values
}()

// AppendDigit writes 0 ≤ n < 64 as one digit.
func AppendDigit(out []byte, n int) []byte { return append(out, digits[n]) }

// Digit reads what AppendDigit wrote.
func Digit(b byte) int { return int(values[b]) }
