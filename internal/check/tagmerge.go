package check

import (
	"fmt"
	"strings"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// mergedTags finds tags that become one list though their authors meant two.
// Capitals, spaces and hyphens are ways to write one tag, and merging those is a service.
var mergedTags = rule{
	Rule: diag.Rule{
		Code: "merged-tags", Severity: diag.Warning,
		Why: "tags that make one address share a page, under the name of the first",
		Fix: "write them so that letters or digits tell them apart, or all in one way",
	},
	whole: func(c *checker) {
		type tagged struct{ name, file string }
		first := map[string]tagged{} // by address
		told := map[string]bool{}    // each spelling is reported once
		known := map[string]bool{}   // and looked at once
		for _, e := range c.byFile {
			for i, tag := range e.Tags {
				if known[tag] {
					continue
				}
				known[tag] = true
				key, address := sameTag(tag), playbook.TagAddress(tag)
				if playbook.Slug(tag) == "" {
					continue
				}
				other, ok := first[address]
				if !ok {
					first[address] = tagged{tag, e.File}
				} else if sameTag(other.name) != key && !told[key] {
					told[key] = true
					c.field(e, fmt.Sprintf("tags[%d]", i), tag,
						fmt.Sprintf("the tag “%s” shares its page with “%s” of %s", tag, other.name, other.file),
						"write them so that letters tell them apart, or both in one way")
				}
			}
		}
	},
}

// sameTag maps tags to one key that a reader would call one tag.
func sameTag(tag string) string {
	return sameName(strings.NewReplacer("-", " ", "_", " ").Replace(tag))
}
