package feeds

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/gorilla/feeds"

	"github.com/microleadership/playbook/internal/playbook"
)

// feedLength is how many entries the feed carries, newest first.
const feedLength = 50

// undated stands for the date of an entry that has none: a story told without a name
// keeps its date to itself. It is fixed, so that readers' programs do not see such an
// entry change whenever another one does.
var undated = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

func atom(p *playbook.Playbook) ([]byte, error) {
	list := published(p)
	slices.SortStableFunc(list, func(a, b *playbook.Entry) int { return cmp.Compare(b.Derived.Updated, a.Derived.Updated) })
	list = list[:min(feedLength, len(list))]

	feed := &feeds.AtomFeed{
		Xmlns:    "http://www.w3.org/2005/Atom",
		Title:    p.Settings.Title,
		Subtitle: p.Settings.Description,
		Id:       absolute(p, playbook.HomeAddress),
		Link:     &feeds.AtomLink{Href: absolute(p, playbook.FeedAddress), Rel: "self", Type: "application/atom+xml"},
		Rights:   p.Settings.License,
		Author:   &feeds.AtomAuthor{AtomPerson: feeds.AtomPerson{Name: cmp.Or(p.Settings.Author, p.Settings.Title)}},
		Updated:  stamp(undated),
	}
	for i, e := range list {
		entry := atomEntry(p, e)
		if i == 0 {
			feed.Updated = entry.Updated
		}
		feed.Entries = append(feed.Entries, entry)
	}
	text, err := feeds.ToXML(feed)
	return []byte(text + "\n"), err
}

func atomEntry(p *playbook.Playbook, e *playbook.Entry) *feeds.AtomEntry {
	address := absolute(p, e.Address())
	summary := e.Summary
	if e.Story != nil && e.Story.Provenance == playbook.Illustrative {
		summary = "An invented story. " + summary
	}
	return &feeds.AtomEntry{
		Title:    e.Title,
		Id:       address,
		Updated:  stamp(dateOf(e)),
		Links:    []feeds.AtomLink{{Href: address, Rel: "alternate", Type: "text/html"}},
		Summary:  &feeds.AtomSummary{Type: "text", Content: clean(summary)},
		Category: string(e.Kind),
	}
}

func dateOf(e *playbook.Entry) time.Time {
	for _, d := range []playbook.Date{e.Derived.Updated, e.PublishOn} {
		if t := d.Time(); !t.IsZero() {
			return t
		}
	}
	return undated
}

func stamp(t time.Time) string { return t.UTC().Format(time.RFC3339) }

// clean makes text one line, as feeds want it.
func clean(s string) string { return strings.Join(strings.Fields(s), " ") }
