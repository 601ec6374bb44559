package check

import (
	"slices"
	"strings"

	"github.com/microleadership/playbook/internal/playbook"
)

// FormTag is a tag that readers can see, with the file that has it first.
type FormTag struct{ Name, File string }

// FormTags are those of other files that a tag of a new story could be merged with: of each
// address the first, and those that are merged with it already. Tags that no reader can see are
// not among them.
func FormTags(p *playbook.Playbook) []FormTag {
	byFile := slices.Clone(p.Published())
	slices.SortFunc(byFile, func(a, b *playbook.Entry) int { return strings.Compare(a.File, b.File) })
	known, told := map[string]bool{}, map[string]bool{}
	first := map[string]FormTag{}
	var out []FormTag
	for _, e := range byFile {
		for _, tag := range e.Derived.Tags {
			if known[tag] {
				continue
			}
			known[tag] = true
			address, key := playbook.TagAddress(tag), sameTag(tag)
			other, taken := first[address]
			switch {
			case playbook.Slug(tag) == "" || taken && (told[key] || sameTag(other.Name) == key):
				continue
			case taken:
				told[key] = true
			default:
				first[address] = FormTag{tag, e.File}
			}
			out = append(out, FormTag{tag, e.File})
		}
	}
	return out
}
