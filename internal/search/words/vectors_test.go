package words

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

var update = flag.Bool("update", false, "write testdata/vectors from what the code does")

// The vectors in testdata/vectors are what Go does, written down; the browser test
// holds JavaScript to them, and so may any later twin.
type (
	tokenVector struct {
		Term, Source string // Source is what the token stands for in the text
		Pos          int
		Last, Whole  bool
	}
	splitVector struct {
		Text   string
		Tokens []tokenVector
	}
	sentenceVector struct {
		Text      string
		Sentences []string
	}
	compoundVector struct {
		Term  string
		Parts []string
	}
)

func TestVectors(t *testing.T) {
	golden(t, "split", splitVectors(splitTexts))
	golden(t, "sentence", sentenceVectors(sentenceTexts))
	golden(t, "compound", compoundVectors(compoundTerms, compoundKnown))
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

func splitVectors(texts []string) []splitVector {
	vectors := []splitVector{}
	for _, text := range texts {
		v := splitVector{text, []tokenVector{}}
		for _, t := range Split(text) {
			v.Tokens = append(v.Tokens, tokenVector{t.Term, text[t.Start:t.End], t.Pos, t.Last, t.Whole})
		}
		vectors = append(vectors, v)
	}
	return vectors
}

func sentenceVectors(texts []string) []sentenceVector {
	vectors := []sentenceVector{}
	for _, text := range texts {
		v := sentenceVector{text, []string{}}
		for _, r := range Sentences(text) {
			v.Sentences = append(v.Sentences, text[r.Start:r.End])
		}
		vectors = append(vectors, v)
	}
	return vectors
}

func compoundVectors(terms, known []string) []compoundVector {
	vectors := []compoundVector{}
	for _, term := range terms {
		vectors = append(vectors, compoundVector{term, Parts(term, func(w string) bool { return slices.Contains(known, w) })})
	}
	return vectors
}
