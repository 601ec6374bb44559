package main

import (
	"io"
	"path"
	"path/filepath"
	"strings"

	"github.com/microleadership/playbook/internal/check"
	"github.com/microleadership/playbook/internal/diag"
)

// located gives findings the paths by which the user can open their files, from the
// folder the command was given in: what editors, terminals and forges link to.
func (p *project) located(list diag.List) diag.List {
	dir := p.fromHere()
	out := make(diag.List, len(list))
	for i, d := range list {
		if d.Pos.File != "" && d.Code != "leak" { // which stands in a file of the site, wherever that goes
			d.Pos.File = path.Join(dir, d.Pos.File)
		}
		out[i] = d
	}
	return out
}

// fromHere is the folder of the playbook, as paths of its files begin.
func (p *project) fromHere() string {
	dir := p.dir
	if filepath.IsAbs(dir) {
		if here, err := filepath.Abs("."); err == nil {
			if rel, err := filepath.Rel(here, dir); err == nil && !strings.HasPrefix(rel, "..") {
				dir = rel
			}
		}
	}
	return filepath.ToSlash(dir)
}

// stops says whether findings stand in the way of publishing.
func stops(list diag.List, strict bool) bool {
	return list.HasErrors() || strict && list.Count(diag.Warning) > 0
}

// verdict is what findings that have been printed come to.
func verdict(list diag.List, strict bool) error {
	for _, d := range list {
		if d.Severity == diag.Error && d.Code == "unreadable-file" {
			return errUnreadable
		}
	}
	if stops(list, strict) {
		return errFindings
	}
	return nil
}

// formats are the forms in which check prints its findings.
var formats = []string{"text", "json", "github", "sarif"}

func printAs(w io.Writer, format string, list diag.List) error {
	switch format {
	case "json":
		return list.WriteJSON(w)
	case "github":
		return list.WriteGitHub(w)
	case "sarif":
		return list.WriteSARIF(w, diag.SARIFOptions{Rules: check.Rules(), Version: version()})
	}
	if len(list) == 0 {
		_, err := io.WriteString(w, "no findings\n")
		return err
	}
	return printFindings(w, list)
}

func printFindings(w io.Writer, list diag.List) error {
	if len(list) == 0 {
		return nil
	}
	return list.WriteText(w, diag.TextOptions{Color: colours(w)})
}
