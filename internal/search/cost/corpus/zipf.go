package corpus

import (
	"math"
	"math/rand/v2"
	"slices"
)

// zipf draws ranks after Zipf and Mandelbrot: rank r as often as 1/(r+shift)^slope.
// The generator of math/rand needs a slope above 1; words of a language lie at 1.
type zipf []float64 // sums of the frequencies up to each rank

func newZipf(ranks int, slope, shift float64) zipf {
	z := make(zipf, ranks)
	sum := 0.0
	for r := range z {
		sum += math.Pow(float64(r)+1+shift, -slope)
		z[r] = sum
	}
	return z
}

func (z zipf) draw(rng *rand.Rand) int {
	r, _ := slices.BinarySearch(z, rng.Float64()*z[len(z)-1])
	return min(r, len(z)-1)
}
