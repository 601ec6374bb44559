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
	distanceVector struct {
		A, B            string
		Limit, Distance int
	}
	hitVector struct {
		Doc            int
		Score          float64
		Title, Passage string // with what is marked in brackets
		Anchor         string
	}
	answerVector struct {
		Query   string
		Total   int
		Meant   string
		Unknown []string
		Stop    bool
		Hits    []hitVector
		Counts  map[string]map[string]int
	}
)

func TestVectors(t *testing.T) {
	golden(t, "distance", distanceVectors())
	golden(t, "rank", answers(Build(pages(), facetOptions), ask(rankQueries...)))
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

// ask makes queries of texts.
func ask(texts ...string) []Query {
	queries := make([]Query, len(texts))
	for i, text := range texts {
		queries[i] = Query{Text: text, Limit: 10}
	}
	return queries
}

func answers(x *Index, queries []Query) []answerVector {
	vectors := []answerVector{}
	for _, q := range queries {
		a := x.Search(q)
		v := answerVector{
			Query: q.Text, Total: a.Total, Meant: a.Meant, Unknown: append([]string{}, a.Unknown...), Stop: a.Stop,
			Hits: []hitVector{}, Counts: a.Counts(),
		}
		for _, h := range a.Hits {
			v.Hits = append(v.Hits, hitVector{
				h.Doc, h.Score,
				marked(x.Document(h.Doc).Title, h.Title), marked(h.Passage.Text, h.Passage.Ranges), h.Anchor,
			})
		}
		vectors = append(vectors, v)
	}
	return vectors
}
