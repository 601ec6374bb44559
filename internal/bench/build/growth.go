package main

import (
	"context"
	"fmt"
	"math"

	"github.com/microleadership/playbook/internal/bench/measure"
	"github.com/microleadership/playbook/internal/bench/work"
)

// growth is how the cost of a cold build grows. A smaller playbook is built right before and right
// after the large one, in every round: a machine is busier now than in five minutes, and
// what took longer for that has not grown.
type growth struct {
	playbook work.Work // the smaller one
	builder  builder
	built    int
	taken    [][]measure.Usage // by rounds
}

// beside is how often the smaller playbook is built each time: it takes so little that one is chance.
const beside = 3

// newGrowth makes the smaller playbook; nil if it would not be smaller.
func newGrowth(ctx context.Context, w work.Work, o options) (*growth, error) {
	if o.smaller >= o.Entries {
		return nil, nil
	}
	o.Entries, o.Keep, o.Rival = o.smaller, w.Path("smaller"), false
	small, _, err := work.Open(ctx, o.Options) // within the folder that is removed
	if err != nil {
		return nil, err
	}
	return &growth{playbook: small, builder: builders(small, o)[0]}, nil
}

// around calls build, and builds the smaller playbook before and after.
func (g *growth) around(ctx context.Context, build func() (measure.Usage, error)) (measure.Usage, error) {
	if g == nil {
		return build()
	}
	g.taken = append(g.taken, nil)
	if err := g.build(ctx); err != nil {
		return measure.Usage{}, err
	}
	usage, err := build()
	if err != nil {
		return usage, err
	}
	return usage, g.build(ctx)
}

func (g *growth) build(ctx context.Context) error {
	for range beside {
		usage, err := g.builder.build(ctx, g.playbook.Path(fmt.Sprint("site-", g.built)), g.playbook.Path(fmt.Sprint("cache-", g.built)))
		if err != nil {
			return err
		}
		g.built++
		last := &g.taken[len(g.taken)-1]
		*last = append(*last, usage)
	}
	return nil
}

// show prints the power of the bytes read that the cost grows with.
func (g *growth) show(w work.Work, large []measure.Usage) error {
	if g == nil {
		return nil
	}
	_, many, err := measure.Size(w.Path("playbook/content"))
	if err != nil {
		return err
	}
	_, few, err := measure.Size(g.playbook.Path("playbook/content"))
	if err != nil {
		return err
	}
	power := func(f func(measure.Usage) float64) float64 {
		return exponent(large, g.taken, f, float64(many)/float64(few))
	}
	measure.Show("cpu_exponent", "%.3f", power(cpu))
	measure.Show("memory_exponent", "%.3f", power(memory))
	return nil
}

// exponent is the median over the rounds of the power with which f grows where what is read
// grows by a factor.
func exponent(large []measure.Usage, small [][]measure.Usage, f func(measure.Usage) float64, factor float64) float64 {
	var powers []float64
	for round, u := range large {
		powers = append(powers, math.Log(f(u)/middle(small[round], f))/math.Log(factor))
	}
	return measure.Median(powers)
}

func middle(taken []measure.Usage, f func(measure.Usage) float64) float64 {
	var values []float64
	for _, u := range taken {
		values = append(values, f(u))
	}
	return measure.Median(values)
}
