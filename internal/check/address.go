package check

import (
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

var duplicateAddress = rule{
	Rule: diag.Rule{
		Code: "duplicate-address", Severity: diag.Error,
		Why: "two pages cannot stand at one address, and on many systems case does not tell them apart",
		Fix: "rename one of the files",
	},
	whole: func(c *checker) {
		taken := map[string]*playbook.Entry{}
		for _, e := range byFile(c.p.Entries) {
			key := sameAddress(e.PageAddress())
			if first, ok := taken[key]; ok {
				c.field(e, "", "", "the page has the address of "+first.File+": "+e.PageAddress(), "rename one of the two files")
				continue
			}
			taken[key] = e
		}
		c.assetsInTheWay(taken)
	},
}

// assetsInTheWay finds files that would overwrite a page, or one another.
func (c *checker) assetsInTheWay(taken map[string]*playbook.Entry) {
	assets := map[string]string{} // two that differ in case only are found where the files are read
	generated := generatedFiles()
	for _, file := range slices.Sorted(maps.Keys(c.p.Assets)) {
		key := sameAddress(playbook.AssetAddress(file))
		what := ""
		if other, ok := assets[key]; ok && !strings.EqualFold(other, file) {
			what = "content/" + other
		} else if e := taken[key]; e != nil {
			what = e.File
		} else if generated[key] {
			what = "a page that the generator makes"
		}
		if what != "" {
			c.found = append(c.found, diag.Diagnostic{
				Code: c.rule.Code, Severity: c.rule.Severity,
				Pos:  diag.Position{File: "content/" + file},
				Text: "the file has the address of " + what, Hint: "rename it",
			})
		}
		assets[key] = file
	}
}

// generatedFiles are the addresses that exist whatever the content is.
func generatedFiles() map[string]bool {
	out := map[string]bool{}
	for _, a := range playbook.GeneratedPages() {
		out[a] = true
	}
	for _, a := range []string{playbook.FeedAddress, playbook.EntriesAddress, playbook.LLMsAddress, playbook.RobotsAddress, playbook.SitemapAddress} {
		out[a] = true
	}
	return out
}

// sameAddress maps addresses to one key that some file system or server cannot tell apart.
func sameAddress(address string) string { return strings.ToLower(norm.NFC.String(address)) }

// byFile sorts by file, so that of two in conflict the later one in the alphabet is reported.
func byFile(entries []*playbook.Entry) []*playbook.Entry {
	return slices.SortedFunc(slices.Values(entries), func(a, b *playbook.Entry) int { return strings.Compare(a.File, b.File) })
}
