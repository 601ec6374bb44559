package parallel_test

import (
	"sync/atomic"
	"testing"

	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/parallel"
)

func TestEachDoesEachOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, inRow := rapid.IntRange(0, 200).Draw(t, "n"), rapid.IntRange(1, 70).Draw(t, "in a row")
		done := make([]atomic.Int32, n)
		parallel.Each(n, inRow, func() func(int) {
			return func(i int) { done[i].Add(1) }
		})
		for i := range done {
			if times := done[i].Load(); times != 1 {
				t.Fatalf("%d of %d was done %d times", i, n, times)
			}
		}
	})
}

func TestDoDoesAll(t *testing.T) {
	var a, b bool
	parallel.Do(func() { a = true }, func() { b = true })
	if !a || !b {
		t.Error("something was not done")
	}
}
