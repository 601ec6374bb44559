package check

// appendShingles adds a hash of each three words in a row, whatever their case.
func appendShingles(out []uint64, text string) []uint64 {
	var a, b uint64 // of the two words before, the first one mixed
	seen := 0
	for i := 0; i < len(text); {
		if noWord[text[i]] {
			i++
			continue
		}
		w, n := uint64(fnvOffset), i // most words end where their ASCII letters do
		for n < len(text) && inWord[text[n]] {
			w = (w ^ uint64(lower[text[n]])) * fnvPrime
			n++
		}
		if n < len(text) && !endsWord[text[n]] {
			n = i + wordLen(text[i:])
			w = hashWord(text[i:n])
		}
		if n == i {
			i++
			continue
		}
		if seen++; seen >= 3 {
			out = append(out, mix(mix(a^b)^w))
		}
		a, b = mix(b), w
		i = n
	}
	return out
}

const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// hashWord is FNV-1a over the word in lower case, as far as ASCII goes.
func hashWord(word string) uint64 {
	h := uint64(fnvOffset)
	for i := range len(word) {
		h = (h ^ uint64(lower[word[i]])) * fnvPrime
	}
	return h
}

// lower is each byte, ASCII letters in lower case.
var lower = func() (out [256]byte) {
	for c := range out {
		out[c] = byte(c)
		if c >= 'A' && c <= 'Z' {
			out[c] += 'a' - 'A'
		}
	}
	return out
}()

// mix spreads the bits of a hash (the finaliser of splitmix64).
func mix(h uint64) uint64 {
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}
