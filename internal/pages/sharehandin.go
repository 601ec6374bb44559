package pages

import (
	"cmp"
	"net/url"
	"strings"

	"github.com/microleadership/playbook/internal/playbook"
)

// HandIn is where a story can be handed in, besides to a person.
type HandIn struct {
	URL    string // of the repository; "" if there is none, or not one that a browser can open
	Branch string
	Forge  string // what the repository is on: github, gitlab, gitea, bitbucket
	Name   string // of the forge, or of its host where that says more
	Email  string
}

// forgeNames are what people call the forges.
var forgeNames = map[playbook.Forge]string{
	playbook.GitHub: "GitHub", playbook.GitLab: "GitLab", playbook.Gitea: "Gitea", playbook.Bitbucket: "Bitbucket",
}

func handIn(s playbook.Settings) HandIn {
	out := HandIn{Email: s.Share.Email}
	u, err := url.Parse(s.Repository.URL)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		return out
	}
	forge := cmp.Or(s.Share.Forge, forgeOf(u.Hostname()))
	u.RawQuery, u.Fragment, u.User = "", "", nil
	out.URL = strings.TrimSuffix(strings.TrimSuffix(u.String(), "/"), ".git")
	out.Branch, out.Forge = cmp.Or(s.Repository.Branch, "main"), string(forge)
	out.Name = forgeNames[forge]
	if host := u.Hostname(); !strings.Contains(strings.ToLower(host), string(forge)) {
		out.Name = host // who knows git.example.org need not have heard of what runs there
	}
	return out
}

// forgeOf knows the forges by their hosts, as the edit link does.
func forgeOf(host string) playbook.Forge {
	switch {
	case strings.Contains(host, "gitlab"):
		return playbook.GitLab
	case strings.Contains(host, "bitbucket"):
		return playbook.Bitbucket
	case strings.Contains(host, "gitea"), strings.Contains(host, "forgejo"), strings.Contains(host, "codeberg"):
		return playbook.Gitea
	}
	return playbook.GitHub
}
