package check

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"
)

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
		if w.quoted || !all.begin.may(p.text(w), w.plain) {
			continue
		}
		second := all.byFirst[string(p.lower(&buf, i))]
		if second == nil {
			continue
		}
		p.try(second.alone, i)
		if i+1 < len(p.words) && p.words[i+1].gap == gapNone && second.may(p.text(p.words[i+1]), p.words[i+1].plain) {
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
