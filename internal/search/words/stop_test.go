package words

import "testing"

// TestStopWordsAreTerms: a list has what Split makes of its words, each once; else
// it would not find them.
func TestStopWordsAreTerms(t *testing.T) {
	for lang := range stopWords {
		seen := map[string]bool{}
		for _, w := range StopWords(lang) {
			tokens := Split(w)
			if len(tokens) != 1 || tokens[0].Term != w {
				t.Errorf("%s: %q is split into %+v", lang, w, tokens)
			}
			if seen[w] {
				t.Errorf("%s: %q is there twice", lang, w)
			}
			seen[w] = true
		}
	}
}

func TestStopWordsByLanguage(t *testing.T) {
	for tag, word := range map[string]string{"": "the", "en-GB": "the", "de": "und", "fr-CA": "les", "es": "los", "it": "della", "pt-BR": "nao", "nl": "het"} {
		found := false
		for _, w := range StopWords(tag) {
			found = found || w == word
		}
		if !found {
			t.Errorf("StopWords(%q) has no %q", tag, word)
		}
	}
	for _, tag := range []string{"ja", "xx", "english"} {
		if list := StopWords(tag); list != nil {
			t.Errorf("StopWords(%q) = %q", tag, list)
		}
	}
}
