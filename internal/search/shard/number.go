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
func NumberSize(n int) int { return max(1, (bits.Len(uint(n))+4)/5) }

// Number reads what AppendNumber wrote, and returns what follows it.
func Number(text []byte) (n int, rest []byte) {
	for i, shift := 0, 0; ; i, shift = i+1, shift+5 {
		d := int(values[text[i]])
		n |= d & 31 << shift
		if d < 32 {
			return n, text[i+1:]
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
