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

// mark is what is remembered of a text: enough to find those that may be like it. It is half
// of each number of a signature: that two that differ have the same half is as good as never.
type mark [bins]uint32

// markOf returns nil for short texts, which are alike by chance.
func markOf(shingles []uint64) *mark {
	if len(shingles) < minShingles {
		return nil
	}
	var sig signature
	for i := range sig {
		sig[i] = empty
	}
	for _, h := range shingles {
		bin := h % bins
		sig[bin] = min(sig[bin], h)
	}
	sig.fill()
	var m mark
	for i, v := range sig {
		m[i] = uint32(v)
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

// band is equal in two marks whose rows of it are. They are as good as random, so little is
// needed to make one number of them.
func (m *mark) band(number int) uint64 {
	r := m[number*rows : (number+1)*rows]
	return (uint64(r[0])<<32|uint64(r[1]))*0xbf58476d1ce4e5b9 ^ uint64(r[2])*0x94d049bb133111eb
}

// agreement is the share of bins in which two marks are equal.
func (m *mark) agreement(other *mark) float64 {
	n := 0
	for i := range m {
		if m[i] == other[i] {
			n++
		}
	}
	return float64(n) / bins
}
