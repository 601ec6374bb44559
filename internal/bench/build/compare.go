package main

import (
	"context"
	"os"
	"path"
	"slices"

	"github.com/microleadership/playbook/internal/bench/corpus"
	"github.com/microleadership/playbook/internal/bench/measure"
	"github.com/microleadership/playbook/internal/bench/work"
)

// compare prints all figures and returns those of our cold builds.
func compare(ctx context.Context, w work.Work, o options, g *growth) ([]measure.Usage, error) {
	all := builders(w, o)
	if err := showRead(w, o.Entries); err != nil {
		return nil, err
	}
	files, err := os.ReadDir(w.Path("playbook/content/" + corpus.Examples))
	if err != nil {
		return nil, err
	}
	file := path.Join(corpus.Examples, files[len(files)/2].Name())
	var rounds []map[string]times
	for number := range o.rounds {
		measure.Say("round %d of %d", number+1, o.rounds)
		taken, err := round(ctx, all, w, number, file, g)
		if err != nil {
			return nil, err
		}
		rounds = append(rounds, taken)
		slices.Reverse(all)
	}
	for _, b := range builders(w, o) {
		showTimes(b, rounds)
		if err := showWritten(b, w); err != nil {
			return nil, err
		}
	}
	if o.Rival {
		showRatios(rounds)
	}
	return colds(rounds), nil
}

func showRead(w work.Work, entries int) error {
	files, bytes, err := measure.Size(w.Path("playbook/content"))
	if err != nil {
		return err
	}
	measure.Show("entries", "%d", entries)
	measure.Show("files_read", "%d", files)
	measure.Show("bytes_read", "%d", bytes)
	return nil
}

func showWritten(b builder, w work.Work) error {
	files, bytes, err := measure.Size(w.Path(b.prefix + "site-0"))
	if err != nil {
		return err
	}
	measure.Show(b.prefix+"files", "%d", files)
	measure.Show(b.prefix+"bytes", "%d", bytes)
	return nil
}

func cpu(u measure.Usage) float64    { return u.CPU.Seconds() }
func wall(u measure.Usage) float64   { return u.Wall.Seconds() }
func memory(u measure.Usage) float64 { return float64(u.Peak) / 1e6 }

// median is the middle of what f makes of each round.
func median(rounds []map[string]times, f func(map[string]times) float64) float64 {
	var values []float64
	for _, r := range rounds {
		values = append(values, f(r))
	}
	return measure.Median(values)
}

func showTimes(b builder, rounds []map[string]times) {
	for _, kind := range []string{cold, warm, changed} {
		of := func(f func(measure.Usage) float64) float64 {
			return median(rounds, func(r map[string]times) float64 { return f(r[b.prefix][kind]) })
		}
		measure.Show(b.prefix+kind+"_cpu_s", "%.2f", of(cpu))
		measure.Show(b.prefix+kind+"_wall_s", "%.2f", of(wall))
		measure.Show(b.prefix+kind+"_memory_mb", "%.0f", of(memory))
	}
}

// ratio is ours ÷ Hugo's.
func ratio(r map[string]times, kind string, f func(measure.Usage) float64) float64 {
	return f(r[""][kind]) / f(r["hugo_"][kind])
}

func showRatios(rounds []map[string]times) {
	show := func(name, kind string, f func(measure.Usage) float64) {
		measure.Show(name, "%.3f", median(rounds, func(r map[string]times) float64 { return ratio(r, kind, f) }))
	}
	show("cold_cpu_ratio", cold, cpu)
	show("cold_wall_ratio", cold, wall)
	show("cold_memory_ratio", cold, memory)
	show("warm_wall_ratio", warm, wall)
	show("changed_wall_ratio", changed, wall)
}

func colds(rounds []map[string]times) (out []measure.Usage) {
	for _, r := range rounds {
		out = append(out, r[""][cold])
	}
	return out
}
