package search

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "write testdata/vectors from what the code does")

// The vectors in testdata/vectors are what Go does, written down; the browser test
// holds JavaScript to them, and so may any later twin.
type (
	stemVector     struct{ Word, Stem string }
	distanceVector struct {
		A, B            string
		Limit, Distance int
	}
	sentenceVector struct {
		Text      string
		Sentences []string
	}
	tokenVector struct {
		Term, Source string // Source is what the token stands for in the text
		Pos          int
		Last, Whole  bool
	}
	analyseVector struct {
		Text   string
		Tokens []tokenVector
	}
	hitVector struct {
		Doc            int
		Score          float64
		Terms          []string
		Title, Passage string // with what is marked in brackets
		Anchor         string
	}
	rankVector struct {
		Query string
		Hits  []hitVector
	}
)

func TestVectors(t *testing.T) {
	x := Build(pages())
	golden(t, "stem", stemVectors())
	golden(t, "distance", distanceVectors())
	golden(t, "sentence", sentenceVectors())
	golden(t, "analyse", analyseVectors())
	golden(t, "rank", rankVectors(x, rankQueries))
}

// golden compares a value with testdata/vectors/name.json.
func golden(t *testing.T, name string, value any) {
	t.Helper()
	var got bytes.Buffer
	enc := json.NewEncoder(&got)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "\t")
	if err := enc.Encode(value); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join("testdata", "vectors", name+".json")
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want) {
		t.Errorf("%s differs from what the code does; if that is meant, run go test -update and read the difference", path)
	}
}

func stemVectors() []stemVector {
	var vectors []stemVector
	for _, word := range stemWords {
		vectors = append(vectors, stemVector{word, stem(word)})
	}
	return vectors
}

func distanceVectors() []distanceVector {
	var vectors []distanceVector
	for _, p := range [][2]string{
		{"boss", "boss"},
		{"boss", "bos"},
		{"bsos", "boss"},
		{"leadership", "ledaershp"},
		{"leadership", "friendship"},
		{"", "ab"},
		{"ca", "abc"},
		{"schön", "schon"},
		{"𝒳y", "y𝒳"},
	} {
		for limit := 1; limit <= 2; limit++ {
			vectors = append(vectors, distanceVector{p[0], p[1], limit, distance([]rune(p[0]), []rune(p[1]), limit)})
		}
	}
	return vectors
}

func sentenceVectors() []sentenceVector {
	var vectors []sentenceVector
	for _, text := range sentenceTexts {
		v := sentenceVector{text, []string{}}
		for _, r := range sentences(text) {
			v.Sentences = append(v.Sentences, text[r.Start:r.End])
		}
		vectors = append(vectors, v)
	}
	return vectors
}

func analyseVectors() []analyseVector {
	var vectors []analyseVector
	for _, text := range analyseTexts {
		vectors = append(vectors, analyseVectorOf(text))
	}
	return vectors
}

func analyseVectorOf(text string) analyseVector {
	v := analyseVector{text, []tokenVector{}}
	for _, t := range analyse(text) {
		v.Tokens = append(v.Tokens, tokenVector{t.term, text[t.start:t.end], t.pos, t.last, t.whole})
	}
	return v
}

func rankVectors(x *Index, queries []string) []rankVector {
	vectors := []rankVector{}
	for _, q := range queries {
		v := rankVector{q, []hitVector{}}
		for _, h := range x.Search(q, 10) {
			terms := h.Terms
			if terms == nil {
				terms = []string{}
			}
			v.Hits = append(v.Hits, hitVector{
				h.Doc, h.Score, terms,
				marked(x.docs[h.Doc].Title, h.Title), marked(h.Passage.Text, h.Passage.Ranges), h.Anchor,
			})
		}
		vectors = append(vectors, v)
	}
	return vectors
}
