package check

import (
	"fmt"
	"maps"
	"path"
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
		taken := maps.Clone(c.generated())
		introduced := map[string]bool{}
		for _, e := range c.byFile {
			key := sameAddress(e.PageAddress())
			if e.IsIntro() && !introduced[key] {
				introduced[key] = true
				taken[key] = e.File
				continue
			}
			if what, ok := taken[key]; ok {
				c.field(e, "", "", fmt.Sprintf("the page has the address of %s: %s", what, e.PageAddress()), renameHint(e))
				continue
			}
			taken[key] = e.File
		}
		c.assetsInTheWay(taken)
		c.filesAsFolders(taken)
	},
}

func renameHint(e *playbook.Entry) string {
	if playbook.IntroFor(e.Kind.Dir()) != "" && e.ID == "index" {
		return "rename it; what introduces that page is content/pages/" + e.Kind.Dir() + ".md"
	}
	return "rename one of the two"
}

// assetsInTheWay finds files that would overwrite a page, or one another.
func (c *checker) assetsInTheWay(taken map[string]string) {
	assets := map[string]string{} // two that differ in case only are found where the files are read
	for _, file := range c.sortedAssets() {
		key := sameAddress(c.AssetAddress(file))
		what := taken[key]
		if other, ok := assets[key]; ok && !strings.EqualFold(other, file) {
			what = "content/" + other
		}
		if what != "" {
			c.file(file, "the file has the address of "+what, "rename it")
		}
		assets[key] = file
	}
	for key, file := range assets {
		if taken[key] == "" {
			taken[key] = "content/" + file
		}
	}
}

// filesAsFolders finds content in a folder that is named like a page or file.
func (c *checker) filesAsFolders(taken map[string]string) {
	const hint = "rename the folder"
	for _, e := range c.byFile {
		if above, what := fileAbove(sameAddress(e.PageAddress()), taken); what != "" {
			c.field(e, "", "", notAFolder(above, what), hint)
		}
	}
	for _, file := range c.sortedAssets() {
		if above, what := fileAbove(sameAddress(c.AssetAddress(file)), taken); what != "" {
			c.file(file, notAFolder(above, what), hint)
		}
	}
}

// fileAbove returns the address above key at which a file stands, and which.
func fileAbove(key string, taken map[string]string) (address, what string) {
	for dir := path.Dir(key); dir != "."; dir = path.Dir(dir) {
		if what := taken[dir]; what != "" {
			return dir, what
		}
	}
	return "", ""
}

func notAFolder(address, what string) string {
	return fmt.Sprintf("nothing can stand below %s, which is no folder but %s", address, what)
}

// generatedAddresses maps the addresses that no entry has a say in to what stands there.
func (s *scene) generatedAddresses() map[string]string {
	out := map[string]string{}
	known := map[string]bool{}
	for _, e := range s.byFile {
		for _, tag := range e.Tags {
			if known[tag] {
				continue
			}
			known[tag] = true
			if key := sameAddress(playbook.TagAddress(tag)); out[key] == "" && playbook.Slug(tag) != "" {
				out[key] = "the page of the tag “" + tag + "”"
			}
		}
	}
	for _, a := range playbook.GeneratedPages() {
		out[a] = "a page that the generator makes"
	}
	for _, a := range playbook.GeneratedFiles(*s.settings) {
		out[a] = "a file that the generator makes"
	}
	return out
}

// sameAddress maps addresses to one key that some file system or server cannot tell apart.
func sameAddress(address string) string {
	if isASCII(address) {
		return strings.ToLower(address)
	}
	return strings.ToLower(norm.NFC.String(address))
}
