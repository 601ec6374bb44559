package news

import (
	"github.com/microleadership/playbook/internal/playbook"
)

// Compare tells what has changed for readers. There may be nothing before (nil): then it
// only counts.
func Compare(before, after *Snapshot) *Report {
	r := &Report{Counts: after.counts()}
	if before == nil {
		r.First = true
		return r.filled()
	}
	m := match(before, after)
	r.Frame = before.Frame != "" && after.Frame != "" && before.Frame != after.Frame
	for _, e := range m.created {
		if e.generated() {
			continue
		}
		r.New = append(r.New, e.item())
		r.tell(nil, e)
	}
	for _, p := range m.pairs {
		r.compare(p.before, p.after)
	}
	r.steps(m)
	r.remove(m)
	r.Gone = gone(before, after, m)
	r.Coverage = coverage(before, after, m)
	return r.filled()
}

// compare tells what became of one entry.
func (r *Report) compare(a, b *Entry) {
	if a.Address != b.Address {
		r.Renamed = append(r.Renamed, Renaming{b.item(), a.Address})
	}
	if why := orphaned(a, b); len(why) > 0 {
		r.Orphaned = append(r.Orphaned, Orphan{b.item(), why})
	}
	r.Broken = append(r.Broken, brokenSince(a, b)...)
	if a.text != "" && b.text != "" && a.text != b.text {
		r.Edited = append(r.Edited, b.item())
	}
	r.tell(a, b)
}

// tell notes a story that readers did not have before, or not as an attempt.
func (r *Report) tell(a, b *Entry) {
	if b.Kind != playbook.KindStory || b.Invented {
		return
	}
	if a == nil || a.Invented {
		r.Stories = append(r.Stories, b.item())
	}
	if b.Attempt && (a == nil || a.Invented || !a.Attempt) {
		r.Attempts = append(r.Attempts, b.item())
	}
}

// steps tells who was promoted or demoted, and by which stories.
func (r *Report) steps(m *matching) {
	for _, p := range m.pairs {
		from, to := p.before.Maturity, p.after.Maturity
		if from == to || from == playbook.NoMaturity || to == playbook.NoMaturity {
			continue
		}
		step := Step{Item: p.after.item(), From: from.String(), To: to.String()}
		had := map[string]bool{}
		for _, a := range p.before.Attested {
			had[m.now(a)] = true
		}
		for _, a := range p.after.Attested {
			if story := m.at[a]; story != nil && !had[a] {
				step.By = append(step.By, story.item())
			}
		}
		if from < to {
			r.Promoted = append(r.Promoted, step)
		} else {
			r.Demoted = append(r.Demoted, step)
		}
	}
}

// remove tells what is no longer there.
func (r *Report) remove(m *matching) {
	for _, e := range m.removed {
		if e.generated() {
			continue
		}
		gone := Removal{Item: e.item(), LedTo: m.leads[e.Address]}
		if gone.LedTo == "" {
			gone.MovedTo = m.lookalike(e)
		}
		r.Removed = append(r.Removed, gone)
	}
}

func (e *Entry) item() Item {
	return Item{e.Kind, e.Address, e.Title, e.File, e.Invented, e.Attempt}
}

func (s *Snapshot) counts() *Counts {
	c := &Counts{Coverage: s.Coverage}
	for i := range s.Entries {
		switch e := &s.Entries[i]; e.Kind {
		case playbook.KindPrinciple:
			c.Principles++
		case playbook.KindExample:
			c.Examples++
		case playbook.KindStory:
			c.Stories++
			if e.Attempt {
				c.Attempts++
			}
		case playbook.KindPage:
			if !e.generated() {
				c.Pages++
			}
		}
	}
	return c
}
