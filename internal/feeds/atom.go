package feeds

import (
	"cmp"
	"encoding/xml"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/microleadership/playbook/internal/playbook"
)

// The elements of RFC 4287 that the feed uses. They are written here because the kept feed
// libraries put a category's name between its tags, where the RFC wants an attribute.
type (
	atomFeed struct {
		XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
		Title    string      `xml:"title"`
		Subtitle string      `xml:"subtitle,omitempty"`
		ID       string      `xml:"id"`
		Links    []atomLink  `xml:"link"`
		Updated  string      `xml:"updated"`
		Author   string      `xml:"author>name"`
		Rights   string      `xml:"rights,omitempty"`
		Entries  []atomEntry `xml:"entry"`
	}
	atomEntry struct {
		Title    string       `xml:"title"`
		ID       string       `xml:"id"`
		Link     atomLink     `xml:"link"`
		Updated  string       `xml:"updated"`
		Category atomCategory `xml:"category"`
		Summary  string       `xml:"summary"`
	}
	atomLink struct {
		Rel  string `xml:"rel,attr"`
		Type string `xml:"type,attr"`
		Href string `xml:"href,attr"`
	}
	atomCategory struct {
		Term string `xml:"term,attr"`
	}
)

// feedLength is how many entries the feed carries, newest first.
const feedLength = 50

// undated stands for the date of an entry that has none: a story told without a name
// keeps its date to itself. It is fixed, so that readers' programs do not see such an
// entry change whenever another one does.
var undated = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

func appendAtom(to []byte, p *playbook.Playbook) ([]byte, error) {
	list := newest(published(p))
	feed := atomFeed{
		Title:    p.Settings.Title,
		Subtitle: p.Settings.Description,
		ID:       absolute(p, playbook.HomeAddress),
		Links: []atomLink{
			{"self", "application/atom+xml", absolute(p, playbook.FeedAddress)},
			{"alternate", "text/html", absolute(p, playbook.HomeAddress)},
		},
		Updated: stamp(undated),
		Author:  cmp.Or(p.Settings.Author, p.Settings.Title),
		Rights:  p.Settings.License,
	}
	for i, d := range list[:min(feedLength, len(list))] {
		e := d.entry
		address := absolute(p, e.Address())
		feed.Entries = append(feed.Entries, atomEntry{
			Title:    e.Title,
			ID:       address,
			Link:     atomLink{"alternate", "text/html", address},
			Updated:  stamp(d.date),
			Category: atomCategory{string(e.Kind)},
			Summary:  clean(honest(e)),
		})
		if i == 0 {
			feed.Updated = stamp(d.date)
		}
	}
	text, err := xml.MarshalIndent(feed, "", " ")
	return append(append(append(to, xml.Header...), text...), '\n'), err
}

// dated is an entry with its date, read once.
type dated struct {
	date  time.Time
	entry *playbook.Entry
}

// newest sorts entries by their dates, those of one day as they are read.
func newest(entries []*playbook.Entry) []dated {
	list := make([]dated, len(entries))
	for i, e := range entries {
		list[i] = dated{dateOf(e), e}
	}
	slices.SortStableFunc(list, func(a, b dated) int { return b.date.Compare(a.date) })
	return list
}

// honest is an entry's summary, which says of an invented story that it is invented.
func honest(e *playbook.Entry) string {
	if e.Story != nil && e.Story.Provenance == playbook.Illustrative {
		return "An invented story. " + e.Summary
	}
	return e.Summary
}

func dateOf(e *playbook.Entry) time.Time {
	if e.Story != nil && e.Story.Credit != playbook.CreditNamed {
		return undated // the day on which it was to appear leads to its teller, too
	}
	for _, d := range []playbook.Date{e.Derived.Updated, e.PublishOn} {
		if t := d.Time(); !t.IsZero() {
			return t
		}
	}
	return undated
}

func stamp(t time.Time) string { return t.UTC().Format(time.RFC3339) }

// clean makes text one line, as feeds want it.
func clean(s string) string {
	for i := range len(s) { // nearly every text is as it should be
		if c := s[i]; c >= utf8.RuneSelf || c < ' ' || c == ' ' && (i == 0 || i == len(s)-1 || s[i-1] == ' ') {
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return s
}
