// Command build measures what a build takes, beside Hugo on the same content:
//
//	go run ./internal/bench/build -n 10000
//	go run ./internal/bench/build -n 100000 -rounds 1
//
// In each round both build in turn into fresh folders, with caches that are empty, then
// once more without a change, then after a paragraph was added to one entry. The order
// changes with each round, nothing is deleted before the end, and what was written before is
// on its way to the disk before the clock runs. Each build is a process of its own.
//
// Each figure is a line "name value" on the standard output, the median of the rounds;
// those of Hugo begin with hugo_:
//
//	entries, files_read, bytes_read                  what there is to read
//	cold_cpu_s, cold_wall_s, cold_memory_mb          user and system time, time, peak memory
//	warm_…                                           nothing has changed
//	changed_…                                        one entry has
//	files, bytes                                     what was written
//	cold_cpu_ratio, cold_wall_ratio, cold_memory_ratio, warm_wall_ratio, changed_wall_ratio
//	                                                 ours ÷ Hugo's, within each round
//	cpu_exponent, memory_exponent                    how a cold build of ours grows with the bytes read,
//	                                                 from -smaller entries on, which are built right
//	                                                 before and after; 1 is in proportion
//
// Hugo writes the same pages but checks nothing, and has no search index, no backlinks and
// no maturity.
package main

import (
	"context"
	"flag"
	"os"

	"github.com/microleadership/playbook/internal/bench/work"
)

func main() { os.Exit(work.Main(run)) }

type options struct {
	work.Options
	rounds  int
	smaller int
}

func run(ctx context.Context, args []string) error {
	var o options
	flags := flag.NewFlagSet("build", flag.ContinueOnError)
	o.Flags(flags)
	flags.IntVar(&o.rounds, "rounds", 3, "how many `times` to build")
	flags.IntVar(&o.smaller, "smaller", 1000, "build a playbook of so many `entries` too, if that is fewer, and say how the cost grows")
	if err := work.Parse(flags, &o.Options, args); err != nil {
		return err
	}
	w, remove, err := work.Open(ctx, o.Options)
	if err != nil {
		return err
	}
	defer remove()
	g, err := newGrowth(ctx, w, o)
	if err != nil {
		return err
	}
	large, err := compare(ctx, w, o, g)
	if err != nil {
		return err
	}
	return g.show(w, large)
}
