package corpus

import (
	"bytes"
	"compress/gzip"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"
)

func words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r)
	})
}

// count returns how often each word occurs in n generated pages.
func count(n int) map[string]int {
	counts := map[string]int{}
	for p := range Generate(n, 1) {
		for _, w := range words(p.Title + " " + p.Text) {
			counts[w]++
		}
	}
	return counts
}

func TestSameSeedSamePages(t *testing.T) {
	first := slices.Collect(Generate(50, 7))
	if !slices.Equal(first, slices.Collect(Generate(50, 7))) {
		t.Error("the same seed gave other pages")
	}
	other := slices.Collect(Generate(50, 8))
	for i := range first {
		if first[i].Text == other[i].Text {
			t.Errorf("page %d is the same for another seed", i)
		}
	}
}

func TestPagesHaveTheirLength(t *testing.T) {
	sum := 0
	for p := range Generate(300, 1) {
		if n := len(strings.Fields(p.Title)); n < 3 || n > 8 {
			t.Errorf("a title of %d words: %q", n, p.Title)
		}
		sum += len(strings.Fields(p.Text))
	}
	if mean := sum / 300; mean < 250 || mean > 350 {
		t.Errorf("a page has %d words on average, want about 300", mean)
	}
}

// Heaps: twice the pages have many more words, at any size. Real collections of
// 1,400 abstracts lie at 1.35 to 1.41.
func TestVocabularyKeepsGrowing(t *testing.T) {
	for _, n := range []int{400, 1600} {
		some, twice := len(count(n)), len(count(2*n))
		if growth := float64(twice) / float64(some); growth < 1.3 || growth > 1.7 {
			t.Errorf("%d pages have %d words, twice as many %d: × %.2f", n, some, twice, growth)
		}
	}
}

// Zipf: the frequency of a word falls about as its rank grows, and many words
// occur only once.
func TestFrequenciesAreThoseOfALanguage(t *testing.T) {
	counts := count(1000)
	var all []int
	sum, once := 0, 0
	for _, n := range counts {
		all = append(all, n)
		sum += n
		if n == 1 {
			once++
		}
	}
	slices.SortFunc(all, func(a, b int) int { return b - a })
	slope := math.Log(float64(all[9])/float64(all[999])) / math.Log(100)
	if slope < .75 || slope > 1.15 {
		t.Errorf("from rank 10 to 1000 frequencies fall with slope %.2f, want about 1", slope)
	}
	if share := float64(all[0]) / float64(sum); share < .03 || share > .09 {
		t.Errorf("the commonest word makes up %.3f of the text", share)
	}
	if share := float64(once) / float64(len(all)); share < .25 || share > .5 {
		t.Errorf("%.2f of the words occur once", share)
	}
}

// Prose compresses to between a half and a third.
func TestTextCompressesLikeProse(t *testing.T) {
	var text, out bytes.Buffer
	for p := range Generate(200, 1) {
		text.WriteString(p.Text)
	}
	w := gzip.NewWriter(&out)
	if _, err := w.Write(text.Bytes()); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if ratio := float64(text.Len()) / float64(out.Len()); ratio < 2.2 || ratio > 3.5 {
		t.Errorf("text is compressed to 1/%.2f", ratio)
	}
}

// Pages are about something: the words of a page come back on it far more than
// on the next.
func TestPagesHaveTopics(t *testing.T) {
	pages := slices.Collect(Generate(400, 1))
	own, next := 0, 0
	for i, p := range pages {
		for _, w := range strings.Fields(Known(p.Title, rand.New(rand.NewPCG(1, 1)))) {
			own += strings.Count(strings.ToLower(p.Text), w)
			next += strings.Count(strings.ToLower(pages[(i+1)%len(pages)].Text), w)
		}
	}
	if own < 4*next {
		t.Errorf("words of titles occur %d times on their pages and %d times on the next", own, next)
	}
}

func TestKnownTakesWordsThatSaySomething(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	for title, want := range map[string]string{
		"The Map of the Rivers":     "rivers",
		"Rivers of ice":             "rivers",
		"Rivers, which are frozen!": "rivers frozen",
	} {
		got := Known(title, rng)
		if len(strings.Fields(want)) < 2 {
			want = ""
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", title, got, want)
		}
	}
	long := "alpha bravo charlie delta echo foxtrot"
	for range 50 {
		got := strings.Fields(Known(long, rng))
		if len(got) < 2 || len(got) > 3 || !slices.IsSorted(got) {
			t.Errorf("%q is not two or three of the title's words in order", got)
		}
	}
}
