package check

import (
	"strings"

	"github.com/microleadership/playbook/internal/playbook"
)

// lens returns the essay that e follows: its own, or else that of the first of its
// principles that has one. Unlike Derived.Lens it is known for drafts too.
func (c *checker) lens(e *playbook.Entry) playbook.Lens {
	if e.Lens != "" {
		return e.Lens
	}
	for _, ref := range e.Principles() {
		if to, ok := c.p.ResolveKind(playbook.KindPrinciple, ref); ok && to.Lens != "" {
			return to.Lens
		}
	}
	return ""
}

// influence says whether the rules of the influence essay hold for e. They also do
// where nothing names a lens: service is the exception that an author claims.
func (c *checker) influence(e *playbook.Entry) bool { return c.lens(e) != playbook.LensService }

// english says whether the rules that look for words can read e.
func (c *checker) english(e *playbook.Entry) bool {
	lang := e.Lang
	if lang == "" {
		lang = c.p.Settings.Language
	}
	primary, _, _ := strings.Cut(strings.ToLower(lang), "-")
	return primary == "" || primary == "en"
}

// influenceStory and influenceAct say which entries the word rules read: a principle
// may discuss heroes and visions, a story or an example must not be one.
func (c *checker) influenceStory(e *playbook.Entry) bool {
	return e.Story != nil && c.influence(e) && c.english(e)
}

func (c *checker) influenceAct(e *playbook.Entry) bool {
	return (e.Story != nil || e.Example != nil) && c.influence(e) && c.english(e)
}

// given says whether the author wrote the field at all; if so, what is wrong with
// its value has been reported already.
func (c *checker) given(e *playbook.Entry, field string) bool {
	_, ok := c.p.Text(e).Fields[field]
	return ok
}
