//go:build browser

package search

import (
	"fmt"
	"strings"
	"testing"

	"github.com/microleadership/playbook/internal/search/twin"
)

// odd are pages at which two languages may well part: characters beyond 16 bits at the
// bounds of shards, words that are cut, signs that the files use themselves, parts
// of compounds that are stop words.
func odd() []Document {
	long := strings.Repeat("abcdefgh", 5)
	return []Document{
		{Title: "Die Wand oder der Plan", Lang: "de", Body: "Wand, oder Tür. Wandplan und Planwand, ohne Wandtafel.", Aliases: []string{"a=b", "c,d", "1:1 meeting", "q&a time"}},
		{Title: long + "i " + long + "j x" + long, Body: long + long + " " + long},
		{Title: "\U00020000\U00020001 \ufb01rst \uffee \U0001D4B3y \uffdcz", Body: "\U00020000\U00020002\U00020001 \U0001F600 \U0001D4B3z \U0001D4B3yx abc\U0001D4B3"},
		{Title: "C++ and C# at 1:1, Q&A on node.js 1.6.0 in .NET", Body: "pass_the_mic pass-the-mic pass.the.mic don't o'brien's 3-4 a.b.c.d.e.f"},
		{Title: "die dying dies died lie lying lies", Body: "Nationalisation nationalise national nations nation nationality"},
		{Title: "", Headings: []Heading{{"a", "Wand"}, {"b", "Wand"}, {"c", "Wand\nzwei"}, {"d", ""}}, Body: "Wand\n\nWand\nzwei\nx Wand\nWand", Lang: "de-CH"},
		{Title: "한국어 เพื่อน ကမ္ဘာ שָׁלוֹם اِسْأَلْ हिन्दी ｶﾞｷﾞ", Body: "한국어를 看板を作る。作る"},
	}
}

var oddQueries = []string{
	"oder wandoder", "wandoder oder", "wandplanen", "wandtafelplan ", "wandplan wandtafel ohne", "wandz", "wand zwei",
	strings.Repeat("abcdefgh", 5), strings.Repeat("abcdefgh", 6) + " ", strings.Repeat("abcdefgh", 4) + "abc", strings.Repeat("abcdefgh", 4) + "abcdefgx ",
	"\U00020000", "\U00020001", "\U00020000\U00020001", "\U00020000\U00020002", "\U0001D4B3", "\U0001D4B3y ", "xy", "first", "\uffee",
	"c++", "c#", "1:1", "1:1 meeting", "q&a", "q&a time", "node.js 1.6.0", ".net", "net", "a=b", "c,d", "3-4", "a.b.c.d.e.f", "pass_the_mic", `"pass the mic"`, `-"pass the mic"`,
	"died", "lied", "dyingg ", "nationals", "nationalising ", "natoinal", "nati", "nat", "na",
	"한국", "어를", "เพื่อน", "שלום", "اسأل", "हिन्दी", "ガギ", "ガ", `"看板を"`, `-看板`, "d", "dont", "obrien",
}

// TestTwinsAgreeOnOddText asks for odd words in shards of all sizes, down to one for each word.
func TestTwinsAgreeOnOddText(t *testing.T) {
	b := twin.Open(t, "testdata/driver.js")
	for _, size := range []sizes{{terms: 1, spelling: 1, texts: 1}, {terms: 30, spelling: 30, texts: 30}, tiny, publishedSizes} {
		x := build(odd(), facetOptions, size)
		var queries []string
		for _, w := range x.words {
			queries = append(queries, w.text, w.text+"x ", `"`+w.text+`"`)
		}
		agreeOnQueries(t, b, x, ask(append(queries, oddQueries...)...))
	}
}

// TestTwinsAgreeOnHostileText: nothing that is slow or too common is so in one alone.
func TestTwinsAgreeOnHostileText(t *testing.T) {
	b := twin.Open(t, "testdata/driver.js")
	for name, d := range hostile() {
		t.Run(name, func(t *testing.T) {
			x := Build([]Document{d, {Title: "Another", Body: "word wort"}}, facetOptions)
			agreeOnQueries(t, b, x, ask(hostileQueries[:7]...))
		})
	}
}

// TestTwinsAgreeOnManyShards asks for beginnings and misspelt words that lie in several shards.
func TestTwinsAgreeOnManyShards(t *testing.T) {
	b := twin.Open(t, "testdata/driver.js")
	x := build(made(120), Options{}, sizes{terms: 300, spelling: 300, texts: 3000})
	var queries []string
	for i := 0; i < len(x.words); i += 1 + len(x.words)/60 {
		letters := []rune(x.words[i].text)
		for n := 1; n <= len(letters); n++ {
			queries = append(queries, string(letters[:n]))
		}
		queries = append(queries, string(letters)+"q", "q"+string(letters[1:])+" ", string(letters)+" "+x.words[(i*7)%len(x.words)].text)
	}
	agreeOnQueries(t, b, x, ask(queries...))
}

// TestWordsAreLookedUpTogether: three misspelt words take no more rounds of loading than one, but for texts.
func TestWordsAreLookedUpTogether(t *testing.T) {
	b := twin.Open(t, "testdata/driver.js")
	manifest, shards := build(pages(), facetOptions, tiny).published()
	files := map[string]string{}
	for _, s := range shards {
		files[s.name] = s.payload
	}
	rounds := func(query string) int {
		return twin.Ask[int](t, b, fmt.Sprintf(`await (async (files) => {
			const store = engine.store(%s, {})
			let rounds = 0
			let on = 0
			store.request = async (name) => {
				if (on++ === 0 && name[0] !== 'd') rounds++
				await new Promise((done) => setTimeout(done, 5))
				on--
				store.keep(name, files[name])
			}
			await engine.answers(store, [{ Text: %s, Limit: 3 }])
			return rounds
		})(%s)`, twin.Literal(manifest), twin.Literal(query), twin.Literal(files)))
	}
	one, three := rounds("supprotive "), rounds("supprotive relaeses newcommer ")
	if one < 2 || three > one {
		t.Errorf("one misspelt word takes %d rounds, three take %d", one, three)
	}
}
