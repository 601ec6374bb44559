package check

import (
	"fmt"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

var translationConflict = rule{
	Rule: diag.Rule{
		Code: "translation-conflict", Severity: diag.Error,
		Why: "readers and search engines are led to the one page in their language",
		Fix: "give each translation its lang, keep one in each language, and name the original",
	},
	whole: func(c *checker) {
		type version struct {
			original *playbook.Entry
			language string
		}
		first := map[version]*playbook.Entry{}
		for _, e := range c.byFile {
			original := c.original[e]
			if original == nil || original == e {
				continue // a reference to nothing, or to itself
			}
			v := version{original, c.languageOf(e)}
			switch {
			case c.original[original] != nil:
				c.field(e, "translation_of", e.TranslationOf, fmt.Sprintf("“%s” is a translation itself", original.Title),
					fmt.Sprintf("name the original: “%s”", c.original[original].ID))
			case v.language == c.languageOf(original):
				c.sameLanguage(e, original, v.language)
			case first[v] != nil:
				c.field(e, "translation_of", e.TranslationOf, fmt.Sprintf("%s is a translation into “%s” too", first[v].File, v.language),
					"keep one of the two, or correct lang")
			default:
				first[v] = e
			}
		}
	},
}

func (c *checker) sameLanguage(e, original *playbook.Entry, language string) {
	text := fmt.Sprintf("the translation is in the language of its original, “%s”", language)
	if e.Lang == "" {
		c.field(e, "translation_of", e.TranslationOf, text, "add lang with the language of the translation, like lang: de")
		return
	}
	c.field(e, "lang", e.Lang, text, "correct lang, here or in "+original.File)
}
