package words

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
)

// corpus returns the texts of a collection; without it, the test is skipped.
func corpus(t testing.TB, name string) []string {
	t.Helper()
	f, err := os.Open("../../../../shared/corpora/search/" + name + "/docs.jsonl")
	if err != nil {
		t.Skipf("the corpus %s is missing: %v", name, err)
	}
	defer f.Close()
	var texts []string
	for lines := json.NewDecoder(f); ; {
		var v struct{ Text string }
		if err := lines.Decode(&v); errors.Is(err, io.EOF) {
			return texts
		} else if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, v.Text)
	}
}

// each measures Each over texts, by word.
func each(b *testing.B, texts []string) {
	b.Helper()
	var s Splitter
	n, size := 0, 0
	yield := func(term []byte, _ int) { size += len(term) }
	for _, text := range texts { // buffers grow, letters are seen
		n += s.Each(text, yield)
	}
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		for _, text := range texts {
			s.Each(text, yield)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/word")
}

func BenchmarkEach(b *testing.B) {
	const ascii = "The first thing a colleague notices is whether you listen. Ask, wait and then answer (briefly); nobody likes a lecture, do they? "
	for _, c := range []struct{ name, text string }{
		{"ascii", ascii},
		{"compounds", "Don't send an e-mail at 10:30, it's a well-known anti-pattern; use node.js or C++ and snake_case. "},
		{"typographic", "“Don’t,” she said — and that’s the first thing – quietly … “a colleague” notices. "},
		{"german", "Für Gespräche über Führung genügt häufig ein stiller Kreis; jeder hört zu, und keiner müsste reden. "},
		{"russian", "Первое, что замечает коллега — слушаете ли вы его. Спросите, подождите и только потом отвечайте. "},
		{"japanese", "同僚が最初に気づくのは、あなたが話を聞いているかどうかです。質問して待ち、それから答える。"},
		{"thai", "สิ่งแรกที่เพื่อนร่วมงานสังเกตคือคุณฟังหรือไม่ "},
		{"hindi", "सहकर्मी सबसे पहले यह देखता है कि आप सुनते हैं या नहीं। "},
	} {
		b.Run(c.name, func(b *testing.B) { each(b, []string{strings.Repeat(c.text, 200)}) })
	}
	for _, name := range []string{"cranfield", "stackfaq"} {
		b.Run(name, func(b *testing.B) { each(b, corpus(b, name)) })
	}
}

func BenchmarkSplit(b *testing.B) {
	text := strings.Repeat("The first thing a colleague notices is whether you listen. ", 100)
	b.ReportAllocs()
	n := 0
	for range b.N {
		n += len(Split(text))
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(n), "ns/word")
}

func BenchmarkStem(b *testing.B) {
	terms := StopWords("en")
	for i := range b.N {
		Stem("en", terms[i%len(terms)])
	}
}
