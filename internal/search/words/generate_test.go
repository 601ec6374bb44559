package words

import (
	"strings"
	"unicode"

	"pgregory.net/rapid"
)

// generatedText is a run of words, separators, and code points of all scripts: what
// is likely to show where two ways of splitting differ.
func generatedText() *rapid.Generator[string] {
	piece := rapid.OneOf(
		rapid.StringOfN(rapid.RuneFrom([]rune("aeinrstAXYZ019")), 0, 6, -1),
		rapid.SampledFrom(strings.Fields("the don't C++ snake_case e-mail 1.6.0 1:1 Q&A .net naïve Straße Й ё 看板 同僚 한국어 हिन्दी น้ำ ນ້ຳ ΣΣ İ ﬃ ٣ ة ш\u0306 и\u0306 ㅎㅏ ﷺ")),
		rapid.SampledFrom([]string{
			" ", " ", "-", "_", ".", ".", "'", "’", "+", "#", "&", ":", ". ", "\n", "。", "\"", "”", "\u0301", "\u0316", "\u0306", "\u0308", "\u3099", "ﾞ",
			"\u00ad", "\ufeff", "<b>", "\u2028", "\u0e4d", "\u0e32", "\u1161", "\x00", "'s", "'t", "'ll",
		}),
		rapid.StringOfN(rapid.RuneFrom(nil, unicode.Latin, unicode.Greek, unicode.Cyrillic), 0, 4, -1),
		rapid.StringOfN(rapid.RuneFrom(nil, unicode.Arabic, unicode.Hebrew, unicode.Devanagari), 0, 4, -1),
		rapid.StringOfN(rapid.RuneFrom(nil, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao), 0, 4, -1),
		rapid.StringOfN(rapid.RuneFrom(nil, unicode.Mn, unicode.Mc, unicode.Me), 0, 40, -1),
		rapid.StringOfN(rapid.RuneFrom(nil, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Z, unicode.Cc, unicode.Cf), 0, 6, -1),
	)
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(piece, 0, 20).Draw(t, "pieces"), rapid.SampledFrom([]string{"", "", " "}).Draw(t, "between"))
	})
}
