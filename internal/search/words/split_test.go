package words

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/cputime"
)

type counted struct {
	Term string
	Pos  int
}

// eachAgrees says where Each and Split differ over a text.
func eachAgrees(s *Splitter, text string) string {
	var want, got []counted
	positions := 0
	for _, t := range Split(text) {
		want = append(want, counted{t.Term, t.Pos})
		positions = t.Pos + 1
	}
	n := s.Each(text, func(term []byte, pos int) { got = append(got, counted{string(term), pos}) })
	if n != positions {
		got = append(got, counted{"positions", n})
	}
	return cmp.Diff(want, got)
}

func TestEachIsSplit(t *testing.T) {
	var s Splitter
	for _, text := range splitTexts {
		if diff := eachAgrees(&s, text); diff != "" {
			t.Errorf("%q (-Split +Each):\n%s", text, diff)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		text := generatedText().Draw(t, "text")
		if diff := eachAgrees(&s, text); diff != "" {
			t.Fatalf("%q (-Split +Each):\n%s", text, diff)
		}
	})
}

// TestApartIsEachWithoutWholes: the same tokens but those that others are parts of.
func TestApartIsEachWithoutWholes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := generatedText().Draw(t, "text")
		var got, want []string
		for _, token := range Split(text) {
			if !token.Whole {
				want = append(want, token.Term)
			}
		}
		var s Splitter
		s.Apart(text, func(term []byte, _ int) { got = append(got, string(term)) })
		if !slices.Equal(got, want) {
			t.Fatalf("%q is apart in %q, want %q", text, got, want)
		}
	})
}

// TestEachIsSplitOnRealText compares whole collections where they are at hand.
func TestEachIsSplitOnRealText(t *testing.T) {
	var s Splitter
	for _, name := range []string{"cranfield", "stackfaq"} {
		for _, text := range corpus(t, name) {
			if diff := eachAgrees(&s, text); diff != "" {
				t.Fatalf("%s: %q (-Split +Each):\n%s", name, text, diff)
			}
		}
	}
}

// TestKeptFoldingsAreRight: what a Splitter has seen before changes nothing.
func TestKeptFoldingsAreRight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var used folder
		used.fold(nil, generatedText().Draw(t, "before"))
		text := generatedText().Draw(t, "text")
		var fresh []char
		for i := 0; i < len(text); {
			r, n := utf8.DecodeRuneInString(text[i:])
			end, _ := new(folder).cluster(text, r, i+n)
			fresh = place(fresh, unplaced(text[i:end]), i, end)
			i = end
		}
		if diff := cmp.Diff(fresh, used.fold(nil, text), cmp.AllowUnexported(char{})); diff != "" {
			t.Fatalf("%q (-fresh +kept):\n%s", text, diff)
		}
	})
}

// TestWordsStandAlone: a word that stands between spaces is found by itself, as a
// query has it. Marks of a word that is cut out belong to the letter before them.
func TestWordsStandAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := generatedText().Draw(t, "text")
		for _, w := range strings.Split(text, " ") {
			var alone, within []string
			for _, tok := range Split(w) {
				alone = append(alone, tok.Term)
			}
			for _, tok := range Split("before " + w + " after") {
				within = append(within, tok.Term)
			}
			if diff := cmp.Diff(alone, within[1:len(within)-1]); len(alone) > 0 && diff != "" {
				t.Fatalf("%q (-alone +within):\n%s", w, diff)
			}
		}
	})
}

// FuzzSplit: tokens stand within the text, their positions leave no gap, their terms
// are bounded and begin with a letter, and Each finds the same.
func FuzzSplit(f *testing.F) {
	for _, text := range splitTexts {
		f.Add(text)
	}
	f.Add("\xff\xfe a\xc3")
	var s Splitter
	f.Fuzz(func(t *testing.T, text string) {
		checkTokens(t, text)
		if diff := eachAgrees(&s, text); diff != "" {
			t.Fatalf("%q (-Split +Each):\n%s", text, diff)
		}
	})
}

func checkTokens(t *testing.T, text string) {
	t.Helper()
	pos := 0
	for _, tok := range Split(text) {
		if tok.Start < 0 || tok.End > len(text) || tok.Start >= tok.End || tok.Pos != pos {
			t.Fatalf("%q: token %+v at position %d", text, tok, pos)
		}
		if !tok.Whole {
			pos++
		}
		if n := utf8.RuneCountInString(tok.Term); n == 0 || n > maxTerm || !tok.Whole && strings.ContainsAny(tok.Term, " \n._-'&:+#") {
			t.Fatalf("%q: term %q", text, tok.Term)
		}
		if first, _ := utf8.DecodeRuneInString(tok.Term); unicode.IsMark(first) || !isLetter(first) {
			t.Fatalf("%q: term %q", text, tok.Term)
		}
	}
}

// hostile are texts of about a megabyte that are slow to split when anything in the
// splitting is not linear.
func hostile() map[string]struct {
	piece string
	times int
} {
	type h = struct {
		piece string
		times int
	}
	return map[string]h{
		"one letter": {"a", 1 << 20}, "one Han letter": {"長", 1 << 18}, "marks": {"\u0301", 100_000}, "kept marks": {"\u0e49", 100_000},
		"hyphens": {"a-", 1 << 19}, "apostrophes": {"a'", 1 << 19}, "n't": {"n't", 1 << 18}, "plus": {"a+", 1 << 19}, "many plus": {"+", 1 << 20},
		"dots": {".", 1 << 20}, "dots and letters": {".a", 1 << 19}, "stops": {"?", 1 << 20}, "quotes": {".\"", 1 << 19}, "quotation": {"\"", 1 << 20},
		"spaces": {" ", 1 << 20}, "stops and spaces": {". ", 1 << 19}, "NUL": {"\x00", 1 << 20}, "jamo": {"\u1161", 1 << 18}, "am": {"\u0e4d\u0e32", 1 << 17},
		"clusters": {"a\u0301\u093c", 1 << 17}, "parents": {"ﷺ", 1 << 16}, "compat jamo": {"ㅏ", 1 << 18},
	}
}

func TestHostileTexts(t *testing.T) {
	for name, h := range hostile() {
		text := strings.Repeat(h.piece, h.times/4)
		for _, text := range []string{text, "." + text + "é"} {
			start := cputime.Used()
			checkTokens(t, text)
			n := 0
			Each(text, func([]byte, int) { n++ })
			if want := len(Split(text)); n != want {
				t.Errorf("%s: Each finds %d tokens, Split %d", name, n, want)
			}
			Sentences(text)
			if d := cputime.Used() - start; d > 5*time.Second {
				t.Errorf("%s takes %v", name, d)
			}
		}
	}
}
