package search

import (
	"sync"

	"github.com/microleadership/playbook/internal/parallel"
)

// card is what is published of a document itself.
type card struct {
	body   string // as much of it as there is room for
	places []int  // of each heading: byte offset in body, -1 unknown
	size   int    // about how many bytes it has

	once sync.Once
	text []byte // as JSON, when it is asked for
	err  error
}

// show makes cards of all pages that have none, or one for another share.
func (c *collection) show() {
	most := share(c.pages)
	parallel.Each(len(c.distinct), inRow, func() func(int) {
		return func(i int) {
			if p := c.distinct[i]; p.card == nil || p.most != most {
				p.show(most)
			}
		}
	})
}

func (p *page) show(most int) {
	body := beginnings(p.doc.Body, most)
	if p.most = most; p.card != nil && p.card.body == body {
		return
	}
	p.card = &card{body: body, places: locate(body, p.doc.Headings), size: cardSize(p.doc, body)}
}

// json returns a card as it is published, with what else there is to say of the document.
func (c *card) json(d *Document) ([]byte, error) {
	c.once.Do(func() { c.text, c.err = plainJSON(items(d)) })
	return c.text, c.err
}

// items are what a card has, in this order.
func items(d *Document) []any {
	headings := make([][2]string, len(d.Headings))
	for i, h := range d.Headings {
		headings[i] = [2]string{h.ID, h.Text}
	}
	invented := 0
	if d.Illustrative {
		invented = 1
	}
	return []any{d.URL, d.Title, d.Summary, d.Body, headings, d.Lang, d.Kind, d.KindLabel, d.Maturity, d.Outcome, invented, names(d)}
}

// cardSize is about how many bytes a card has.
func cardSize(d *Document, body string) int {
	size := len(d.URL) + len(d.Title) + len(d.Summary) + len(body) + 64
	for _, list := range [][]string{d.Aliases, d.Asks} {
		for _, name := range list {
			size += len(name) + 3
		}
	}
	for _, h := range d.Headings {
		size += len(h.ID) + len(h.Text) + 8
	}
	return size
}

// names are what else a page is called and asked for by.
func names(d *Document) []string { return append(append([]string{}, d.Aliases...), d.Asks...) }
