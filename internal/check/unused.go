package check

import (
	"github.com/microleadership/playbook/internal/diag"
)

// unusedAsset is a note, since the picture of a draft waits for its entry.
var unusedAsset = rule{
	Rule: diag.Rule{
		Code: "unused-asset", Severity: diag.Note,
		Why: "a file is published only with an entry that shows it or links to it",
		Fix: "link to the file from an entry that is published, or remove it",
	},
	whole: func(c *checker) {
		if len(c.assets) == 0 {
			return // without a look at every link
		}
		used := c.used()
		for _, file := range c.sortedAssets() {
			if !used[file] {
				c.file(file, "no published entry refers to this file, so it is not published", "link to it from an entry, or remove it")
			}
		}
	},
}
