package main

import (
	"fmt"
	"math"
	"os"
	"slices"
)

// show prints a figure.
func show(engine, figure, format string, value any) {
	fmt.Printf("%s_%s "+format+"\n", engine, figure, value)
}

// say tells what is going on, apart from the figures.
func say(format string, values ...any) {
	fmt.Fprintf(os.Stderr, format+"\n", values...)
}

// showLoads prints what queries loaded: on average, and how far they differ.
func showLoads(engine, kind string, replies []reply) {
	var bytes, requests []float64
	for _, r := range replies {
		bytes = append(bytes, float64(total(r.loaded)))
		requests = append(requests, float64(len(r.loaded)))
	}
	show(engine, kind+"_bytes", "%.0f", mean(bytes))
	show(engine, kind+"_bytes_min", "%.0f", slices.Min(bytes))
	show(engine, kind+"_bytes_max", "%.0f", slices.Max(bytes))
	show(engine, kind+"_requests", "%.1f", mean(requests))
	show(engine, kind+"_requests_max", "%.0f", slices.Max(requests))
}

// showTimes prints how long the same queries took, asked in rounds. On a machine that does
// other things the best of each query is the steadier figure.
func showTimes(engine string, times []float64, queries int) {
	best := slices.Clone(times[:queries])
	for i, ms := range times {
		best[i%queries] = min(best[i%queries], ms)
	}
	show(engine, "warm_p50_ms", "%.1f", quantile(times, .5))
	show(engine, "warm_p95_ms", "%.1f", quantile(times, .95))
	show(engine, "warm_best_p95_ms", "%.1f", quantile(best, .95))
}

// showShown prints what the reader saw, and when.
func showShown(engine string, first, further []reply) {
	var paint []float64
	for _, r := range first {
		if ms, ok := r.paint(); ok {
			paint = append(paint, ms)
		}
	}
	empty := 0
	for _, r := range slices.Concat(first, further) {
		if r.Shown == 0 {
			empty++
		}
	}
	if len(paint) > 0 {
		show(engine, "paint_ms", "%.1f", quantile(paint, .5))
	}
	show(engine, "empty", "%d", empty)
}

func sayLoaded(engine, query string, r reply) {
	say("%s loads for %q, showing %d:", engine, query, r.Shown)
	for _, a := range r.loaded {
		say("%9d  %s", a.bytes, a.path)
	}
}

func mean(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum / float64(max(1, len(values)))
}

// quantile is the smallest value that this share of the values does not exceed.
func quantile(values []float64, share float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	i := int(math.Ceil(share*float64(len(sorted)))) - 1
	return sorted[max(0, i)]
}
