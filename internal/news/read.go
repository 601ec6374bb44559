package news

import (
	"encoding/json"
	"slices"

	"github.com/microleadership/playbook/internal/playbook"
)

// published is what of an entries.json is read; internal/feeds describes the whole.
type published struct {
	Coverage *Coverage
	Entries  []publishedEntry
	Pages    []publishedEntry
}

type publishedEntry struct {
	Kind, Address, Title string
	Tags, Names          []string
	Maturity, Provenance string
	Evidence             playbook.Evidence
	AttestedBy           []string `json:"attested_by"`
	Attempt              bool
	Covers               struct{ Toward, Style []string }
	Linked               int
	BrokenLinks          int      `json:"broken_links"`
	RedirectFrom         []string `json:"redirect_from"`
}

// Read makes a Snapshot of an entries.json, or returns nil when it is none, or one of a
// program that did not write down yet what is compared.
func Read(b []byte) *Snapshot {
	var in published
	if json.Unmarshal(b, &in) != nil || in.Coverage == nil {
		return nil
	}
	s := &Snapshot{Coverage: *in.Coverage}
	for _, e := range in.Entries {
		kind := playbook.Kind(e.Kind)
		if kind == playbook.KindPage || !slices.Contains(playbook.Kinds(), kind) {
			return nil
		}
		s.Entries = append(s.Entries, e.entry(kind))
	}
	for _, e := range in.Pages {
		s.Entries = append(s.Entries, e.entry(playbook.KindPage))
	}
	s.sort()
	for i := range s.Entries {
		if e := &s.Entries[i]; e.Address == "" || i > 0 && e.Address == s.Entries[i-1].Address {
			return nil
		}
	}
	return s
}

func (e *publishedEntry) entry(kind playbook.Kind) Entry {
	slices.Sort(e.AttestedBy)
	slices.Sort(e.Names)
	return Entry{
		Kind: kind, Address: e.Address, Title: e.Title,
		Redirects: e.RedirectFrom, Tags: tagPages(e.Tags),
		Maturity: playbook.Maturity(1 + slices.Index(playbook.Maturities(), e.Maturity)), Evidence: e.Evidence,
		Invented: e.Provenance == string(playbook.Illustrative), Attempt: e.Attempt,
		Attested: e.AttestedBy, Names: e.Names,
		Linked: e.Linked, Covers: playbook.Covers{Toward: e.Covers.Toward, Styles: e.Covers.Style},
		Broken: e.BrokenLinks,
	}
}
