// Package words says what words a text is made of: where they begin and end, in
// which form they are compared, which of them say little, which are forms of one
// word, and which are several words written together.
//
// # Terms
//
// Text is folded first: compatibility forms are made plain, letters small, and what
// readers leave out when they type (accents, vowel points, joiners) is dropped.
//
// A word is a letter or number and what follows of letters, numbers and marks, cut
// at 40 characters. Words joined by one of _ - . ' & or, between digits, : are a
// compound. Its parts are tokens, and so is the whole when there are at most four of
// them, at the position of the first: snake_case, node.js, q&a and 1:1 as written,
// e-mail, o'brien and c'est joined (email, obrien, cest), so that they meet those
// who write them so; digits keep their hyphen, as 3-4 is not 34. Up to two + or # at
// the end belong to the whole (c++, c#). A dot before a word is spelt out, as it is
// spoken: .net is dotnet, .env dotenv. English 's 're 've 'll 'd 'm are dropped,
// don't is dont.
//
// camelCase is one word. Names like GitHub, PowerPoint and JavaScript are far more
// frequent in prose than identifiers, and their halves mislead.
//
// Scripts that are written without spaces give each pair of neighbouring characters,
// and so does Korean, whose words take endings that no stemmer here knows. A
// character there is a letter with all its marks, so that no term begins with a mark.
// The last character of a stretch is a term of its own beside the last pair, for
// those who look for it alone: every character then begins some term.
//
// Emoji and other symbols are no words. Arabic and Hebrew words keep the particles
// written with them.
//
// Files of one name in themes/default/js/search/words do the same in the browser.
// Stems and stop words are not among them: the index brings what is needed of both.
package words

// Token is a word of a text in the form in which the index has it.
type Token struct {
	Term       string
	Start, End int  // bytes of the source that it stands for
	Pos        int  // number of the word within the text
	Last       bool // nothing follows it, so a reader may still be typing it
	Whole      bool // beside other tokens: a compound (c++, snake_case), or the last character of a pair
}

// Range is a part of a text, in bytes.
type Range struct{ Start, End int }
