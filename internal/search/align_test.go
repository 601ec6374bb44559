package search

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestAligned: what is found has the key that is looked for, is ascending, and leaves out as few
// as can be: none, where documents have only come and gone.
func TestAligned(t *testing.T) {
	keys := func(numbers []byte) (list []Key) {
		for _, n := range numbers {
			list = append(list, Key{n})
		}
		return list
	}
	pagesOf := func(numbers []byte) (list []*page) {
		for _, n := range numbers {
			list = append(list, &page{key: Key{n}})
		}
		return list
	}
	rapid.Check(t, func(t *rapid.T) {
		number := rapid.ByteMax(9)
		last, now := rapid.SliceOfN(number, 0, 12).Draw(t, "last"), rapid.SliceOfN(number, 0, 12).Draw(t, "now")
		at := -1
		for i, was := range aligned(pagesOf(last), keys(now)) {
			if was >= 0 && (int(was) <= at || last[was] != now[i]) {
				t.Fatalf("%v is found in %v at %d, after %d", now[i], last, was, at)
			}
			at = max(at, int(was))
		}
		all := rapid.Permutation([]byte{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}).Draw(t, "all")
		some := func(name string) []byte {
			yes := rapid.SliceOfN(rapid.Bool(), 10, 10).Draw(t, name)
			return slices.DeleteFunc(slices.Clone(all), func(n byte) bool { return yes[n] })
		}
		last, now = some("before"), some("after")
		for i, was := range aligned(pagesOf(last), keys(now)) {
			if int(was) != slices.Index(last, now[i]) {
				t.Fatalf("of %v, %v is found at %d in %v", now, now[i], was, last)
			}
		}
	})
}
