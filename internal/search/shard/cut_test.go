package shard

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestCut: shards begin in order and hold every item once; they are no larger than
// they must be, and begin only where they may.
func TestCut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sizes := rapid.SliceOfN(rapid.IntRange(0, 50), 0, 60).Draw(t, "sizes")
		target := rapid.IntRange(1, 100).Draw(t, "target")
		may := rapid.SliceOfN(rapid.Bool(), len(sizes), len(sizes)).Draw(t, "may")
		starts := Cut(sizes, target, func(i int) bool { return may[i] })
		if len(sizes) == 0 {
			if starts != nil {
				t.Fatalf("nothing is cut into %v", starts)
			}
			return
		}
		if starts[0] != 0 || starts[len(starts)-1] >= len(sizes) || !slices.IsSorted(starts) || len(slices.Compact(slices.Clone(starts))) != len(starts) {
			t.Fatalf("starts %v of %d items", starts, len(sizes))
		}
		for n, from := range starts {
			to := len(sizes)
			if n+1 < len(starts) {
				to = starts[n+1]
			}
			all := sum(sizes[from:to])
			if to < len(sizes) && all+sizes[to] <= target && sizes[to-1] <= target {
				t.Fatalf("shard %d … %d has %d bytes and could have had %d more", from, to, all, sizes[to])
			}
			if to < len(sizes) && !may[to] {
				t.Fatalf("a shard begins at %d, where it may not", to)
			}
			for i := from + 1; i < to; i++ {
				if may[i] && sum(sizes[from:i+1]) > target {
					t.Fatalf("shard %d … %d is over the target and does not end at %d, where it may", from, to, i)
				}
				if may[i] && sizes[i-1] > target {
					t.Fatalf("the large item %d is not alone", i-1)
				}
			}
		}
	})
}

func sum(numbers []int) int {
	all := 0
	for _, n := range numbers {
		all += n
	}
	return all
}

// TestBetween: the bound tells the two neighbours apart and is as short as it can be.
func TestBetween(t *testing.T) {
	word := rapid.StringOfN(rapid.RuneFrom([]rune("abé看\U00020000\U00020001\uffee")), 0, 5, -1)
	rapid.Check(t, func(t *rapid.T) {
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		if a == b {
			return
		}
		a, b = min(a, b), max(a, b)
		bound := Between(a, b)
		if bound <= a || bound > b || !strings.HasPrefix(b, bound) {
			t.Fatalf("%q is not between %q and %q", bound, a, b)
		}
		if runes := []rune(bound); string(runes[:len(runes)-1]) > a {
			t.Fatalf("%q is longer than it need be between %q and %q", bound, a, b)
		}
	})
}
