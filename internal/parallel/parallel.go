// Package parallel does many small things on all processors. What is done must not depend
// on each other: then the order does not show.
package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Each calls work for each number below n, inRow of them in a row. start is called once on
// each processor, to make the memory that its work uses and the others do not touch.
func Each(n, inRow int, start func() (work func(i int))) {
	workers := min(runtime.GOMAXPROCS(0), (n+inRow-1)/inRow)
	if workers <= 1 {
		work := start()
		for i := range n {
			work(i)
		}
		return
	}
	var next atomic.Int64
	var group sync.WaitGroup
	for range workers {
		group.Go(func() {
			work := start()
			for {
				end := int(next.Add(int64(inRow)))
				for i := end - inRow; i < min(end, n); i++ {
					work(i)
				}
				if end >= n {
					return
				}
			}
		})
	}
	group.Wait()
}

// Do does several things at once, and waits for all.
func Do(work ...func()) {
	var group sync.WaitGroup
	for _, w := range work {
		group.Go(w)
	}
	group.Wait()
}
