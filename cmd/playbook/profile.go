package main

import (
	"errors"
	"os"
	"runtime"
	"runtime/pprof"

	"github.com/spf13/cobra"
)

// profiles are what a command can record about itself, for go tool pprof.
type profiles struct {
	cpu, heap string // files to write, if any
	running   *os.File
}

func (p *profiles) add(root *cobra.Command) {
	root.PersistentFlags().StringVar(&p.cpu, "profile-cpu", "", "write what takes processor time to this file, for go tool pprof")
	root.PersistentFlags().StringVar(&p.heap, "profile-heap", "", "write what takes memory to this file, for go tool pprof")
}

func (p *profiles) start() error {
	if p.cpu == "" {
		return nil
	}
	f, err := os.Create(p.cpu)
	if err != nil {
		return err
	}
	p.running = f
	return pprof.StartCPUProfile(f)
}

// stop writes what has been recorded, also of a command that failed.
func (p *profiles) stop() error {
	var errs []error
	if p.running != nil {
		pprof.StopCPUProfile()
		errs = append(errs, p.running.Close())
	}
	if p.heap != "" {
		errs = append(errs, p.writeHeap())
	}
	return errors.Join(errs...)
}

func (p *profiles) writeHeap() error {
	f, err := os.Create(p.heap)
	if err != nil {
		return err
	}
	runtime.GC() // the profile is as old as the last collection
	return errors.Join(pprof.WriteHeapProfile(f), f.Close())
}
