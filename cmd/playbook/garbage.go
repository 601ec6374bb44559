package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
)

// How much memory may be garbage before it is collected. To collect costs in proportion to
// what is used, not to what is garbage; so as long as little is used, it is not worth it.
const (
	roomy   = 144 << 20 // bytes that the program may take without thinking
	garbage = 50        // above that: percent of what is used
	plenty  = 1 << 30   // bytes with garbage, above which machines that build begin to lack them: less is let be
	frugal  = 25        // percent there
	sparing = 20        // percent in a preview, which stays beside an editor and a browser
)

var previewing atomic.Bool

// collectSeldom sets how often garbage is collected, and sets it anew after each collection.
func collectSeldom() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return // somebody knows better
	}
	afterCollection(func() {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		used := max(live[0].Value.Uint64(), 4<<20)
		switch {
		case previewing.Load():
			debug.SetGCPercent(sparing)
		case used < roomy:
			debug.SetGCPercent(max(garbage, int((roomy-used)*100/used)))
		default:
			debug.SetGCPercent(max(frugal, min(garbage, int((plenty-int64(used))*100/int64(used)))))
		}
	})
}

// sentinel is garbage as soon as it is made, so that each collection finds one.
type sentinel struct{ _ [16]byte }

func afterCollection(do func()) {
	do()
	runtime.AddCleanup(&sentinel{}, func(int) { afterCollection(do) }, 0)
}
