package corpus

import "strings"

// writer writes one page.
type writer struct {
	*world
	topics []topic  // those of the page; the first is what it is mostly about
	title  []term   // those words of the title, which the text comes back to
	rare   []string // rare words so far
	next   *term    // what often follows the word before
}

func (w *world) page() Page {
	p := &writer{world: w}
	for range 1 + w.rng.IntN(3) {
		p.topics = append(p.topics, w.topics[w.rng.IntN(len(w.topics))])
	}
	title := p.heading()
	return Page{Title: title, Text: p.text(120 + w.rng.IntN(280))}
}

// heading makes a title of 3 to 8 words: what the page is about, and few small words.
func (p *writer) heading() string {
	var words []string
	for range 3 + p.rng.IntN(6) {
		switch k := p.rng.IntN(100); {
		case k < 22:
			words = append(words, p.general[p.often.draw(p.rng)].form(p.rng))
		case k < 30:
			words = append(words, p.mention())
		default:
			t := p.topics[0][p.usual.draw(p.rng)]
			p.title = append(p.title, t)
			words = append(words, t.form(p.rng))
		}
	}
	return capitalised(strings.Join(words, " "))
}

// text makes paragraphs of sentences.
func (p *writer) text(words int) string {
	var b strings.Builder
	for words > 0 {
		for range 3 + p.rng.IntN(4) {
			n := 6 + p.rng.IntN(18)
			p.sentence(&b, n)
			words -= n
		}
		if words > 0 {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func (p *writer) sentence(b *strings.Builder, words int) {
	if b.Len() > 0 && !strings.HasSuffix(b.String(), "\n") {
		b.WriteByte(' ')
	}
	b.WriteString(capitalised(p.word()))
	for i := 1; i < words; i++ {
		if i > 3 && p.rng.IntN(12) == 0 {
			b.WriteByte(',')
		}
		b.WriteString(" " + p.word())
	}
	b.WriteByte('.')
}

// word gives the next word. Some are mostly followed by the same one, as in set
// phrases.
func (p *writer) word() string {
	if p.next != nil && p.rng.IntN(3) == 0 {
		next := *p.next
		p.next = nil
		return next.form(p.rng)
	}
	p.next = nil
	switch k := p.rng.IntN(100); {
	case k < general:
		rank := p.often.draw(p.rng)
		p.next = &p.general[rank*7%60]
		return p.general[rank].form(p.rng)
	case k < general+topical:
		about := p.topics[min(p.rng.IntN(len(p.topics)), p.rng.IntN(len(p.topics)))]
		rank := p.usual.draw(p.rng)
		p.next = &about[(rank*7+3)%topicWords]
		return about[rank].form(p.rng)
	case k < general+topical+ofTitle && len(p.title) > 0:
		return p.title[p.rng.IntN(len(p.title))].form(p.rng)
	}
	return p.mention()
}

// mention gives a rare word, of the page's own now and then: who mentions a name
// mentions it again.
func (p *writer) mention() string {
	if len(p.rare) > 0 && p.rng.IntN(3) == 0 {
		return p.rare[p.rng.IntN(len(p.rare))]
	}
	word := p.world.rare.draw(p.rng)
	p.rare = append(p.rare, word)
	return word
}
