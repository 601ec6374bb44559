package main

import (
	"context"

	"github.com/microleadership/playbook/internal/bench/measure"
)

// memory says what the servers hold, and whether they hold on to more with each edit.
func (r *runner) memory(ctx context.Context, servers []*server, files []string, o options) error {
	for _, s := range servers {
		edits := o.edits
		if s.prefix != "" {
			edits = o.rivalEdits
		}
		if err := s.showMemory("memory_mb", "resident_mb"); err != nil {
			return err
		}
		measure.Say("%d edits, for %smemory_after_edits_mb", edits, s.prefix)
		for i := range edits {
			if err := r.save(ctx, s, files[i*7919%len(files)]); err != nil {
				return err
			}
		}
		measure.Show(s.prefix+"edits", "%d", edits)
		if err := s.showMemory("memory_after_edits_mb", "resident_after_edits_mb"); err != nil {
			return err
		}
	}
	return nil
}

// save edits a body and waits for the page, as an author does all day.
func (r *runner) save(ctx context.Context, s *server, file string) error {
	mark := r.mark()
	c, err := s.edit(file, body(mark))
	if err != nil {
		return err
	}
	if err := s.write(c); err != nil {
		return err
	}
	fresh, err := s.until(ctx, address(file), mark)
	if err == nil && !fresh {
		measure.Say("%s is stale for %v", address(file), patience)
	}
	return err
}

func (s *server) showMemory(peakFigure, residentFigure string) error {
	peak, err := s.process.Peak()
	if err != nil {
		return err
	}
	resident, err := s.process.Resident()
	if err != nil {
		return err
	}
	measure.Show(s.prefix+peakFigure, "%.0f", float64(peak)/1e6)
	measure.Show(s.prefix+residentFigure, "%.0f", float64(resident)/1e6)
	return nil
}
