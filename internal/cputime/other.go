//go:build !unix

package cputime

import "time"

var started = time.Now()

// Used is the time that has passed: the best there is everywhere.
func Used() time.Duration { return time.Since(started) / Slower }
