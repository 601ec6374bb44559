package shard

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

// AppendDigit writes 0 ≤ n < 64 as one digit.
func AppendDigit(out []byte, n int) []byte { return append(out, digits[n]) }
