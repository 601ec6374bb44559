//go:build !unix

package frontmatter_test

import "time"

var started = time.Now()

// cpuTime is the time that has passed: the best there is everywhere.
func cpuTime() time.Duration { return time.Since(started) }
