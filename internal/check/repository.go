package check

import (
	"strings"

	"github.com/microleadership/playbook/internal/diag"
)

var repositoryAddress = rule{
	Rule: diag.Rule{
		Code: "repository-address", Severity: diag.Error,
		Why: "the edit link of every page is made from it, and must lead to a page on the web",
		Fix: "write the address at which the repository is seen in a browser",
	},
	whole: func(c *checker) {
		r := c.settings.Repository
		if r.URL == "" {
			return
		}
		if problem, hint := webAddress(r.URL); problem != "" {
			if page := pageOfClone(r.URL); page != "" {
				hint = "did you mean “" + page + "”?"
			}
			c.setting("repository.url", r.URL, problem, hint)
			return
		}
		if r.Edit == "" {
			return
		}
		if problem, _ := webAddress(strings.ReplaceAll(strings.ReplaceAll(r.Edit, "{url}", r.URL), "{branch}", "main")); problem != "" {
			c.setting("repository.edit", r.Edit, "the edit link is made into no web address", "start it with {url}, like {url}/edit/{branch}/{path}")
		}
	},
}

// pageOfClone turns an address that git clones from into that of its page:
// git@example.org:team/playbook.git.
func pageOfClone(address string) string {
	rest, ok := strings.CutPrefix(strings.TrimPrefix(address, "ssh://"), "git@")
	host, path, found := strings.Cut(strings.Replace(rest, ":", "/", 1), "/")
	if !ok || !found || host == "" || path == "" {
		return ""
	}
	return "https://" + host + "/" + strings.TrimSuffix(path, ".git")
}
