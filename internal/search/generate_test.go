package search

import (
	"strings"
	"unicode"

	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/search/words"
)

// Generators of texts that are likely to show where two implementations differ.

// generatedWord is a word of English endings and beginnings.
func generatedWord() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		begin := rapid.StringOfN(rapid.RuneFrom([]rune("aeiouybcdfglmnrstyz")), 0, 5, -1).Draw(t, "begin")
		end := rapid.SliceOfN(rapid.SampledFrom(endings), 0, 3).Draw(t, "endings")
		return begin + strings.Join(end, "")
	})
}

var endings = strings.Fields(`ational tional alize icate ative iciti ical ful ness ement ance ence able ible ment ent ant ism
ate iti ous ive ize ion al er ic sses ied ies us ss s eedly ingly edly ing eed ed fulness iveness ization ousness biliti
lessli alism aliti ation entli fulli iviti ousli anci abli alli ator enci izer bli ogi li y e ll at bl iz bb tt t l gener`)

// generatedText is a run of words, separators, and code points of all scripts.
func generatedText() *rapid.Generator[string] {
	piece := rapid.OneOf(
		generatedWord(),
		rapid.SampledFrom(strings.Fields("Teambesprechung Besprechung Team Wandplan Arbeitsplan Arbeit Plan the of and Ask boss question listen don't C++ snake_case e-mail 1.6.0 naïve Straße 看板 同僚 한국어 हिन्दी ΣΣ İ ﬃ")),
		rapid.SampledFrom([]string{" ", " ", "-", "_", ".", "'", "’", "+", "#", ". ", "\n", "。", "\u0301", "\u3099", "ﾞ", "\u00ad", "\ufeff", "<b>", "\u2028"}),
		rapid.StringOfN(rapid.RuneFrom(nil, unicode.Latin, unicode.Greek, unicode.Cyrillic), 0, 4, -1),
		rapid.StringOfN(rapid.RuneFrom(nil, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana, unicode.Thai), 0, 4, -1),
		rapid.StringOfN(rapid.RuneFrom(nil, unicode.Mn, unicode.Mc, unicode.Me), 0, 40, -1),
		rapid.StringOfN(rapid.RuneFrom(nil, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Z, unicode.Cc, unicode.Cf), 0, 6, -1),
	)
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(piece, 0, 20).Draw(t, "pieces"), rapid.SampledFrom([]string{"", " "}).Draw(t, "between"))
	})
}

func generatedDocument() *rapid.Generator[Document] {
	text := generatedText()
	list := rapid.SliceOfN(text, 0, 2)
	return rapid.Custom(func(t *rapid.T) Document {
		d := Document{
			URL: "a.html", Title: text.Draw(t, "title"), Aliases: list.Draw(t, "aliases"), Asks: list.Draw(t, "asks"),
			Summary: text.Draw(t, "summary"), Tags: list.Draw(t, "tags"),
			Lang: rapid.SampledFrom([]string{"", "en", "EN-gb", "de", "english", "ja"}).Draw(t, "lang"),
			Facets: map[string][]string{
				"kind":   {rapid.SampledFrom([]string{"story", "principle", "page"}).Draw(t, "kind")},
				"toward": rapid.SliceOfN(rapid.SampledFrom([]string{"boss", "peer"}), 0, 2).Draw(t, "toward"),
			},
		}
		for _, h := range list.Draw(t, "headings") {
			d.Headings = append(d.Headings, Heading{ID: "h" + h, Text: h})
			d.Body += strings.Repeat(text.Draw(t, "section")+" ", 3) + "\n" + h + "\n"
		}
		d.Body += strings.Repeat(text.Draw(t, "body"), 4)
		return d
	})
}

// generatedQuery takes words from the documents, whole, cut and mistyped, and from elsewhere.
func generatedQuery(docs []Document) *rapid.Generator[Query] {
	known := []string{"boss", "看"}
	for _, d := range docs {
		for _, t := range words.Split(d.Title + " " + d.Summary + " " + d.Body) {
			known = append(known, t.Term)
		}
	}
	word := rapid.Custom(func(t *rapid.T) string {
		w := []rune(rapid.SampledFrom(known).Draw(t, "word"))
		switch i := rapid.IntRange(0, len(w)-1).Draw(t, "place"); rapid.IntRange(0, 5).Draw(t, "change") {
		case 0:
			return string(w[:i+1])
		case 1:
			return string(w[:i]) + string(w[i+1:])
		case 2:
			return string(w[:i]) + "x" + string(w[i:])
		case 3:
			w[i], w[0] = w[0], w[i]
		}
		return string(w)
	})
	operator := rapid.Custom(func(t *rapid.T) string {
		pair := word.Draw(t, "first") + " " + word.Draw(t, "second")
		return rapid.SampledFrom([]string{
			`"` + pair + `"`, `-` + pair, `-"` + pair + `"`, `"` + pair, "kind:story", "-kind:page", "toward:Boss", "kind:zzz", `"` + title(docs) + `"`,
		}).Draw(t, "operator")
	})
	piece := rapid.OneOf(word, word, word, word, operator, generatedText())
	return rapid.Custom(func(t *rapid.T) Query {
		q := Query{Text: strings.Join(rapid.SliceOfN(piece, 0, 5).Draw(t, "words"), " "), Limit: 10}
		if rapid.IntRange(0, 4).Draw(t, "filtered") == 0 {
			q.Filters = map[string][]string{"kind": {"story", "page"}, "toward": rapid.SliceOfN(rapid.Just("boss"), 0, 1).Draw(t, "to")}
		}
		return q
	})
}

func title(docs []Document) string {
	if len(docs) == 0 {
		return ""
	}
	return docs[0].Title
}
