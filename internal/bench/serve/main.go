// Command serve measures how soon an author sees what was saved, beside hugo server on
// the same content:
//
//	go run ./internal/bench/serve -n 10000
//
// Both servers run at once and are measured in turn; each edit waits until both have
// nothing left to do, and then a little longer by chance, since a server may look at its
// files at intervals. A file is written in place, and the clock runs from just before
// that until a page that has the change was received over http on loopback. The
// page is asked for over one kept connection again and again, half a millisecond after
// each answer; the event stream of a server is not listened to, because the two differ
// in what they say on it. The page was asked for before the edit, so that a server that
// prefers pages somebody looks at knows it.
//
// Each figure is a line "name value" on the standard output; those of Hugo begin with
// hugo_. Times are in milliseconds, the median of the rounds:
//
//	ready_ms                 from the start of the server to its first page
//	entry_ms                 a paragraph is added to an entry
//	title_ms                 an entry has another title: on its own page
//	title_list_ms            … and on the list of all entries of its kind
//	title_search_ms          … and in the search index (Hugo has none)
//	template_ms              a text is added to a partial that every page has
//	new_ms                   a file is added
//	painted_ms               as entry_ms, until a headless Chromium that shows the page has
//	                         painted it (ours only)
//	entry_cpu_ms, …          the processor time that the server took until all of it was seen
//	…_stale                  how many rounds of a figure ended without the change after half a minute
//	memory_mb                the most memory that the server had until here
//	edits, memory_after_edits_mb   the same after so many further edits of bodies
//	resident_mb, resident_after_edits_mb   what it had at those moments
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
	rounds     int
	edits      int
	rivalEdits int
	browser    bool
}

func run(ctx context.Context, args []string) error {
	var o options
	flags := flag.NewFlagSet("serve", flag.ContinueOnError)
	o.Flags(flags)
	flags.IntVar(&o.rounds, "rounds", 10, "how many `times` to measure each")
	flags.IntVar(&o.edits, "edits", 1000, "how many `edits` the server's memory is watched for")
	flags.IntVar(&o.rivalEdits, "rival-edits", 100, "the same of Hugo, which needs longer for each")
	flags.BoolVar(&o.browser, "browser", true, "measure until a browser has painted the change, too")
	if err := work.Parse(flags, &o.Options, args); err != nil {
		return err
	}
	w, remove, err := work.Open(ctx, o.Options)
	if err != nil {
		return err
	}
	defer remove()
	// Whatever a program keeps for its user shall not be from an earlier run.
	if err := os.Setenv("XDG_CACHE_HOME", w.Path("cache")); err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	servers, err := start(ctx, w, o)
	if err == nil {
		err = measureAll(ctx, w, servers, o)
	}
	cancel() // the servers stop before what they serve is removed
	for _, s := range servers {
		if s.process != nil {
			s.process.Wait()
		}
	}
	return err
}
