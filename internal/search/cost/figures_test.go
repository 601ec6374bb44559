package main

import (
	"testing"
	"time"
)

func TestQuantile(t *testing.T) {
	var hundred []float64
	for i := 100; i > 0; i-- {
		hundred = append(hundred, float64(i))
	}
	for _, c := range []struct {
		values      []float64
		share, want float64
	}{
		{hundred, .5, 50},
		{hundred, .95, 95},
		{hundred, 1, 100},
		{[]float64{3}, .95, 3},
		{[]float64{2, 1, 3}, .5, 2},
	} {
		if got := quantile(c.values, c.share); got != c.want {
			t.Errorf("quantile %v of %d values is %v, want %v", c.share, len(c.values), got, c.want)
		}
	}
}

// What was loaded after the first results is none of theirs.
func TestPaintCountsFromTheLastByteNeeded(t *testing.T) {
	at := func(ms int64) answer { return answer{sent: time.UnixMilli(ms)} }
	r := reply{First: 1050, Painted: 1060, loaded: []answer{at(1000), at(1040), at(1055)}}
	if got, ok := r.paint(); !ok || got != 20 {
		t.Errorf("got %v, %v; want 20 ms", got, ok)
	}
	if _, ok := (reply{First: 1050, Painted: 1060}).paint(); ok {
		t.Error("a time although nothing was loaded")
	}
	if _, ok := (reply{loaded: []answer{at(1000)}}).paint(); ok {
		t.Error("a time although nothing was drawn")
	}
}
