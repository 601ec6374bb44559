package check

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// A phrase is written as its words in lower case, with alternatives in brackets:
// “i (told|ordered) (them|him|her) to”. A hyphen is written as a space. Phrases
// match within a clause only: never across a comma or a full stop.
type phraseTable []phraseRow

// phraseRow is a reason and the phrases that it is given for.
type phraseRow struct {
	reason  string
	phrases []string
}

// hit is a place where a phrase stands.
type hit struct {
	table       *phraseTable
	reason      string
	first, last int // words
}

// pattern is a phrase ready to match: for each place, the words that may stand there.
type pattern struct {
	table  *phraseTable
	reason string
	slots  [][]string
}

// patterns are the phrases of all tables, by their first word and then by their
// second: many begin with “i”. They are looked for in one pass, since reading each
// text once for each of the rules would cost more than converting it.
type patterns map[string]*secondWords

type secondWords struct {
	alone []pattern // phrases of one word
	next  map[string][]pattern
}

var allPhrases = sync.OnceValue(func() patterns {
	all := patterns{}
	for _, t := range []*phraseTable{&commandPhrases, &howToPhrases, &largePhrases, &oneStylePhrases, &heroPhrases, &implementationPhrases} {
		for _, row := range *t {
			for _, phrase := range row.phrases {
				all.add(pattern{t, row.reason, slotsOf(phrase)})
			}
		}
	}
	return all
})

func (all patterns) add(p pattern) {
	for _, first := range p.slots[0] {
		if all[first] == nil {
			all[first] = &secondWords{next: map[string][]pattern{}}
		}
		if len(p.slots) == 1 {
			all[first].alone = append(all[first].alone, p)
			continue
		}
		for _, second := range p.slots[1] {
			all[first].next[second] = append(all[first].next[second], p)
		}
	}
}

func slotsOf(phrase string) [][]string {
	var slots [][]string
	for _, f := range strings.Fields(phrase) {
		slots = append(slots, strings.Split(strings.Trim(f, "()"), "|"))
	}
	return slots
}

// hitsOf returns where the table's phrases are said in earnest: not quoted, and
// not denied within the same sentence.
func (p *prose) hitsOf(t *phraseTable) []hit {
	if !p.found {
		p.findHits()
		p.found = true
	}
	var out []hit
	for _, h := range p.hits {
		if h.table == t {
			out = append(out, h)
		}
	}
	return out
}

func (p *prose) findHits() {
	all := allPhrases()
	var buf wordBuffer
	for i, w := range p.words {
		if w.quoted {
			continue
		}
		second := all[string(p.lower(&buf, i))]
		if second == nil {
			continue
		}
		p.try(second.alone, i)
		if i+1 < len(p.words) && p.words[i+1].gap == gapNone {
			p.try(second.next[string(p.lower(&buf, i+1))], i)
		}
	}
}

// try notes the patterns whose words from the third on stand here too.
func (p *prose) try(candidates []pattern, first int) {
	for _, pat := range candidates {
		if last, ok := p.match(pat, first); ok && !p.known(pat.table, first) && !p.denied(first) {
			p.hits = append(p.hits, hit{pat.table, pat.reason, first, last})
		}
	}
}

// known says whether a longer phrase, begun before or here, has said it already.
func (p *prose) known(t *phraseTable, first int) bool {
	for i := len(p.hits) - 1; i >= 0 && p.hits[i].last >= first; i-- {
		if p.hits[i].table == t {
			return true
		}
	}
	return false
}

// wordBuffer holds the longest word of any phrase.
type wordBuffer [24]byte

// lower writes a word with its ASCII letters in lower case and its apostrophe in one
// form; phrases have no other letters. A word that is too long is none of theirs.
func (p *prose) lower(buf *wordBuffer, i int) []byte {
	text := p.text(p.words[i])
	if len(text) > len(buf) {
		return nil
	}
	out := buf[:0]
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c >= 'A' && c <= 'Z':
			out = append(out, c+'a'-'A')
		case c >= utf8.RuneSelf && strings.HasPrefix(text[i:], "’"):
			out = append(out, '\'')
			i += len("’") - 1
		default:
			out = append(out, c)
		}
	}
	return out
}

func (p *prose) match(pat pattern, first int) (last int, ok bool) {
	last = first + len(pat.slots) - 1
	if last >= len(p.words) {
		return 0, false
	}
	var buf wordBuffer
	for k := 1; k < len(pat.slots); k++ {
		w := p.words[first+k]
		if w.gap != gapNone || w.quoted || !slices.Contains(pat.slots[k], string(p.lower(&buf, first+k))) {
			return 0, false
		}
	}
	return last, true
}

// reach is how many words back a denial is looked for: “there is no one style that works for everyone”.
const reach = 8

// denied says whether the sentence takes the phrase back before it comes: “I never
// told them to”, “instead of telling”, “without a vision”.
func (p *prose) denied(first int) bool {
	var buf wordBuffer
	for i := first; i > 0 && first-i < reach && p.words[i].gap != gapSentence; i-- {
		word := p.lower(&buf, i-1)
		if denials[string(word)] || bytes.HasSuffix(word, []byte("n't")) {
			return true
		}
	}
	return false
}

var denials = map[string]bool{
	"no": true, "not": true, "never": true, "nobody": true, "none": true, "nothing": true, "neither": true,
	"nor": true, "without": true, "instead": true, "rather": true, "cannot": true, "hardly": true,
	"avoid": true, "beware": true, "unless": true, "if": true, "whether": true,
}

// warn reports the table's phrases in the entry. where says which of the entry's
// texts the rule reads: the path of a front matter value, or "" for the body.
func (c *checker) warn(e *playbook.Entry, t *phraseTable, hint string, where func(field string) bool) {
	p := c.proseOf(e)
	for _, h := range p.hitsOf(t) {
		if line := p.lines[p.words[h.first].line]; where(line.field) {
			c.phrase(e, p, h, hint)
		}
	}
}

func anywhere(string) bool { return true }

func (c *checker) phrase(e *playbook.Entry, p *prose, h hit, hint string) {
	first, last := p.words[h.first], p.words[h.last]
	line := p.lines[first.line]
	end := last.end
	if last.line != first.line {
		end = int32(len(strings.TrimRight(line.text, " "))) // the rest of the phrase stands on the next line
	}
	pos := line.pos
	if line.field == "" {
		pos.Column = columnAt(line.text, first.start)
	}
	c.report(e, pos, line.text[first.start:end], fmt.Sprintf("“%s” %s", p.said(h), h.reason), hint)
}

// said joins the words of a hit as they were typed.
func (p *prose) said(h hit) string {
	var parts []string
	for _, w := range p.words[h.first : h.last+1] {
		parts = append(parts, p.text(w))
	}
	return strings.Join(parts, " ")
}

// columnAt counts the code points before a byte offset.
func columnAt(line string, offset int32) int { return len([]rune(line[:offset])) + 1 }

// phraseRule is a warning about words. applies says of which entries.
func phraseRule(r diag.Rule, t *phraseTable, hint string, applies func(*checker, *playbook.Entry) bool) rule {
	return rule{Rule: r, entry: func(c *checker, e *playbook.Entry) {
		if applies(c, e) {
			c.warn(e, t, hint, anywhere)
		}
	}}
}
