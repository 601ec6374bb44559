package pages

import (
	"net/url"
	"strings"

	"github.com/microleadership/playbook/internal/playbook"
)

// editing is where files can be edited on the forge: what stands around their paths. It
// is empty when the forge is not known.
type editing []string

func newEditing(r playbook.Repository) editing {
	if r.URL == "" {
		return nil
	}
	pattern := r.Edit
	if pattern == "" {
		pattern = usualEdit(r.URL)
	}
	fill := strings.NewReplacer("{url}", strings.TrimSuffix(r.URL, "/"), "{branch}", url.PathEscape(r.Branch))
	parts := strings.Split(pattern, "{path}")
	for i := range parts {
		parts[i] = fill.Replace(parts[i])
	}
	return parts
}

// href is where a file can be edited, or "".
func (e editing) href(file string) string { return strings.Join(e, escape(file)) }

// usualEdit is the edit address of the forges people use; GitHub's form also serves Gitea.
func usualEdit(repository string) string {
	switch {
	case strings.Contains(repository, "gitlab"):
		return "{url}/-/edit/{branch}/{path}"
	case strings.Contains(repository, "bitbucket"):
		return "{url}/src/{branch}/{path}?mode=edit"
	case strings.Contains(repository, "gitea") || strings.Contains(repository, "codeberg"):
		return "{url}/_edit/{branch}/{path}"
	}
	return "{url}/edit/{branch}/{path}"
}
