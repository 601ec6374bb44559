// Command cost measures what a search costs those who publish it and those who use
// it, beside two others of its kind on the same pages:
//
//	go run ./internal/search/cost -n 10000
//	go run ./internal/search/cost -corpus DIR
//
// The first makes n pages (package corpus), the second reads docs.jsonl and
// queries.jsonl. Both index them with this engine, with Pagefind as shipped, and with
// MiniSearch (prefixes and mistakes on, titles stored, one compressed JSON file), each
// in a process of its own, then let a headless Chromium ask each the same queries
// over one counting server. npm ci in this folder installs the other two; -rivals=false
// leaves them out.
//
// Each figure is a line "name value" on the standard output, its name beginning with
// ours, pagefind or minisearch:
//
//	build_cpu_s, build_wall_s, peak_mb     making the index: user and system time, peak memory
//	files, index_bytes                     what was written, uncompressed
//	code_bytes                             the code a search loads, as it travels
//	first_bytes, first_requests            from opening the search with an empty cache to the
//	                                       first five results with their passages (MiniSearch: titles);
//	                                       code, index and all; the mean of some queries, and _min, _max
//	further_bytes, further_requests        the mean of each further query in the same page, and _max
//	typed_first_…, typed_further_…         the same when the query comes letter by letter (ours only)
//	warm_p50_ms, warm_p95_ms               the same queries asked again: from the field's input event
//	                                       to the results in the document
//	warm_best_p95_ms                       the same, of each query's best of five
//	paint_ms                               first query: from the last byte that the results need to the frame with them
//	empty                                  queries that found nothing
//
// Bytes are those of response bodies on the wire, compressed at level 6 where they are
// text, as content networks do it; headers are not counted, nor is the page itself,
// which has the reader's attention for other reasons. Code of the others' user
// interface is not counted: a few lines here stand for it.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	err := run(ctx, os.Args[1:])
	if errors.Is(err, errUsage) {
		os.Exit(2)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(3)
	}
}

var errUsage = errors.New("usage")

type options struct {
	pages   int
	seed    uint64
	corpus  string
	rivals  bool
	keep    string
	modules string
	verbose bool
}

func run(ctx context.Context, args []string) error {
	// The parts whose time and memory count run as processes of their own: this
	// program again.
	if len(args) > 0 {
		switch args[0] {
		case "prepare":
			return prepare(args[1:])
		case "index":
			return writeIndex(args[1:])
		}
	}
	var o options
	flags := flag.NewFlagSet("cost", flag.ContinueOnError)
	flags.IntVar(&o.pages, "n", 1400, "how many `pages` to make")
	flags.Uint64Var(&o.seed, "seed", 1, "what the pages are made from")
	flags.StringVar(&o.corpus, "corpus", "", "measure the `folder`'s docs.jsonl and queries.jsonl instead")
	flags.BoolVar(&o.rivals, "rivals", true, "measure Pagefind and MiniSearch too")
	flags.StringVar(&o.keep, "keep", "", "work in this `folder` and keep it")
	flags.StringVar(&o.modules, "modules", "internal/search/cost/node_modules", "the `folder` that npm ci filled")
	flags.BoolVar(&o.verbose, "v", false, "list what each first query loads")
	if flags.Parse(args) != nil {
		return errUsage
	}
	if flags.NArg() > 0 || o.pages < 100 {
		fmt.Fprintln(os.Stderr, "cost takes flags only, and -n of at least 100")
		return errUsage
	}
	return compare(ctx, o)
}
