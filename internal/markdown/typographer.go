package markdown

import (
	"strings"

	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// quotes are the double and single quotation marks of languages that do not use the English ones.
var quotes = map[string][4]string{
	"bg": {"„", "“", "‚", "‘"},
	"cs": {"„", "“", "‚", "‘"},
	"da": {"»", "«", "›", "‹"},
	"de": {"„", "“", "‚", "‘"},
	"es": {"«", "»", "“", "”"},
	"et": {"„", "“", "‚", "‘"},
	"fi": {"”", "”", "’", "’"},
	"fr": {"«\u00a0", "\u00a0»", "“", "”"},
	"hu": {"„", "”", "»", "«"},
	"it": {"«", "»", "“", "”"},
	"nb": {"«", "»", "‘", "’"},
	"pl": {"„", "”", "‚", "’"},
	"pt": {"«", "»", "“", "”"},
	"ru": {"«", "»", "„", "“"},
	"sk": {"„", "“", "‚", "‘"},
	"sl": {"„", "“", "‚", "‘"},
	"sv": {"”", "”", "’", "’"},
	"uk": {"«", "»", "„", "“"},
}

// typographer replaces typewriter punctuation. The replacements are characters, not references, so
// that plain text and HTML agree; << and >> stay, because people write them as arrows.
func typographer(lang string) construct {
	primary, _, _ := strings.Cut(strings.ToLower(lang), "-")
	q, ok := quotes[primary]
	if !ok {
		q = [4]string{"“", "”", "‘", "’"}
	}
	p := extension.NewTypographerParser(extension.WithTypographicSubstitutions(extension.TypographicSubstitutions{
		extension.LeftDoubleQuote:  []byte(q[0]),
		extension.RightDoubleQuote: []byte(q[1]),
		extension.LeftSingleQuote:  []byte(q[2]),
		extension.RightSingleQuote: []byte(q[3]),
		extension.Apostrophe:       []byte("’"),
		extension.EnDash:           []byte("–"),
		extension.EmDash:           []byte("—"),
		extension.Ellipsis:         []byte("…"),
		extension.LeftAngleQuote:   nil,
		extension.RightAngleQuote:  nil,
	}))
	return construct{parse: []parser.Option{inline(util.Prioritized(p, 9999))}}
}
