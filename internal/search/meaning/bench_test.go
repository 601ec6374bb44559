package meaning

import (
	"fmt"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"
)

// made returns n documents of 300 words, each on one of n/20 matters: half of its words
// come by a power law from a vocabulary that grows with n, as that of real text
// does, half from the words of its matter.
func made(n int) (terms int, docs [][]Weight) {
	terms = 2000 + 20*n
	random := rand.New(rand.NewPCG(1, 2))
	general := rand.NewZipf(random, 1.1, 8, uint64(terms-1))
	special := rand.NewZipf(random, 1.5, 20, 500)
	counts := make([]map[int32]float64, n)
	df := make([]float64, terms)
	for d := range counts {
		matter := random.IntN(n/20 + 1)
		counts[d] = map[int32]float64{}
		for i := range 300 {
			word := int32(general.Uint64())
			if i%2 == 0 {
				word = int32((matter*7919 + 101*int(special.Uint64())) % terms)
			}
			counts[d][word]++
		}
		for word := range counts[d] {
			df[word]++
		}
	}
	docs = make([][]Weight, n)
	for d, count := range counts {
		for word, tf := range count {
			docs[d] = append(docs[d], Weight{word, float32(tf / (tf + 2) * math.Log(float64(n+1)/df[word]))})
		}
		slices.SortFunc(docs[d], func(a, b Weight) int { return int(a.Term - b.Term) })
	}
	return terms, docs
}

func BenchmarkExpand(b *testing.B) {
	for _, n := range []int{1000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			terms, docs := made(n)
			postings := 0
			for _, doc := range docs {
				postings += len(doc)
			}
			b.ReportAllocs()
			c := CollectionOf(terms, docs)
			for b.Loop() {
				new(Expander).Expand(c)
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())*float64(runtime.GOMAXPROCS(0))/float64(b.N*n), "CPU-µs/page")
			b.ReportMetric(float64(postings)/float64(n), "terms/page")
		})
	}
}
