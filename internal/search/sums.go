package search

import (
	"encoding/binary"

	"github.com/microleadership/playbook/internal/search/words"
)

// A result shows a piece of a page: a sentence, the summary, a name. Which piece says
// something of a word is asked for tens of thousands of words and pages when an index is
// published, so it is written down once for each page, as sums of the words of each piece.
//
// Two words with one sum would at worst choose another sentence of the page than
// they should, once in millions of times.

// maxSummed is how many words of a page are summed up, some 40 kB of text: nobody reads further
// for a word that so many others stand before, and hostile pages have to end.
const maxSummed = 8192

// sum sums up the words of a document's title, its names, its summary, its headings and the
// sentences of its body, in this order: four bytes each, and 0 after each piece. Before a sentence stands
// where it begins and ends. What would come after maxSummed is left out.
func (m *cardMaker) sum(d Document) {
	m.sums = m.sums[:0]
	word := func(term []byte, _ int) { m.sums = binary.LittleEndian.AppendUint32(m.sums, wordSum(term)) }
	piece := func(text string) {
		if len(m.sums) >= 4*maxSummed {
			return
		}
		m.splitter.Each(text, word)
		m.sums = append(m.sums, 0, 0, 0, 0)
	}
	piece(d.Title)
	for _, name := range d.Aliases {
		piece(name)
	}
	piece(d.Summary)
	for _, h := range d.Headings {
		piece(h.Text)
	}
	for _, r := range words.Sentences(d.Body) {
		if len(m.sums) >= 4*maxSummed {
			return
		}
		m.sums = binary.LittleEndian.AppendUint32(m.sums, uint32(r.Start))
		m.sums = binary.LittleEndian.AppendUint32(m.sums, uint32(r.End))
		piece(d.Body[r.Start:r.End])
	}
}

// wordSum is FNV-1a, but never 0.
func wordSum[T string | []byte](word T) uint32 {
	h := uint32(2166136261)
	for i := range len(word) {
		h = (h ^ uint32(word[i])) * 16777619
	}
	return max(h, 1)
}

// pieces goes through the pieces of a page.
type pieces string

// next returns the sums of the next piece, into a list: none when there is no more.
func (p *pieces) next(into []uint32) []uint32 {
	for *p != "" {
		sum := p.number()
		if sum == 0 {
			break
		}
		into = append(into, sum)
	}
	return into
}

// sentence returns where the next piece, a sentence, begins and ends.
func (p *pieces) sentence() (begin, end uint32) { return p.number(), p.number() }

func (p *pieces) number() uint32 {
	s := *p
	*p = s[4:]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}
