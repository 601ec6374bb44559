package playbook

import (
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/microleadership/playbook/internal/diag"
)

// Target is where a link of a body leads.
type Target struct {
	Address string // relative to the site's root, with #fragment; "" when Problem is set
	Title   string // of the entry, or name of the term: the label of a bare wiki link
	Entry   *Entry // nil for terms, assets and generated pages
	Term    *Term  // a wiki link to a glossary term
	Asset   string // an image or other file, as in Playbook.Assets
	Problem string // why it leads nowhere: “no file content/a.md”

	hint func() string
}

// Hint is the way out of a Problem, or "". It is found only when somebody asks: looking for
// the nearest of thousands of names is for the checker's findings, not for every page.
func (t Target) Hint() string {
	if t.hint == nil {
		return ""
	}
	return t.hint()
}

// ResolveLink follows a link of from's body.
func (p *Playbook) ResolveLink(from *Entry, l Link) Target {
	switch l.Kind {
	case LinkWiki, LinkWikiLabel:
		return p.resolveWiki(l)
	case LinkImage:
		return p.resolveAsset(from, unescape(l.Target), "image")
	}
	if l.Target == "" {
		return within(from, l.Fragment)
	}
	return p.resolveInline(from, l)
}

// Follow is ResolveLink for a link of e's body, by its place in e.Outline.Links.
func (p *Playbook) Follow(e *Entry, link int) Target {
	l := e.Outline.Links[link]
	if file := e.Outline.Files[link]; file != "" {
		return p.resolveFile(e, file, l.Fragment)
	}
	return p.ResolveLink(e, l)
}

func (p *Playbook) resolveWiki(l Link) Target {
	e, term := p.ResolveName(l.Target)
	if e != nil {
		return within(e, l.Fragment)
	}
	switch places := p.sharing(l.Target); {
	case len(places) > 1:
		return Target{
			Title:   l.Target,
			Problem: "“" + l.Target + "” is the name of several entries",
			hint:    func() string { return "say which: " + strings.Join(places, " or ") },
		}
	case term != nil:
		return Target{Address: GlossaryAddress + "#" + term.ID, Title: term.Name, Term: term}
	}
	return Target{
		Title:   l.Target,
		Problem: "nothing is called “" + l.Target + "”",
		hint:    func() string { return diag.DidYouMean(l.Target, p.Names()) },
	}
}

func (p *Playbook) resolveInline(from *Entry, l Link) Target {
	target := unescape(l.Target)
	if strings.HasPrefix(target, "/") {
		return Target{
			Problem: "“" + target + "” starts with a slash",
			hint:    func() string { return "write the path from this file, as in ../principles/name.md" },
		}
	}
	if file := fileOf(from, l); file != "" {
		return p.resolveFile(from, file, l.Fragment)
	}
	if address := path.Join(path.Dir(from.PageAddress()), target); slices.Contains(GeneratedPages(), address) {
		return Target{Address: address + hash(l.Fragment)}
	}
	return p.resolveAsset(from, target, "file")
}

func (p *Playbook) resolveFile(from *Entry, file, fragment string) Target {
	if e, ok := p.ByFile(file); ok {
		return within(e, fragment)
	}
	return p.noFile(from, file)
}

// fileOf returns the entry's file that a link of from names by its path, or "".
func fileOf(from *Entry, l Link) string {
	if l.Kind != LinkInline || !strings.HasSuffix(l.Target, "md") && !strings.Contains(l.Target, "%") {
		return ""
	}
	target := unescape(l.Target)
	if strings.HasPrefix(target, "/") || !strings.HasSuffix(target, ".md") {
		return ""
	}
	return path.Join(path.Dir(from.File), target)
}

func unescape(target string) string {
	if plain, err := url.PathUnescape(target); err == nil {
		return plain
	}
	return target
}

// within leads to an entry's page and, if a fragment is given, to one of its anchors.
func within(e *Entry, fragment string) Target {
	t := Target{Title: e.Title, Entry: e}
	switch {
	case !e.Derived.Published:
		t.Problem = "“" + e.Title + "” is not published"
		t.hint = func() string { return "publish it, or link to another entry" }
	case fragment != "" && !slices.Contains(e.Outline.Anchors, fragment):
		t.Problem = "“" + e.Title + "” has no heading #" + fragment
		t.hint = func() string { return diag.DidYouMean(fragment, e.Outline.Anchors) }
	default:
		t.Address = e.PageAddress() + hash(fragment)
	}
	return t
}

// noFile explains a .md link that leads nowhere, by the nearest file there is.
func (p *Playbook) noFile(from *Entry, file string) Target {
	return Target{Problem: "there is no file " + file, hint: func() string {
		var files []string
		for _, e := range p.Entries {
			files = append(files, e.File)
		}
		return didYouMean(from, nearestFile(file, files))
	}}
}

// nearestFile returns the file that was most likely meant: one of the same name in
// another folder, or else of the nearest name. Folders do not count, or their
// letters would make any two files in a long one look alike.
func nearestFile(file string, files []string) string {
	names := make([]string, len(files))
	for i, f := range files {
		names[i] = path.Base(f)
	}
	near := diag.Nearest(path.Base(file), names)
	if near == "" {
		return ""
	}
	return files[slices.Index(names, near)]
}

func (p *Playbook) resolveAsset(from *Entry, target, what string) Target {
	file := strings.TrimPrefix(path.Join(path.Dir(from.File), target), "content/")
	if p.Assets[file] {
		return Target{Address: p.AssetAddress(file), Asset: file}
	}
	return Target{Problem: "there is no " + what + " content/" + file, hint: func() string {
		if near := nearestFile(file, slices.Sorted(maps.Keys(p.Assets))); near != "" {
			return didYouMean(from, "content/"+near)
		}
		return ""
	}}
}

// didYouMean names a file as a link from an entry would.
func didYouMean(from *Entry, file string) string {
	if file == "" {
		return ""
	}
	return "did you mean “" + Relative(from.File, file) + "”?"
}

func hash(fragment string) string {
	if fragment == "" {
		return ""
	}
	return "#" + fragment
}
