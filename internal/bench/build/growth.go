package main

import (
	"context"
	"fmt"
	"math"

	"github.com/microleadership/playbook/internal/bench/measure"
	"github.com/microleadership/playbook/internal/bench/work"
)

// growth builds a smaller playbook as often, and prints the power of the bytes read
// that the cost grows with.
func growth(ctx context.Context, w work.Work, o options, large []measure.Usage) error {
	less := o
	less.Entries, less.Keep = o.smaller, w.Path("smaller")
	small, _, err := work.Open(ctx, less.Options) // within the folder that is removed
	if err != nil {
		return err
	}
	b := builders(small, less)[0]
	var taken []measure.Usage
	for number := range o.rounds {
		usage, err := b.build(ctx, small.Path(fmt.Sprint("site-", number)), small.Path(fmt.Sprint("cache-", number)))
		if err != nil {
			return err
		}
		taken = append(taken, usage)
	}
	_, many, err := measure.Size(w.Path("playbook/content"))
	if err != nil {
		return err
	}
	_, few, err := measure.Size(small.Path("playbook/content"))
	if err != nil {
		return err
	}
	exponent := func(f func(measure.Usage) float64) float64 {
		return math.Log(middle(large, f)/middle(taken, f)) / math.Log(float64(many)/float64(few))
	}
	measure.Show("cpu_exponent", "%.3f", exponent(cpu))
	measure.Show("memory_exponent", "%.3f", exponent(memory))
	return nil
}

func middle(taken []measure.Usage, f func(measure.Usage) float64) float64 {
	var values []float64
	for _, u := range taken {
		values = append(values, f(u))
	}
	return measure.Median(values)
}
