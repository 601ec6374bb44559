//go:build race

package cputime

// Slower is how much longer everything takes than without the race detector, more or less.
const Slower = 10
