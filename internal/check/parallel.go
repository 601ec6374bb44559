package check

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// inParallel calls work for each number below n, on all processors, some in a row at a
// time. start is called once on each of them, to make the memory that its work uses.
func inParallel(n, inRow int, start func() (work func(i int))) {
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
