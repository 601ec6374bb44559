package check

import (
	"fmt"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

var aliasConflict = rule{
	Rule: diag.Rule{
		Code: "alias-conflict", Severity: diag.Error,
		Why: "a name that stands for two entries makes a wiki link by it lead to the wrong one, or nowhere",
		Fix: "remove the alias from one of the two entries, or say more",
	},
	whole: func(c *checker) {
		entries := c.byFile
		owners := map[string]owner{}
		for _, e := range entries {
			claim(owners, sameName(e.Title), owner{e, "title"})
		}
		for _, e := range entries {
			claim(owners, sameName(e.ID), owner{e, "id"})
		}
		for _, e := range entries {
			for i, alias := range e.Aliases {
				key := sameName(alias)
				if o, taken := owners[key]; taken && o.entry != e && !c.translations(o.entry, e) {
					text := fmt.Sprintf("the alias “%s” is the %s of %s", alias, o.as, o.entry.File)
					c.field(e, fmt.Sprintf("aliases[%d]", i), alias, text, "remove it, or find a name that only this entry has")
				}
				claim(owners, key, owner{e, "alias"})
			}
		}
	},
}

// owner is the entry that a name belongs to, and as what.
type owner struct {
	entry *playbook.Entry
	as    string
}

func claim(owners map[string]owner, name string, o owner) {
	if _, taken := owners[name]; !taken && name != "" {
		owners[name] = o
	}
}

// translations says whether two entries are one in different languages: proper names
// and loan words may then be the same.
func (s *scene) translations(a, b *playbook.Entry) bool { return s.root(a) == s.root(b) }

// root is the original of a translation, or the entry itself.
func (s *scene) root(e *playbook.Entry) *playbook.Entry {
	if o := s.original[e]; o != nil {
		return o
	}
	return e
}

// sameName maps names to one key that a reader would call the same.
func sameName(name string) string {
	if !strings.ContainsAny(name, "\t\n\v\f\r") && !strings.Contains(name, "  ") && strings.Trim(name, " ") == name && isASCII(name) {
		return strings.ToLower(name) // as nearly all are
	}
	return strings.ToLower(strings.Join(strings.Fields(norm.NFKC.String(name)), " "))
}
