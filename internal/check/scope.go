package check

import (
	"regexp"
	"strings"

	"github.com/microleadership/playbook/internal/playbook"
)

// lens returns the essay that e follows: its own, or else that of the first of its
// principles that has one. Unlike Derived.Lens it is known for drafts too.
func lens(in facts, e *playbook.Entry) playbook.Lens {
	if e.Lens != "" {
		return e.Lens
	}
	for _, ref := range e.Principles() {
		if to, ok := in.ResolveKind(playbook.KindPrinciple, ref); ok && to.Lens != "" {
			return to.Lens
		}
	}
	return ""
}

// influence says whether the rules of the influence essay hold for e. They also do
// where nothing names a lens: service is the exception that an author claims.
func influence(in facts, e *playbook.Entry) bool { return lens(in, e) != playbook.LensService }

// english says whether the rules that look for words can read the file.
func (f *file) english() bool {
	lang := f.Lang
	if lang == "" {
		lang = f.house.Language
	}
	primary, _, _ := strings.Cut(strings.ToLower(lang), "-")
	return primary == "" || primary == "en"
}

// influenceStory and influenceAct say which files the word rules read: a principle
// may discuss heroes and visions, a story or an example must not be one.
func (f *file) influenceStory() bool { return f.Story != nil && f.influence && f.english() }

func (f *file) influenceAct() bool {
	return (f.Story != nil || f.Example != nil) && f.influence && f.english()
}

// given says whether the author wrote a value for the field; if so, what is wrong with
// it has been reported already. Of a field that need not be there, a name without a value, a
// null and an empty list are no mistakes of their own, and say nothing.
func (f *file) given(field string) bool {
	pos := f.text.At(field)
	if _, _, ok := f.text.Fields.Of(field); !ok {
		return false
	}
	value := []rune(f.line(pos.Line))
	return !nothing.MatchString(string(value[min(pos.Column-1, len(value)):])) // a missing value stands at its name
}

var nothing = regexp.MustCompile(`^(?:["']?\w+["']?\s*:|~|[nN]ull\b|NULL\b|\[\s*\])\s*(?:[,}#].*)?$`)
