package serve

import (
	"strings"

	"github.com/microleadership/playbook/internal/playbook"
)

// unpublished returns the entry whose page would stand at address if it were published,
// or nil.
func unpublished(p *playbook.Playbook, address string) *playbook.Entry {
	return find(p, address, false)
}

// published returns the entry that a reader meets at address, or nil.
func published(p *playbook.Playbook, address string) *playbook.Entry { return find(p, address, true) }

func find(p *playbook.Playbook, address string, published bool) *playbook.Entry {
	for _, e := range p.Entries {
		if e.Derived.Published == published && e.PageAddress() == address {
			return e
		}
	}
	return nil
}

// whyUnpublished says all that keeps an entry from being published, and what to do about
// it. A preview of drafts does not hold being one against it.
func whyUnpublished(p *playbook.Playbook, e *playbook.Entry) string {
	var why []string
	drafts, future := included(p)
	if e.Draft && !drafts {
		why = append(why, "it is a draft (serve --drafts shows it)")
	}
	if e.PublishOn > p.Today && !future {
		why = append(why, "it is published on "+string(e.PublishOn)+" (serve --future shows it)")
	}
	if e.Story != nil && e.Story.Review != playbook.ReviewAccepted {
		why = append(why, "its review is “"+string(e.Story.Review)+"”, and only accepted stories are published")
	}
	return strings.Join(why, "; ")
}

// included says whether drafts and future entries are published here, going by those that are.
func included(p *playbook.Playbook) (drafts, future bool) {
	drafts = p.Settings.Drafts
	for _, e := range p.Published() {
		drafts = drafts || e.Draft
		future = future || e.PublishOn > p.Today
	}
	return drafts, future
}
