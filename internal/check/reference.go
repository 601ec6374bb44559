package check

import (
	"cmp"
	"fmt"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

var unknownReference = rule{
	Rule: diag.Rule{
		Code: "unknown-reference", Severity: diag.Error,
		Why: "a reference to an entry that does not exist connects nothing, and readers miss what it promised",
		Fix: "use the id, title or alias of an entry that exists",
	},
	entry: func(c *checker, e *playbook.Entry) {
		c.references(e, "principles", playbook.KindPrinciple, e.Principles())
		if e.Story != nil {
			c.references(e, "examples", playbook.KindExample, e.Story.Examples)
		}
		for i, r := range e.Related {
			c.related(e, fmt.Sprintf("related[%d].to", i), r.To)
		}
		c.translation(e)
		c.wikiLinks(e)
	},
}

// references checks a field that names entries of one kind.
func (c *checker) references(e *playbook.Entry, field string, kind playbook.Kind, refs []string) {
	for i, ref := range refs {
		if _, ok := c.ResolveKind(kind, ref); ok || ref == "" {
			continue
		}
		text := fmt.Sprintf("there is no %s “%s”", kind, ref)
		c.field(e, fmt.Sprintf("%s[%d]", field, i), ref, text, c.suggest(ref, kind))
	}
}

// related checks a field that names an entry of any kind.
func (c *checker) related(e *playbook.Entry, path, ref string) {
	to, ok := c.Resolve(ref)
	switch {
	case ref == "":
	case ok && to == e:
		c.field(e, path, ref, "the entry refers to itself", "name another entry, or remove the reference")
	case !ok:
		c.field(e, path, ref, fmt.Sprintf("there is no entry “%s”", ref), c.suggest(ref))
	}
}

func (c *checker) translation(e *playbook.Entry) {
	ref := e.TranslationOf
	if ref == "" {
		return
	}
	switch to, ok := translated(c, e); {
	case !ok:
		c.field(e, "translation_of", ref, fmt.Sprintf("there is no %s “%s”", e.Kind, ref), c.suggest(ref, e.Kind))
	case to == e:
		c.field(e, "translation_of", ref, "the entry is a translation of itself", "name the original")
	}
}

// translated returns the original of a translation, which is of the same kind.
func translated(in facts, e *playbook.Entry) (*playbook.Entry, bool) {
	return in.ResolveKind(e.Kind, e.TranslationOf)
}

func (c *checker) wikiLinks(e *playbook.Entry) {
	for i, t := range c.targets {
		if l := e.Outline.Links[i]; l.Kind == playbook.LinkWiki && !reached(t) && t.Problem != "" {
			c.link(e, i+1, l.Target, t.Problem, cmp.Or(c.hintOf(e, l, t), "write the title, an alias or the id of an entry, or a term of the glossary"))
		}
	}
}

// reached says whether a link found an entry or a term, though perhaps not the place in it.
func reached(t playbook.Target) bool { return t.Entry != nil || t.Term != nil }

// suggest names what a reference may have meant. An id that two kinds share means neither.
func (c *checker) suggest(ref string, kinds ...playbook.Kind) string {
	m := mistake{ref: ref, anyKind: len(kinds) == 0}
	if !m.anyKind {
		m.kind = kinds[0]
	}
	return c.hints.of(m, func() string { return c.nearest(ref, kinds...) })
}

// nearest is suggest, by a look at all names.
func (c *checker) nearest(ref string, kinds ...playbook.Kind) string {
	if len(kinds) == 0 {
		for _, k := range playbook.Kinds() {
			if to, ok := c.ResolveKind(k, ref); ok {
				return fmt.Sprintf("several kinds have one; write “%s/%s”", to.Kind.Dir(), to.ID)
			}
		}
	}
	if to, _ := c.ResolveName(ref); to != nil && (len(kinds) == 0 || to.Kind == kinds[0]) {
		return fmt.Sprintf("write its id: “%s”", to.ID)
	} else if to != nil {
		return fmt.Sprintf("“%s” is of another kind: %s", to.Title, to.Kind)
	}
	if hint := diag.DidYouMean(ref, c.Names(kinds...)); hint != "" {
		return hint
	}
	return "write an id, which is the file's name without .md"
}
