package markdown

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

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
		got, _, sure, err := tokenise(lexer, code, MaxLexing)
		if err != nil || !slices.Equal(got, want) {
			r.Fatalf("%s, %q: %v, error %v, want %v", language, code, got, err, want)
		}
		if language == "go" && strings.Contains(code, "`") {
			return // texts in backquotes may be templates, in a language of their own
		}
		if slices.Contains([]string{"go", "json", "python", "sql", "yaml"}, language) && !sure {
			r.Fatalf("%s has no other languages in it, but %q was left to chroma", language, code)
		}
	})
}

// forgetful is a lexer that says something else the first time, as chroma does when its clock is late.
type forgetful struct {
	chroma.Lexer
	runs int
}

func (f *forgetful) Tokenise(*chroma.TokeniseOptions, string) (chroma.Iterator, error) {
	f.runs++
	if f.runs == 1 {
		return chroma.Literator(chroma.Token{Type: chroma.Error, Value: "'"}, chroma.Token{Type: chroma.Text, Value: "a'"}), nil
	}
	return chroma.Literator(chroma.Token{Type: chroma.String, Value: "'a'"}), nil
}

// TestWhatIsSaidOnceIsNotBelieved: pages do not depend on how busy a machine is.
func TestWhatIsSaidOnceIsNotBelieved(t *testing.T) {
	f := &forgetful{}
	tokens, _, err := surely(f, "'a'", MaxLexing)
	if err != nil || len(tokens) != 1 || tokens[0].Type != chroma.String || f.runs != 3 {
		t.Errorf("%v after %d runs, error %v", tokens, f.runs, err)
	}
}

// TestExpressionsThatTakeTooLong are mistakes. To chroma they do not match, sooner or later.
func TestExpressionsThatTakeTooLong(t *testing.T) {
	slow := chroma.MustNewLexer(&chroma.Config{Name: "slow"}, func() chroma.Rules {
		return chroma.Rules{"root": {{Pattern: `(a|aa|a.)+(?<=b)c`, Type: chroma.String}, {Pattern: `.`, Type: chroma.Text}}}
	})
	l := &sievedLexer{RegexLexer: slow}
	l.uses.Store(fewUses)
	if tokens, _, sure, err := tokenise(l, "aabc", MaxLexing); err != nil || len(tokens) != 1 || !sure {
		t.Errorf("%v, %v", tokens, err)
	}
	start := time.Now()
	_, _, _, err := tokenise(l, strings.Repeat("a", 200), MaxLexing)
	if !errors.Is(err, errTooLong) {
		t.Errorf("error %v", err)
	}
	if took := time.Since(start); took < stuck {
		t.Errorf("given up after %v", took)
	}
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
	if tokens, _, _, err := tokenise(l, "aaa", MaxLexing); err != nil || len(tokens) != 3 {
		t.Errorf("%v, %v", tokens, err)
	}
	if _, _, _, err := tokenise(l, "aab", MaxLexing); err == nil || !strings.Contains(err.Error(), "get on") {
		t.Errorf("error %v", err)
	}
}
