package search

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// each calls a function for 0 … n-1, on all processors, a few at a time. Each of them has
// a function of its own from newWork, with memory that the others do not touch.
// The calls must not depend on each other: then their order does not show.
func each(n int, newWork func() func(int)) {
	const batch = 16
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), (n+batch-1)/batch) {
		wait.Go(func() {
			work := newWork()
			for {
				to := int(next.Add(batch))
				if to-batch >= n {
					return
				}
				for i := to - batch; i < min(to, n); i++ {
					work(i)
				}
			}
		})
	}
	wait.Wait()
}

// atOnce calls functions at a time that do not depend on each other.
func atOnce(work ...func()) {
	var wait sync.WaitGroup
	for _, w := range work {
		wait.Go(w)
	}
	wait.Wait()
}
