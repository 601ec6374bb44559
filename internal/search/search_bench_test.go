package search

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// made returns n pages of about 300 words out of a vocabulary that grows with n, as
// that of real text does: words are drawn by a power law.
func made(n int) []Document {
	random := rand.New(rand.NewPCG(1, 2))
	zipf := rand.NewZipf(random, 1.1, 8, uint64(2000+20*n))
	words := func(k int) string {
		var b strings.Builder
		for range k {
			fmt.Fprintf(&b, "%s%d ", endings[zipf.Uint64()%uint64(len(endings))], zipf.Uint64())
		}
		return b.String()
	}
	docs := make([]Document, n)
	for i := range docs {
		docs[i] = Document{URL: "p.html", Title: words(5), Summary: words(15), Body: words(280)}
	}
	return docs
}

func BenchmarkBuild(b *testing.B) {
	docs := made(1000)
	for b.Loop() {
		Build(docs, Options{})
	}
	b.ReportMetric(float64(len(docs)*b.N)/b.Elapsed().Seconds(), "pages/s")
}

func BenchmarkFiles(b *testing.B) {
	x := Build(made(1000), Options{})
	for b.Loop() {
		files, err := x.Files()
		if err != nil {
			b.Fatal(err)
		}
		bytes := 0
		for _, f := range files {
			bytes += len(f.Data)
		}
		b.SetBytes(int64(bytes))
	}
}

func BenchmarkSearch(b *testing.B) {
	x := Build(made(1000), Options{})
	for _, query := range []string{"ing1 ness4 ment22 ", "ing1 nes", "ing1 nesss4x"} {
		b.Run(query, func(b *testing.B) {
			for b.Loop() {
				if len(find(x, query, 10)) == 0 {
					b.Fatal("nothing found")
				}
			}
		})
	}
}
