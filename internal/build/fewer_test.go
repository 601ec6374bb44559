package build_test

import (
	"flag"
	"strconv"
	"testing"

	"github.com/microleadership/playbook/internal/cputime"
)

// fewerWhenWatched draws a quarter of the histories under the race detector, where each takes
// many times as long; all of them are drawn without it. Who asks for a number gets it.
func fewerWhenWatched(t *testing.T) {
	f := flag.Lookup("rapid.checks")
	if cputime.Slower == 1 || f.Value.String() != f.DefValue {
		return
	}
	n, err := strconv.Atoi(f.DefValue)
	if err != nil {
		t.Fatal(err)
	}
	if err := flag.Set("rapid.checks", strconv.Itoa(n/4)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = flag.Set("rapid.checks", f.DefValue) })
}
