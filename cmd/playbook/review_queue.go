package main

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"github.com/microleadership/playbook/internal/amend"
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
	"github.com/microleadership/playbook/internal/source"
)

// queue is the stories that wait, oldest first.
type queue struct {
	p       *project
	today   playbook.Date
	waiting []waiting
}

// waiting is a story that has not been accepted.
type waiting struct {
	*playbook.Entry
	since time.Time
	git   bool // since is a commit's time, not the file's
	found diag.List
}

func (p *project) queue(ctx context.Context, s streams) (*queue, error) {
	show, clear := progress(s.err)
	defer clear()
	d, err := p.desk(ctx, show)
	if err != nil {
		return nil, err
	}
	q := &queue{p: p, today: d.now.Playbook.Today}
	added, err := source.Added(ctx, p.dir)
	if err != nil {
		return nil, err
	}
	for _, e := range d.now.Playbook.Entries {
		if e.Story == nil || e.Story.Review == playbook.ReviewAccepted {
			continue
		}
		w := waiting{Entry: e}
		if w.since, w.git = added[e.File]; !w.git {
			info, err := p.root.Stat(e.File)
			if err != nil {
				return nil, err
			}
			w.since = info.ModTime().UTC()
		}
		if w.found, err = d.review(ctx, e); err != nil {
			return nil, err
		}
		q.waiting = append(q.waiting, w)
	}
	slices.SortFunc(q.waiting, func(a, b waiting) int { return cmp.Or(a.since.Compare(b.since), strings.Compare(a.File, b.File)) })
	return q, nil
}

// review finds what stands in the way of a story, and what else is worth a look.
func (d *desk) review(ctx context.Context, e *playbook.Entry) (diag.List, error) {
	if e.Story.Review != playbook.ReviewSubmitted { // nobody knows what it says, which is a finding
		return d.of(e.File, d.found), nil
	}
	t, err := d.accept(ctx, e, []amend.Field{{Name: "review", Value: string(playbook.ReviewAccepted)}})
	if err != nil {
		return nil, err
	}
	for i := range t.found {
		if f := &t.found[i]; f.Code == "consent" && f.Pos.File == e.File {
			f.Length = len(e.Story.Review)
			f.Text = "the story cannot be accepted without consent"
			f.Hint = "ask whoever told it; then " + d.p.accepting(e.ID) + " --consent, with the day they said yes"
		}
	}
	return t.found, nil
}

// days is how long a story has waited.
func (q *queue) days(w waiting) int {
	since, _ := time.Parse(time.DateOnly, w.day())
	return max(0, int(q.today.Time().Sub(since)/(24*time.Hour)))
}

func (w waiting) day() string { return w.since.UTC().Format(time.DateOnly) }
