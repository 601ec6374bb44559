package corpus

import (
	"math/rand/v2"
	"strings"
)

// text is what an entry says, in sentences.
type text struct {
	sentences []string
	words     []string // without punctuation
}

func newText(s string) text {
	var t text
	for paragraph := range strings.SplitSeq(s, "\n") {
		for sentence := range strings.SplitAfterSeq(paragraph, ". ") {
			if sentence = strings.TrimSpace(sentence); sentence != "" {
				t.sentences = append(t.sentences, sentence)
			}
		}
	}
	// The rest of an entry's words stand in its lists, tables and asides.
	t.sentences = t.sentences[:max(min(6, len(t.sentences)), len(t.sentences)*2/3)]
	for w := range strings.FieldsSeq(s) {
		t.words = append(t.words, strings.ToLower(strings.Trim(w, ".,")))
	}
	return t
}

// run gives so many words that stand together in the text.
func (t text) run(rng *rand.Rand, from, to int) string {
	n := min(from+rng.IntN(to-from+1), len(t.words))
	at := rng.IntN(len(t.words) - n + 1)
	return strings.Join(t.words[at:at+n], " ")
}

// sentence makes such words a sentence.
func (t text) sentence(rng *rand.Rand, from, to int) string {
	return capital(t.run(rng, from, to)) + "."
}

// paragraphs divides the sentences, about four to each, into three paragraphs at least.
func (t text) paragraphs() []string {
	n := max(3, len(t.sentences)/4)
	out := make([]string, n)
	for i := range out {
		out[i] = strings.Join(t.sentences[i*len(t.sentences)/n:(i+1)*len(t.sentences)/n], " ")
	}
	return out
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
