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

// Say gives an entry its text, before it is assembled.
func (e *Entry) Say(t *Text) {
	e.text = t
	e.Outline = outline(e, &t.Body)
}

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
		e.Derived, e.number, e.text, e.address = Derived{}, 0, nil, ""
	}
	return reflect.DeepEqual(x, y)
}

var silent Text // of an entry that was made without a file

// Text is what e's file says.
func (p *Playbook) Text(e *Entry) *Text {
	if t := p.texts[e.number]; t != nil {
		return t
	}
	return &silent
}

// PlainText is what a reader reads on e's page: its plain text, in which a bare wiki
// link reads as the title that it leads to, not as the id its author typed.
func (p *Playbook) PlainText(e *Entry) string {
	var b strings.Builder
	body := &p.Text(e).Body
	rest := body.Text
	for _, l := range body.Links {
		if l.Kind != LinkWikiLabel {
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
	return b.String() + rest
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
		out.texts[e.number] = now.text
	}
	return &out, true
}

// facts stands for one assembly; it is never empty, so that no two have the same address.
type facts struct{ _ byte }

// Alike says whether p and q differ at most in their texts.
func (p *Playbook) Alike(q *Playbook) bool { return q != nil && p.facts == q.facts }
