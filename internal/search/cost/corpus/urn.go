package corpus

import "math/rand/v2"

// urn is the process of Pitman and Yor, which has both laws of language at once:
// a draw is a new kind with a chance that sinks but never ends, so that n draws
// have about n^discount kinds (Heaps), or else an old one in proportion to how
// often it came before (Zipf).
type urn[T any] struct {
	discount, strength float64
	fresh              func() T
	kinds              []T
	counts             []int
	drawn              []int32 // every draw so far, by kind: choosing one of them is choosing in proportion
}

func (u *urn[T]) draw(rng *rand.Rand) T {
	isNew := (u.strength + u.discount*float64(len(u.kinds))) / (u.strength + float64(len(u.drawn)))
	kind := len(u.kinds)
	if rng.Float64() < isNew {
		u.kinds, u.counts = append(u.kinds, u.fresh()), append(u.counts, 0)
	} else {
		kind = u.old(rng)
	}
	u.drawn = append(u.drawn, int32(kind))
	u.counts[kind]++
	return u.kinds[kind]
}

// old draws a kind in proportion to its count less the discount, by trying again
// in the share of cases that the discount takes away.
func (u *urn[T]) old(rng *rand.Rand) int {
	for {
		kind := int(u.drawn[rng.IntN(len(u.drawn))])
		if rng.Float64()*float64(u.counts[kind]) >= u.discount {
			return kind
		}
	}
}
