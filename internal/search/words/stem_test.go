package words

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestFormsOfAWordShareItsStem takes the forms as they are written: they are folded
// first, as terms are.
func TestFormsOfAWordShareItsStem(t *testing.T) {
	for _, c := range []struct{ lang, forms string }{
		{"en", "question questions questioning questioned"},
		{"", "meeting meetings"},
		{"EN-us", "influence influences influencing"},
		{"de", "Gespräch Gespräche Gesprächen Gesprächs"},
		{"de-AT", "Haus Häuser Häusern Hauses"},
		{"de", "Straße Straßen strasse"},
		{"de", "Führung Führungen"},
		{"fr", "réunion réunions"},
		{"fr", "équipe équipes Équipe"},
		{"fr", "parler parlé parlée parlées parlez parlèrent"},
		{"es", "reunión reunion reuniones"},
		{"es", "pregunta preguntas preguntar preguntaría preguntarían"},
		{"es", "conversación conversaciones"},
		{"it", "domanda domande"},
		{"it", "libertà liberta"},
		{"pt", "reunião reuniao"},
		{"pt", "pergunta perguntas perguntar"},
		{"pt", "observação observações observável"},
		{"nl", "vergadering vergaderingen"},
		{"nl", "collega's collega"},
		{"sv", "möte möten"},
		{"da", "møde møder mødet"},
		{"nb", "møte møter møtet"},
		{"nn", "møte møter"},
		{"fi", "kysymykset kysymyksen"},
		{"ru", "вопрос вопросы вопросов вопросам"},
		{"ru", "новый новая новое новые"},
	} {
		tokens := Split(c.forms)
		want := Stem(c.lang, tokens[0].Term)
		for _, tok := range tokens {
			if tok.Whole || tok.Term == "s" {
				continue
			}
			if got := Stem(c.lang, tok.Term); got != want {
				t.Errorf("%s: %q has the stem %q, %q has %q", c.lang, tokens[0].Term, want, tok.Term, got)
			}
		}
	}
}

func TestDifferentWordsKeepDifferentStems(t *testing.T) {
	for _, c := range []struct{ lang, words string }{
		{"en", "quiet quite listen lesson boss bias"},
		{"de", "schon Schuld Fuhre Leitung leicht"},
		{"fr", "chef cheval peche pouvoir"},
		{"es", "año ano mano jefe"},
		{"ru", "вопрос восток мир мера"},
	} {
		seen := map[string]string{}
		for _, tok := range Split(c.words) {
			stem := Stem(c.lang, tok.Term)
			if other, ok := seen[stem]; ok && other != tok.Term {
				t.Errorf("%s: %q and %q have the stem %q", c.lang, other, tok.Term, stem)
			}
			seen[stem] = tok.Term
		}
	}
}

func TestTermsThatAreLeftAlone(t *testing.T) {
	for _, c := range []struct{ lang, term string }{
		{"hu", "kerdesek"},
		{"tr", "sorular"},
		{"ja", "質問"},
		{"english", "questions"},
		{"x-en", "questions"},
		{"de", "c++s"},
		{"en", "snake_cases"},
		{"en", "1990s"},
		{"en", "看板"},
		{"ru", "questions"},
		{"en", "вопросы"},
		{"en", ""},
		{"de", "a"},
	} {
		if got := Stem(c.lang, c.term); got != c.term {
			t.Errorf("Stem(%q, %q) = %q", c.lang, c.term, got)
		}
	}
}

// FuzzStem: whatever the term, there is a stem, and no stemmer fails.
func FuzzStem(f *testing.F) {
	for _, term := range append(strings.Fields(stopWords["de"]), "sses", "ied", "ingly", "eement", "вопросы", "ись", "yyy", "ssss") {
		f.Add(term)
	}
	f.Fuzz(func(t *testing.T, term string) {
		for lang := range stemmers {
			stem := Stem(lang, term)
			if (stem == "") != (term == "") || utf8.ValidString(term) && !utf8.ValidString(stem) {
				t.Fatalf("%s: %q has the stem %q", lang, term, stem)
			}
		}
	})
}
