package playbook

import (
	"reflect"
	"slices"
	"strings"
)

// Text is what one file says, as far as no other entry can tell: where its values
// stand, and its body.
type Text struct {
	Where
	Body Body
}

// Outline is what the others can tell of a body.
type Outline struct {
	Links   []Link   // where it leads to; without positions, which are the text's
	Files   []string // for each of them the entry's file that it names by its path, or ""
	Anchors []string // the places of the page that a link can name
	Terms   []Term   // of definition lists; the glossary's are the playbook's
}

// Version stands for a file as it was read: its path, its bytes, and what it was read with.
// Entries of equal versions say the same, in their facts and in their texts. The zero
// Version is that of an entry made without a file, of which nothing follows.
type Version [16]byte

// told is a text, or the way to it: texts are most of what a playbook is, and of most
// nothing is asked in most rebuilds.
type told struct {
	version Version
	text    *Text
	read    func() *Text
}

// Say gives an entry its text, before it is assembled.
func (e *Entry) Say(t *Text) { e.SayAs(Version{}, t) }

// SayAs is Say of a text whose version is known.
func (e *Entry) SayAs(v Version, t *Text) {
	e.told = told{version: v, text: t}
	e.Outline = outline(e, &t.Body)
}

// SayLater gives an entry, which has its Outline, a text that is read when it is asked for,
// each time and by several goroutines at once.
func (e *Entry) SayLater(v Version, read func() *Text) { e.told = told{version: v, read: read} }

func outline(e *Entry, b *Body) Outline {
	out := Outline{Terms: b.Terms}
	for _, l := range b.Links {
		out.Links = append(out.Links, Link{Kind: l.Kind, Target: l.Target, Fragment: l.Fragment})
		out.Files = append(out.Files, fileOf(e, l))
	}
	for _, h := range b.Headings {
		out.Anchors = append(out.Anchors, h.ID)
	}
	for _, t := range b.Terms {
		out.Anchors = append(out.Anchors, t.ID)
	}
	return out
}

// sameFacts says whether two readings of one file differ at most in their text: then
// nothing that is derived from the first would come out differently with the second.
func sameFacts(a, b *Entry) bool {
	x, y := *a, *b
	for _, e := range []*Entry{&x, &y} {
		e.Derived, e.number, e.told, e.address = Derived{}, 0, told{}, ""
	}
	return reflect.DeepEqual(x, y)
}

var silent Text // of an entry that was made without a file

// Text is what e's file says. It may have to be read, so who needs it twice keeps it.
func (p *Playbook) Text(e *Entry) *Text {
	switch t := &p.texts[e.number]; {
	case t.text != nil:
		return t.text
	case t.read != nil:
		return t.read()
	}
	return &silent
}

// Version stands for what e's file says, without reading it.
func (p *Playbook) Version(e *Entry) Version { return p.texts[e.number].version }

// PlainText is what a reader reads on e's page: its plain text, in which a bare wiki
// link reads as the title that it leads to, not as the id its author typed. t is e's text.
func (p *Playbook) PlainText(e *Entry, t *Text) string {
	body := &t.Body
	bare := func(l Link) bool { return l.Kind == LinkWikiLabel }
	if !slices.ContainsFunc(body.Links, bare) {
		return body.Text
	}
	var b strings.Builder
	b.Grow(len(body.Text) + len(body.Text)/16) // titles are longer than ids
	rest := body.Text
	for _, l := range body.Links {
		if !bare(l) {
			continue
		}
		before, after, found := strings.Cut(rest, l.Target)
		if !found {
			continue // its text was cut off by a limit
		}
		b.WriteString(before)
		b.WriteString(p.ResolveLink(e, l).Title)
		rest = after
	}
	b.WriteString(rest)
	return b.String()
}

// Reword returns the playbook as it is when the files of the given readings are what
// they now say, or false when others can tell the difference, so that it has to be
// assembled anew. p stays as it is; the two share all that is derived.
func (p *Playbook) Reword(readings []*Entry) (*Playbook, bool) {
	out := *p
	out.texts = slices.Clone(p.texts)
	for _, now := range readings {
		e, ok := p.ByFile(now.File)
		if !ok || !sameFacts(e, now) {
			return nil, false
		}
		out.texts[e.number] = now.told
	}
	return &out, true
}

// facts stands for one assembly; it is never empty, so that no two have the same address.
type facts struct{ _ byte }

// Alike says whether p and q differ at most in their texts.
func (p *Playbook) Alike(q *Playbook) bool { return q != nil && p.facts == q.facts }
