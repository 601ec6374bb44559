package main

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/microleadership/playbook/internal/bench/measure"
)

func put(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func TestAnEditIsSeenAndTakenBack(t *testing.T) {
	b := builder{root: t.TempDir()}
	source := filepath.Join(b.root, "content", "examples", "a.md")
	put(t, source, "text\n")
	undo, err := b.edit("examples/a.md")
	if err != nil {
		t.Fatal(err)
	}
	edited, err := os.ReadFile(source)
	if err != nil || !strings.HasPrefix(string(edited), "text\n\n") || !strings.Contains(string(edited), mark) {
		t.Errorf("the edit made %q of it; %v", edited, err)
	}
	site := t.TempDir()
	put(t, filepath.Join(site, "examples", "a.html"), string(edited))
	if err := b.seen(site, "examples/a.md"); err != nil {
		t.Error(err)
	}
	put(t, filepath.Join(site, "examples", "a.html"), "text\n")
	if b.seen(site, "examples/a.md") == nil {
		t.Error("a page without the change counts as one with it")
	}
	if err := undo(); err != nil {
		t.Fatal(err)
	}
	if text, err := os.ReadFile(source); string(text) != "text\n" || err != nil {
		t.Errorf("taken back, it is %q; %v", text, err)
	}
}

// What counts is the middle of the ratios, not the ratio of the middles: a machine that is
// busy for one round is busy for both.
func TestRatiosAreTakenWithinARound(t *testing.T) {
	var rounds []map[string]times
	for _, seconds := range [][2]int{{1, 10}, {40, 200}, {3, 10}} {
		rounds = append(rounds, map[string]times{
			"":      {cold: measure.Usage{Wall: time.Duration(seconds[0]) * time.Second}},
			"hugo_": {cold: measure.Usage{Wall: time.Duration(seconds[1]) * time.Second}},
		})
	}
	got := median(rounds, func(r map[string]times) float64 { return ratio(r, cold, wall) })
	if math.Abs(got-.2) > 1e-9 {
		t.Errorf("ratio %v, want 0.2", got)
	}
}

// What a machine that is slower now takes longer for has not grown.
func TestGrowthIsToldWithinARound(t *testing.T) {
	seconds := func(list ...float64) (taken []measure.Usage) {
		for _, s := range list {
			taken = append(taken, measure.Usage{CPU: time.Duration(s * float64(time.Second))})
		}
		return taken
	}
	small := [][]measure.Usage{seconds(1, 1.1, .9), seconds(4, 3.9, 4.1), seconds(1, 1, 1)}
	if got := exponent(seconds(100, 400, 150), small, cpu, 100); math.Abs(got-1) > 1e-9 {
		t.Errorf("exponent %v, want 1", got)
	}
}
