// Package work is the folder that a measurement works in: the same content for this
// program and for Hugo.
package work

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"github.com/microleadership/playbook/internal/bench/corpus"
	"github.com/microleadership/playbook/internal/bench/hugo"
	"github.com/microleadership/playbook/internal/bench/measure"
)

// Options say what to make, and what to measure it with.
type Options struct {
	Entries  int
	Seed     uint64
	Rival    bool
	Keep     string // the folder, if it shall stay
	Playbook string // the programs
	Hugo     string
}

// Flags lets the command line set the options.
func (o *Options) Flags(flags *flag.FlagSet) {
	flags.IntVar(&o.Entries, "n", 1000, "how many `entries` to make")
	flags.Uint64Var(&o.Seed, "seed", 1, "what they are made from")
	flags.BoolVar(&o.Rival, "rival", true, "measure Hugo too")
	flags.StringVar(&o.Keep, "keep", "", "work in this empty `folder` and keep it")
	flags.StringVar(&o.Playbook, "playbook", "bin/playbook", "the `program` to measure")
	flags.StringVar(&o.Hugo, "hugo", "bin/hugo", "the rival `program`")
}

// ErrUsage says that the command line is wrong, and that the user knows already.
var ErrUsage = errors.New("usage")

// Parse reads a command line that has flags only.
func Parse(flags *flag.FlagSet, o *Options, args []string) error {
	if flags.Parse(args) != nil {
		return ErrUsage
	}
	if flags.NArg() > 0 || o.Entries < 20 {
		fmt.Fprintln(os.Stderr, flags.Name(), "takes flags only, and -n of at least 20")
		return ErrUsage
	}
	return nil
}

// Work is the folder.
type Work struct{ Dir string }

// Playbook is the root of the playbook, Hugo that of the other site.
func (w Work) Playbook() string { return filepath.Join(w.Dir, "playbook") }
func (w Work) Hugo() string     { return filepath.Join(w.Dir, "hugo") }

// Path is a place for anything else.
func (w Work) Path(name string) string { return filepath.Join(w.Dir, name) }

// Open makes the folder with the content, and returns what removes it.
func Open(ctx context.Context, o Options) (w Work, remove func(), err error) {
	w.Dir, remove = o.Keep, func() {}
	if o.Keep == "" {
		if w.Dir, err = os.MkdirTemp("", "playbook-bench-"); err != nil {
			return w, nil, err
		}
		remove = func() { _ = os.RemoveAll(w.Dir) } // what is left lies among what is temporary
	} else if files, err := os.ReadDir(w.Dir); err == nil && len(files) > 0 {
		return w, nil, fmt.Errorf("%s is not empty, and what an earlier run left would be measured too", w.Dir)
	}
	measure.Say("making %d entries in %s", o.Entries, w.Dir)
	self, err := os.Executable()
	if err == nil {
		_, err = measure.Run(ctx, self, "prepare", strconv.Itoa(o.Entries), strconv.FormatUint(o.Seed, 10), strconv.FormatBool(o.Rival), w.Dir)
	}
	if err != nil {
		remove()
		return w, nil, err
	}
	return w, remove, nil
}

// Prepare does what Open asked for, in a process of its own: the one that measures has
// to stay small, since each process starts out as large as the one that starts it.
func Prepare(args []string) error {
	if len(args) != 4 {
		return ErrUsage
	}
	n, err := strconv.Atoi(args[0])
	if err != nil {
		return err
	}
	seed, err := strconv.ParseUint(args[1], 10, 64)
	if err != nil {
		return err
	}
	rival, err := strconv.ParseBool(args[2])
	if err != nil {
		return err
	}
	w := Work{args[3]}
	c := corpus.New(n, seed)
	if err := c.WritePlaybook(w.Playbook()); err != nil {
		return err
	}
	if !rival {
		return nil
	}
	if err := c.WriteHugo(w.Hugo()); err != nil {
		return err
	}
	return hugo.Write(w.Hugo())
}
