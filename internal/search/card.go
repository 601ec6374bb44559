package search

import (
	"encoding/json"
	"fmt"
)

// card is what is published of a document itself, as JSON: a list of what results show.
// It is kept as that alone. Most cards are never looked at here.
type card struct {
	json string
	most int // bytes of the body that it may have
	size int // about how many bytes it has
}

// draft is a card to which the body is missing.
type draft struct {
	json []byte // before the body and after
	at   int    // where the body comes in
	size int    // of the card, but for the body
}

func newDraft(d *Document) draft {
	out := append(make([]byte, 0, cardSize(d)+len(d.Kind)+len(d.KindLabel)), '[')
	for _, s := range []string{d.URL, d.Title, d.Summary} {
		out = append(appendQuoted(out, s), ',')
	}
	at := len(out)
	out = append(out, ",["...)
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
	for i, name := range names(d) {
		if i > 0 {
			out = append(out, ',')
		}
		out = appendQuoted(out, name)
	}
	return draft{append(out, "]]"...), at, cardSize(d)}
}

// card returns the whole card. It is put together in scratch.
func (d draft) card(scratch *[]byte, body string, most int) card {
	out := append((*scratch)[:0], d.json[:d.at]...)
	*scratch = append(appendQuoted(out, body), d.json[d.at:]...)
	return card{string(*scratch), most, d.size + len(body)}
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
	var d Document
	var headings [][2]string
	invented := 0
	fields := []any{&d.URL, &d.Title, &d.Summary, &d.Body, &headings, &d.Lang, &d.Kind, &d.KindLabel, &d.Maturity, &d.Outcome, &invented, &d.Aliases}
	if err := json.Unmarshal([]byte(c.json), &fields); err != nil {
		panic(fmt.Sprintf("search: the card %.100q was not written here: %v", c.json, err))
	}
	for _, h := range headings {
		d.Headings = append(d.Headings, Heading{h[0], h[1]})
	}
	d.Illustrative = invented == 1
	return d
}
