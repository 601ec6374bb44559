// Package cputime says how long this process has worked, for tests of what must not take
// long: a test that looks at the clock fails when the machine is busy with something else.
package cputime
