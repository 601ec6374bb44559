//go:build race

package cputime

// slower is how much longer everything takes under the race detector, more or less.
const slower = 10
