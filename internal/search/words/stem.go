package words

import (
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/danish"
	"github.com/blevesearch/snowballstem/dutch"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/finnish"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/german"
	"github.com/blevesearch/snowballstem/italian"
	"github.com/blevesearch/snowballstem/norwegian"
	"github.com/blevesearch/snowballstem/portuguese"
	"github.com/blevesearch/snowballstem/russian"
	"github.com/blevesearch/snowballstem/spanish"
	"github.com/blevesearch/snowballstem/swedish"
)

// stemmers are those that bear terms without accents. Measured over Snowball's own
// vocabularies: of the pairs of words that it gives one stem, how many still share
// one after folding (found), and of those that then share one, how many did before
// (true). Some get the accents of endings back first; without that es found .845,
// fr .828 and pt .918.
//
//	      found true        found true        found true
//	da     .992 .990   fi   1.000 .995   no     .996 .969
//	de    1.000 1.000  fr    .950 .983   pt     .988 .945
//	en    1.000 1.000  it    .947 .994   ru    1.000 1.000
//	es     .915 .979   nl   1.000 .999   sv     .991 .960
//
// Folding leaves too little to Hungarian (.687, .877), Romanian (.859, .908) and
// Irish (.891, .923), and to Turkish, whose dotless i is gone. Arabic and Tamil were
// not measured.
var stemmers = map[string]func(*snowballstem.Env) bool{
	"da": danish.Stem, "de": german.Stem, "en": english.Stem, "es": spanish.Stem,
	"fi": finnish.Stem, "fr": french.Stem, "it": italian.Stem, "nl": dutch.Stem,
	"no": norwegian.Stem, "pt": portuguese.Stem, "ru": russian.Stem, "sv": swedish.Stem,
}

// Stem returns what a term has in common with the other forms of its word in a
// language (BCP 47; none is English): the term itself where there is no stemmer, and
// for terms that are not made of the language's letters alone.
func Stem(lang, term string) string { return Stemmer(lang)(term) }

// Stemmer returns Stem for one language: the way for many terms. What it returns is not
// for two goroutines at once.
func Stemmer(lang string) func(term string) string {
	lang = Primary(lang)
	stem, ok := stemmers[lang]
	if !ok {
		return func(term string) string { return term }
	}
	env := snowballstem.NewEnv("")
	return func(term string) string {
		if !spelt(lang, term) {
			return term
		}
		env.SetCurrent(accented(lang, term))
		if stem(env); env.Current() == "" {
			return term
		}
		return shared(unaccented(env.Current()), term)
	}
}

// shared returns a stem as a piece of its term, where it is the beginning of that, so that
// both take the memory of one.
func shared(stem, term string) string {
	if strings.HasPrefix(term, stem) {
		return term[:len(stem)]
	}
	return strings.Clone(stem)
}

// Primary returns the language of a tag: en of en-GB. The two written forms of
// Norwegian are one here, as they are to the stemmer.
func Primary(tag string) string {
	lang, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(tag), "_", "-"), "-")
	switch lang {
	case "":
		return "en"
	case "nb", "nn":
		return "no"
	}
	return lang
}

// spelt says whether a term has only letters that words of a language have.
func spelt(lang, term string) bool {
	for _, r := range term {
		if lang == "ru" && (r < 'а' || r > 'я') || lang != "ru" && (r < 'a' || r > 'z') {
			return false
		}
	}
	return true
}
