// Command floor measures the least that building the same files can take with the same
// libraries: read, front matter (adrg), Markdown (goldmark), html/template, write. Its pages
// are as long as Hugo's in internal/bench/hugo, and it has its lists and tags; nothing
// is checked, highlighted, linked back or made searchable.
//
//	go run ./internal/bench/floor -n 10000
//
// Each figure is a line "name value": floor_cpu_s, floor_wall_s and floor_memory_mb, the
// median of the rounds, each a process of its own that writes into a fresh folder; and
// floor_files and floor_bytes.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"syscall"

	"github.com/microleadership/playbook/internal/bench/measure"
	"github.com/microleadership/playbook/internal/bench/work"
)

func main() { os.Exit(work.Main(run)) }

func run(ctx context.Context, args []string) error {
	if len(args) == 3 && args[0] == "build" {
		return build(args[1], args[2])
	}
	var o work.Options
	flags := flag.NewFlagSet("floor", flag.ContinueOnError)
	o.Flags(flags)
	rounds := flags.Int("rounds", 3, "how many `times` to build")
	if err := work.Parse(flags, &o, args); err != nil {
		return err
	}
	o.Rival = false
	w, remove, err := work.Open(ctx, o)
	if err != nil {
		return err
	}
	defer remove()
	self, err := os.Executable()
	if err != nil {
		return err
	}
	var cpu, wall, memory []float64
	for number := range *rounds {
		syscall.Sync()
		u, err := measure.Run(ctx, self, "build", w.Path("playbook/content"), w.Path(fmt.Sprint("site-", number)))
		if err != nil {
			return err
		}
		cpu, wall, memory = append(cpu, u.CPU.Seconds()), append(wall, u.Wall.Seconds()), append(memory, float64(u.Peak)/1e6)
	}
	files, bytes, err := measure.Size(w.Path("site-0"))
	if err != nil {
		return err
	}
	measure.Show("floor_cpu_s", "%.2f", measure.Median(cpu))
	measure.Show("floor_wall_s", "%.2f", measure.Median(wall))
	measure.Show("floor_memory_mb", "%.0f", measure.Median(memory))
	measure.Show("floor_files", "%d", files)
	measure.Show("floor_bytes", "%d", bytes)
	return nil
}
