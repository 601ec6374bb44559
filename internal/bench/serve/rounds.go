package main

import (
	"context"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/microleadership/playbook/internal/bench/corpus"
	"github.com/microleadership/playbook/internal/bench/measure"
	"github.com/microleadership/playbook/internal/bench/work"
)

// step is an address where an edit has to be seen, and the name of the time until then.
type step struct{ figure, address string }

// effort is the figure of the processor time that a server took until all steps were done.
func effort(steps []step) string { return strings.TrimSuffix(steps[0].figure, "_ms") + "_cpu_ms" }

// task is an edit and what is looked at after it, in this order.
type task struct {
	name  string
	edit  func(s *server, mark string) (change, error)
	steps func(s *server, c change) []step
}

// runner makes edits and keeps their times.
type runner struct {
	rng   *rand.Rand
	marks int
	times map[string][]float64
	stale map[string]int
}

func (r *runner) mark() string {
	r.marks++
	return mark(r.marks)
}

func measureAll(ctx context.Context, w work.Work, servers []*server, o options) error {
	files, err := entries(w.Playbook(), corpus.Examples)
	if err != nil {
		return err
	}
	file := files[len(files)/2]
	search, err := servers[0].searchFile(ctx, address(file))
	if err != nil {
		return err
	}
	r := &runner{rng: rand.New(rand.NewPCG(o.Seed, 2)), times: map[string][]float64{}, stale: map[string]int{}}
	for _, s := range servers {
		measure.Show(s.prefix+"ready_ms", "%.0f", measure.Milliseconds(s.ready))
	}
	for _, t := range tasks(file, search) {
		measure.Say("%s, %d times", t.name, o.rounds)
		if err := r.rounds(ctx, servers, t, o.rounds); err != nil {
			return err
		}
	}
	if o.browser {
		measure.Say("an entry's body, until it is painted, %d times", o.rounds)
		if err := r.painted(ctx, w, servers[0], file, o.rounds); err != nil {
			return err
		}
	}
	return r.memory(ctx, servers, files, o)
}

func tasks(file, search string) []task {
	by := func(how func(mark string) func(string) string) func(*server, string) (change, error) {
		return func(s *server, mark string) (change, error) { return s.edit(file, how(mark)) }
	}
	page := func(figure string) func(*server, change) []step {
		return func(*server, change) []step { return []step{{figure, address(file)}} }
	}
	return []task{
		{"an entry's body", by(body), page("entry_ms")},
		{"an entry's title", by(title), func(s *server, _ change) []step {
			steps := []step{{"title_ms", address(file)}, {"title_list_ms", list}}
			if s.prefix == "" {
				steps = append(steps, step{"title_search_ms", search})
			}
			return steps
		}},
		{
			"a template",
			func(s *server, mark string) (change, error) { return s.edit(s.partial, template(mark)) },
			page("template_ms"),
		},
		{
			"a new file",
			func(s *server, mark string) (change, error) { return s.added(file, mark) },
			func(_ *server, c change) []step { return []step{{"new_ms", address(c.file)}} },
		},
	}
}

// rounds measures one task, the servers in turn, and prints its figures.
func (r *runner) rounds(ctx context.Context, servers []*server, t task, n int) error {
	for range n {
		for _, s := range servers {
			if err := r.once(ctx, servers, s, t); err != nil {
				return err
			}
		}
	}
	for _, s := range servers {
		steps := t.steps(s, change{})
		for _, step := range steps {
			r.show(s.prefix + step.figure)
		}
		r.show(s.prefix + effort(steps))
	}
	return nil
}

func (r *runner) show(figure string) {
	if len(r.times[figure]) > 0 {
		measure.Show(figure, "%.1f", measure.Median(r.times[figure]))
	}
	if r.stale[figure] > 0 {
		measure.Show(figure+"_stale", "%d", r.stale[figure])
	}
}

// once makes an edit, waits for what follows, and takes it back.
func (r *runner) once(ctx context.Context, servers []*server, s *server, t task) error {
	mark := r.mark()
	c, err := t.edit(s, mark)
	if err != nil {
		return err
	}
	steps := t.steps(s, c)
	for _, step := range steps {
		_, _ = s.get(ctx, step.address) // somebody looks at it; a new one is not there yet
	}
	if err := r.settle(ctx, servers); err != nil {
		return err
	}
	before, err := s.process.CPU()
	if err != nil {
		return err
	}
	begin := time.Now()
	if err := s.write(c); err != nil {
		return err
	}
	for _, step := range steps {
		fresh, err := s.until(ctx, step.address, mark)
		if err != nil {
			return err
		}
		if figure := s.prefix + step.figure; fresh {
			r.times[figure] = append(r.times[figure], measure.Milliseconds(time.Since(begin)))
		} else {
			measure.Say("%s is stale for %v", step.address, patience)
			r.stale[figure]++
		}
	}
	after, err := s.process.CPU()
	if err != nil {
		return err
	}
	figure := s.prefix + effort(steps)
	r.times[figure] = append(r.times[figure], measure.Milliseconds(after-before))
	return s.undo(c)
}

// settle waits until the servers have nothing left to do, and a little longer.
func (r *runner) settle(ctx context.Context, servers []*server) error {
	for _, s := range servers {
		if err := s.process.Settle(ctx); err != nil {
			return err
		}
	}
	time.Sleep(time.Duration(r.rng.IntN(500)) * time.Millisecond)
	return nil
}
