package check

// A signature holds, for each of its bins, the smallest shingle hash that fell into
// it (one-permutation hashing: one hash a shingle, not one a shingle and bin). Two
// signatures agree in about as many bins as their texts share shingles.
type signature [bins]uint64

// 21 bands of 3 rows: texts that share 60 % of their shingles meet in some bucket
// with a probability above 99 %, those that share 20 % with one of 15 %.
const (
	bands = 21
	rows  = 3
	bins  = bands * rows
	empty = ^uint64(0)
)

// mark is what is remembered of a text: enough to find those that may be like it.
type mark struct {
	signature signature
	bands     [bands]uint64
}

// markOf returns nil for short texts, which are alike by chance.
func markOf(text string) *mark {
	var m mark
	sig, n := &m.signature, 0
	for i := range sig {
		sig[i] = empty
	}
	eachShingle(text, func(h uint64) {
		n++
		bin := h % bins
		sig[bin] = min(sig[bin], h)
	})
	if n < minShingles {
		return nil
	}
	sig.fill()
	for number := range m.bands {
		m.bands[number] = sig.band(number)
	}
	return &m
}

// fill gives each empty bin the value of the next one that is not, so that
// short texts have comparable signatures.
func (s *signature) fill() {
	filled := *s
	for i := range s {
		for step := uint64(1); filled[i] == empty; step++ {
			if v := s[(i+int(step))%bins]; v != empty {
				filled[i] = mix(v + step)
			}
		}
	}
	*s = filled
}

func (s *signature) band(number int) uint64 {
	h := uint64(number)
	for _, v := range s[number*rows : (number+1)*rows] {
		h = mix(h ^ v)
	}
	return h
}

// agreement is the share of bins in which two signatures are equal.
func (s *signature) agreement(other *signature) float64 {
	n := 0
	for i := range s {
		if s[i] == other[i] {
			n++
		}
	}
	return float64(n) / bins
}

// eachShingle calls f with a hash of each three words in a row, whatever their case.
func eachShingle(text string, f func(hash uint64)) {
	var a, b uint64
	seen := 0
	for i := 0; i < len(text); {
		if noWord[text[i]] {
			i++
			continue
		}
		n := wordLen(text[i:])
		if n == 0 {
			i++
			continue
		}
		w := hashWord(text[i : i+n])
		if seen++; seen >= 3 {
			f(mix(mix(mix(a)^b) ^ w))
		}
		a, b = b, w
		i += n
	}
}

// hashWord is FNV-1a over the word in lower case, as far as ASCII goes.
func hashWord(word string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}

// mix spreads the bits of a hash (the finaliser of splitmix64).
func mix(h uint64) uint64 {
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}
