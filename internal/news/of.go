package news

import (
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"path"
	"slices"

	"github.com/microleadership/playbook/internal/playbook"
)

// Options say how much of a playbook to look at.
type Options struct {
	Texts bool   // what pages say too, so that an edited text is told: all texts are read
	Dir   string // where the playbook is, for the names of its files; "" for its own root
	Theme string // stands for the theme; compared with that of the other side
}

// Of is the state of an assembled playbook.
func Of(p *playbook.Playbook, o Options) *Snapshot {
	coverage := p.Coverage()
	s := &Snapshot{Coverage: Coverage{coverage.Covered(), coverage.Cells(), coverage.Percent()}}
	covers, linked := coverage.Covers(), p.Linked()
	for _, e := range p.Published() {
		out := Entry{
			Kind: e.Kind, Address: e.PageAddress(), Title: e.Title, File: path.Join(o.Dir, e.File),
			Redirects: e.Redirects(), Tags: tagPages(e.Derived.Tags),
			Maturity: e.Derived.Maturity, Evidence: e.Derived.Evidence,
			Invented: e.Story != nil && e.Story.Provenance == playbook.Illustrative, Attempt: e.IsAttempt(),
			Attested: addresses(e.AttestedBy()), Names: addresses(p.Named(e)),
			Linked: linked[e.Number()], Covers: covers[e],
			links: linksOf(p, e),
		}
		out.Broken = len(out.links.broken)
		if e.Kind == playbook.KindPage { // anything may lead to a page: the navigation, a footer
			out.Linked, out.Tags = 0, nil
		}
		if o.Texts {
			out.text = textOf(p, e)
		}
		s.Entries = append(s.Entries, out)
	}
	if o.Texts {
		s.Frame = frameOf(p.Settings, o.Theme)
	}
	s.sort()
	return s
}

func (s *Snapshot) sort() {
	slices.SortFunc(s.Entries, func(a, b Entry) int { return cmp.Compare(a.Address, b.Address) })
}

func addresses(list []*playbook.Entry) []string {
	var out []string
	for _, e := range list {
		out = append(out, e.Address())
	}
	slices.Sort(out)
	return out
}

// tagPages are the addresses of the pages of tags.
func tagPages(tags []string) []string {
	var out []string
	for _, tag := range tags {
		if playbook.Slug(tag) != "" {
			out = append(out, playbook.TagAddress(tag))
		}
	}
	return out
}

func linksOf(p *playbook.Playbook, e *playbook.Entry) *links {
	out := &links{led: map[string]bool{}}
	broken := p.BrokenLinks(e)
	for i, l := range e.Outline.Links {
		if _, nowhere := slices.BinarySearch(broken, i); !nowhere {
			out.led[typed(l)] = true
		}
	}
	if len(broken) == 0 {
		return out
	}
	places := p.Text(e).Body.Links
	for _, i := range broken {
		l := brokenLink{typed: typed(e.Outline.Links[i]), problem: p.Follow(e, i).Problem}
		if i < len(places) {
			l.line, l.column = places[i].Pos.Line, places[i].Pos.Column
		}
		out.broken = append(out.broken, l)
	}
	return out
}

func typed(l playbook.Link) string {
	if l.Fragment != "" {
		return l.Target + "#" + l.Fragment
	}
	return l.Target
}

// textOf stands for what an entry's page says of its own: not the dates by which its team
// works, nor what others make of it.
func textOf(p *playbook.Playbook, e *playbook.Entry) string {
	c := e.Common
	c.Draft, c.PublishOn, c.ReviewBy, c.RedirectFrom = false, "", "", nil
	var story *playbook.Story
	if e.Story != nil {
		s := *e.Story
		s.Consent, s.Review = "", ""
		story = &s
	}
	body := p.Text(e).Body
	typed := make([]string, len(body.Links))
	for i, l := range body.Links {
		typed[i] = l.Target + "#" + l.Fragment
	}
	return sum(c, e.Situation, e.Principle, e.Example, story, body.Chunks, typed)
}

// frameOf stands for what stands on every page.
func frameOf(s playbook.Settings, theme string) string {
	return sum(s.Title, s.Description, s.Language, s.Author, s.License, s.Navigation, s.Vocabularies, theme)
}

func sum(values ...any) string {
	b, _ := json.Marshal(values) // plain data, which can always be written
	h := sha256.Sum256(b)
	return string(h[:])
}
