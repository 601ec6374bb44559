// Package measure is what the programs beside it have in common: figures, and what
// processes take.
package measure

import (
	"fmt"
	"math"
	"os"
	"slices"
	"time"
)

// Show prints a figure on the standard output.
func Show(name, format string, value any) {
	fmt.Printf("%s "+format+"\n", name, value)
}

// Say tells what is going on, apart from the figures.
func Say(format string, values ...any) {
	fmt.Fprintf(os.Stderr, format+"\n", values...)
}

// Median is the middle of the values, NaN for none.
func Median(values []float64) float64 {
	if len(values) == 0 {
		return math.NaN()
	}
	sorted := slices.Sorted(slices.Values(values))
	middle := len(sorted) / 2
	if len(sorted)%2 == 0 {
		return (sorted[middle-1] + sorted[middle]) / 2
	}
	return sorted[middle]
}

// Milliseconds is a duration as the figures give it.
func Milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
