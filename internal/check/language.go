package check

import (
	"cmp"
	"errors"
	"strings"

	"golang.org/x/text/language"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

var invalidLanguage = rule{
	Rule: diag.Rule{
		Code: "invalid-language", Severity: diag.Error,
		Why: "browsers choose hyphens, quotation marks and the voice of a screen reader by the language",
		Fix: "write a BCP 47 tag, like de, pt-BR or zh-Hant",
	},
	own: func(f *file) {
		if text, hint := badLanguage(f.Lang); text != "" {
			f.field("lang", f.Lang, text, hint)
		}
	},
	whole: func(c *checker) {
		if text, hint := badLanguage(c.settings.Language); text != "" {
			c.setting("language", c.settings.Language, text, hint)
		}
	},
}

// badLanguage says what is wrong with a language tag, or nothing.
func badLanguage(typed string) (text, hint string) {
	if typed == "" {
		return "", ""
	}
	tag, err := language.Parse(typed)
	var unknown language.ValueError
	switch {
	case errors.As(err, &unknown):
		return "“" + typed + "” is no known language: nothing is called “" + unknown.Subtag() + "”", languageHint(typed)
	case err != nil:
		return "“" + typed + "” is not a language tag", languageHint(typed)
	case strings.Contains(typed, "_"):
		return "“" + typed + "” is not a language tag", "did you mean “" + tag.String() + "”?"
	}
	return "", ""
}

// languageHint guesses at the language when somebody wrote a country: jp, cz.
func languageHint(typed string) string {
	if region, err := language.ParseRegion(typed); err == nil && region.IsCountry() {
		tag, err := language.Compose(region)
		if base, sure := tag.Base(); err == nil && sure >= language.Low {
			return "did you mean “" + base.String() + "”?"
		}
	}
	return "write a BCP 47 tag, like de, pt-BR or zh-Hant"
}

// languageOf is the language that e is in, in the one form of its tag.
func (s *scene) languageOf(e *playbook.Entry) string {
	typed := cmp.Or(e.Lang, s.settings.Language, "en")
	tag, err := language.Parse(typed)
	if err != nil {
		return typed
	}
	return tag.String()
}
