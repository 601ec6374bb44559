package search

import (
	"math"
	"testing"
)

// TestALevelIsTheNearest: the table gives what comparing with all levels gives, for
// floats of all sizes and for those around which a level begins.
func TestALevelIsTheNearest(t *testing.T) {
	check := func(bits uint32) {
		t.Helper()
		impact := math.Float32frombits(bits)
		if got, want := level(impact), nearest(float64(impact)); got != want {
			t.Fatalf("level(%v) = %d, want %d", impact, got, want)
		}
	}
	const infinite = 0x7f800000
	for bits := uint32(0); bits < infinite; bits += 1 << 13 {
		check(bits)
		check(bits + 1<<13 - 1)
	}
	for _, bits := range least[1:] {
		check(bits - 1)
		check(bits)
	}
}
