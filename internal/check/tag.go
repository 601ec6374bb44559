package check

import (
	"fmt"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// maxTag is where a tag stops being a keyword; its address would be cut soon after.
const maxTag = 60

var unusableTag = rule{
	Rule: diag.Rule{
		Code: "unusable-tag", Severity: diag.Error,
		Why: "each tag has a page, so it needs a name that can be an address",
		Fix: "use a word or two, in letters and digits",
	},
	own: func(f *file) {
		for i, tag := range f.Tags {
			if f.goodTags[tag] {
				continue
			}
			if text, hint := badTag(tag); text != "" {
				f.field(fmt.Sprintf("tags[%d]", i), tag, text, hint)
			} else {
				f.goodTags[tag] = true
			}
		}
	},
}

func badTag(tag string) (text, hint string) {
	slug := playbook.Slug(tag)
	switch {
	case tag == "":
		return "", "" // found where the file is read
	case slug == "":
		return "the tag “" + tag + "” has no letter or digit to make an address of", "write it in words"
	case len([]rune(tag)) > maxTag:
		return fmt.Sprintf("the tag has %d characters, which is no keyword", len([]rune(tag))), "keep it to a few words; what readers would type belongs under asks"
	}
	if why := unportable(playbook.TagAddress(tag)); why != "" {
		return "the tag “" + tag + "” cannot be an address: " + why, "use another word, or one more"
	}
	return "", ""
}
