package check

import (
	"fmt"
	"strings"
	"sync"

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

// matcher finds the phrases of all tables in one pass, by their first words: reading
// each text once for each of the rules would cost more than converting it.
var matcher = sync.OnceValue(func() map[string][]pattern {
	byFirst := map[string][]pattern{}
	for _, t := range []*phraseTable{&commandPhrases, &howToPhrases, &largePhrases, &oneStylePhrases, &heroPhrases, &implementationPhrases} {
		for _, row := range *t {
			for _, phrase := range row.phrases {
				p := pattern{t, row.reason, slotsOf(phrase)}
				for _, first := range p.slots[0] {
					byFirst[first] = append(byFirst[first], p)
				}
			}
		}
	}
	return byFirst
})

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
	byFirst := matcher()
	var buf [24]byte
	for i, w := range p.words {
		text := p.text(w)
		if w.quoted || len(text) > len(buf) {
			continue
		}
		for _, pat := range byFirst[string(lower(buf[:0], text))] {
			if last, ok := p.match(pat, i); ok && !p.known(pat.table, i) && !p.denied(i) {
				p.hits = append(p.hits, hit{pat.table, pat.reason, i, last})
			}
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

// lower writes ASCII letters in lower case and the apostrophe in one form; phrases
// have no other letters.
func lower(buf []byte, text string) []byte {
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c >= 'A' && c <= 'Z':
			buf = append(buf, c+'a'-'A')
		case strings.HasPrefix(text[i:], "’"):
			buf = append(buf, '\'')
			i += len("’") - 1
		default:
			buf = append(buf, c)
		}
	}
	return buf
}

func (p *prose) match(pat pattern, first int) (last int, ok bool) {
	last = first + len(pat.slots) - 1
	if last >= len(p.words) {
		return 0, false
	}
	for k := 1; k < len(pat.slots); k++ {
		w := p.words[first+k]
		if w.gap != gapNone || w.quoted || !p.isOneOf(w, pat.slots[k]) {
			return 0, false
		}
	}
	return last, true
}

func (p *prose) isOneOf(w word, words []string) bool {
	text := p.text(w)
	for _, other := range words {
		if strings.EqualFold(strings.ReplaceAll(text, "’", "'"), other) {
			return true
		}
	}
	return false
}

// reach is how many words back a denial is looked for: “there is no one style that works for everyone”.
const reach = 8

// denied says whether the sentence takes the phrase back before it comes: “I never
// told them to”, “instead of telling”, “without a vision”.
func (p *prose) denied(first int) bool {
	for i := first; i > 0 && first-i < reach && p.words[i].gap != gapSentence; i-- {
		text := strings.ReplaceAll(strings.ToLower(p.text(p.words[i-1])), "’", "'")
		if denials[text] || strings.HasSuffix(text, "n't") {
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
