package markdown

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/alecthomas/chroma/v2"
	"github.com/dlclark/regexp2/v2"
	"pgregory.net/rapid"
)

// sieved returns those of the samples' lexers that are not a mixture of others, ready to leave no code to chroma.
func sieved(t *testing.T) map[string]*sievedLexer {
	t.Helper()
	found := map[string]*sievedLexer{}
	for language := range samples {
		if l, ok := highlighters()[language].(*sievedLexer); ok {
			l.uses.Store(fewUses)
			found[language] = l
		}
	}
	if len(found) < len(samples)-2 {
		t.Fatalf("only %v", slices.Sorted(maps.Keys(found)))
	}
	return found
}

// TestSievedLexersFindTheSameTokens: in code and in what looks like some, chroma is right.
func TestSievedLexersFindTheSameTokens(t *testing.T) {
	lexers := sieved(t)
	languages := slices.Sorted(maps.Keys(lexers))
	rapid.Check(t, func(r *rapid.T) {
		language := rapid.SampledFrom(languages).Draw(r, "language")
		code := samples[rapid.SampledFrom(slices.Sorted(maps.Keys(samples))).Draw(r, "sample")] + "\n" + samples[language]
		for range rapid.IntRange(0, 4).Draw(r, "edits") {
			runes := []rune(code)
			at := rapid.IntRange(0, len(runes)).Draw(r, "at")
			until := min(len(runes), at+rapid.IntRange(0, 5).Draw(r, "length"))
			odd := rapid.SampledFrom([]string{"", "\n", "\"", "'", "é", "日本", "\t", "{", "/*", "0x1f", "\\", "K", "<!--", "`"}).Draw(r, "odd")
			code = string(runes[:at]) + odd + string(runes[until:])
		}
		lexer := lexers[language]
		want, err := chroma.Tokenise(lexer.RegexLexer, nil, code)
		if err != nil {
			r.Fatal(err)
		}
		got, _, err := tokenise(lexer, code, MaxLexing)
		if err != nil || !slices.Equal(got, want) {
			r.Fatalf("%s, %q: %v, error %v, want %v", language, code, got, err, want)
		}
	})
}

// TestFirstOf: an expression matches at none of the characters that it cannot start with.
func TestFirstOf(t *testing.T) {
	for expression, want := range map[string]string{
		`abc`: "a", `a?b`: "ab", `a*(b|cd)`: "abc", `(?i)ab`: "aA", `[x-z]+\n`: "xyz", `\b(?=q)x`: "x", `(?!a)[ab]`: "ab", `a{0,2}?b`: "ab", `(?>a|b)c`: "ab",
	} {
		first, got := firstOf(expression), ""
		for r := range rune(128) {
			if first.has(r) {
				got += string(r)
			}
		}
		if !sameRunes(got, want) {
			t.Errorf("%s starts with %q, want %q", expression, got, want)
		}
	}
	if first := firstOf(`a*`); first != anyASCII {
		t.Errorf("a* may be empty, but starts with %v", first)
	}
	re := regexp2.MustCompile(`\G(?i)(k|[^k])`)
	for _, r := range "kK\u212a" {
		if first := firstOf(`(?i)(k|[^k])`); !first.has(r) {
			t.Errorf("%c is missing", r)
		}
		if ok, err := re.MatchString(string(r)); !ok || err != nil {
			t.Errorf("%c does not match", r)
		}
	}
}

func sameRunes(a, b string) bool {
	x, y := []rune(a), []rune(b)
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

// TestRulesThatDoNotGetOn: some lexers go round in circles for odd code, which is no reason to hang.
func TestRulesThatDoNotGetOn(t *testing.T) {
	circle := chroma.MustNewLexer(&chroma.Config{Name: "circle"}, func() chroma.Rules {
		return chroma.Rules{"root": {{Pattern: `a`, Type: chroma.Text}, {Pattern: `(?=b)`, Mutator: chroma.Push("root")}}}
	})
	l := &sievedLexer{RegexLexer: circle}
	l.uses.Store(fewUses)
	if tokens, _, err := tokenise(l, "aaa", MaxLexing); err != nil || len(tokens) != 3 {
		t.Errorf("%v, %v", tokens, err)
	}
	if _, _, err := tokenise(l, "aab", MaxLexing); err == nil || !strings.Contains(err.Error(), "get on") {
		t.Errorf("error %v", err)
	}
}
