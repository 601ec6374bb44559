package search

import (
	"encoding/binary"
	"slices"
)

// card is what results show of a document, packed into one string: there are as many as
// documents, and most are never looked at here.
type card struct {
	packed string
	most   int // bytes of the body that it may have
	size   int // about how many bytes it has
	brief  int // about how many it has with a passage in place of all its texts; 0 when it is too large for that
	body   int // bytes of the body that it has
}

// draft is a card to which the body is missing. That comes last.
type draft struct {
	packed []byte
	size   int // of the card, but for the body
	brief  int
}

func newDraft(d *Document) draft {
	out := make([]byte, 0, cardSize(d)+len(d.Kind)+len(d.KindLabel))
	for _, s := range []string{d.URL, d.Title, d.Summary, d.Lang, d.Kind, d.KindLabel, d.Maturity, d.Outcome} {
		out = appendPacked(out, s)
	}
	invented := byte(0)
	if d.Illustrative {
		invented = 1
	}
	out = binary.AppendUvarint(append(out, invented), uint64(len(d.Headings)))
	for _, h := range d.Headings {
		out = appendPacked(appendPacked(out, h.ID), h.Text)
	}
	list := names(d)
	out = binary.AppendUvarint(out, uint64(len(list)))
	for _, name := range list {
		out = appendPacked(out, name)
	}
	return draft{out, cardSize(d), briefSize(d)}
}

const (
	maxBrief = 4 << 10 // bytes of what every lead to a page has
	maxShort = 512     // bytes of a name or heading, of which a lead may have some
)

// briefSize is about how many bytes a card has with a passage in place of all its texts; 0 when it
// would be too many, since a page may be led to hundreds of times.
func briefSize(d *Document) int {
	size := len(d.URL) + len(d.Title) + len(d.Kind) + len(d.KindLabel) + 160
	tooLong := func(s string) bool { return len(s) > maxShort }
	for _, h := range d.Headings {
		if tooLong(h.ID) || tooLong(h.Text) {
			return 0
		}
	}
	if size+len(d.Summary) > maxBrief || slices.ContainsFunc(names(d), tooLong) {
		return 0
	}
	return size
}

func appendPacked(out []byte, s string) []byte {
	return append(binary.AppendUvarint(out, uint64(len(s))), s...)
}

// card returns the whole card. It is put together in scratch.
func (d draft) card(scratch *[]byte, body string, most int) card {
	*scratch = append(append((*scratch)[:0], d.packed...), body...)
	return card{packed: string(*scratch), most: most, size: d.size + len(body), brief: d.brief, body: len(body)}
}

// cardSize is about how many bytes a card has without the body.
func cardSize(d *Document) int {
	size := len(d.URL) + len(d.Title) + len(d.Summary) + 64
	for _, name := range names(d) {
		size += len(name) + 3
	}
	for _, h := range d.Headings {
		size += len(h.ID) + len(h.Text) + 8
	}
	return size
}

// names are what else a page is called and asked for by.
func names(d *Document) []string { return append(append([]string{}, d.Aliases...), d.Asks...) }

// document returns what a card says, with all names as aliases.
func (c card) document() Document {
	d, rest := c.facts()
	if n := rest.count(); n > 0 {
		d.Headings = make([]Heading, n)
		for i := range d.Headings {
			d.Headings[i] = Heading{rest.text(), rest.text()}
		}
	}
	if n := rest.count(); n > 0 {
		d.Aliases = make([]string, n)
		for i := range d.Aliases {
			d.Aliases[i] = rest.text()
		}
	}
	return d
}

// facts returns what a card says but for the headings and names: they are the rest.
func (c card) facts() (d Document, rest packed) {
	rest = packed(c.packed)
	for _, s := range []*string{&d.URL, &d.Title, &d.Summary, &d.Lang, &d.Kind, &d.KindLabel, &d.Maturity, &d.Outcome} {
		*s = rest.text()
	}
	d.Illustrative = rest.count() == 1
	d.Body = c.packed[len(c.packed)-c.body:]
	return d, rest
}

// packed is what is left of a card to be read.
type packed string

func (p *packed) count() int {
	n, size := uint64((*p)[0]), 1
	if n >= 0x80 {
		n, size = binary.Uvarint([]byte((*p)[:min(len(*p), binary.MaxVarintLen64)]))
	}
	*p = (*p)[size:]
	return int(n)
}

func (p *packed) text() string {
	n := p.count()
	s := (*p)[:n]
	*p = (*p)[n:]
	return string(s)
}

// appendShown writes what results show of a document, as the items of a JSON list.
func appendShown(out []byte, d *Document) []byte {
	for _, s := range []string{d.URL, d.Title, d.Summary, d.Body} {
		out = append(appendQuoted(out, s), ',')
	}
	out = append(out, '[')
	for i, h := range d.Headings {
		if i > 0 {
			out = append(out, ',')
		}
		out = appendQuoted(append(out, '['), h.ID)
		out = append(appendQuoted(append(out, ','), h.Text), ']')
	}
	out = append(out, ']')
	for _, s := range []string{d.Lang, d.Kind, d.KindLabel, d.Maturity, d.Outcome} {
		out = appendQuoted(append(out, ','), s)
	}
	if d.Illustrative {
		out = append(out, ",1,["...)
	} else {
		out = append(out, ",0,["...)
	}
	for i, name := range d.Aliases {
		if i > 0 {
			out = append(out, ',')
		}
		out = appendQuoted(out, name)
	}
	return append(out, ']')
}
