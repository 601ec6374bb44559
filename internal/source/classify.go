package source

import (
	"path"
	"slices"
	"strings"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// role is what a file is to the playbook.
type role uint8

const (
	isStray role = iota // not published; reported
	isConfig
	isEntry
	isAsset
	isOutside // Markdown of a folder without content/
)

// assetExts are the files that are published as they are. Whatever a browser runs as
// a program (HTML, scripts, XML) is not among them.
var assetExts = []string{
	".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".ico",
	".pdf", ".mp3", ".m4a", ".ogg", ".mp4", ".webm", ".vtt",
}

// markdownExts are what Markdown is called elsewhere; here it is .md.
var markdownExts = []string{".md", ".markdown", ".mdown", ".mkd", ".mdx"}

// classify says what the file at p is. A stray file comes with what to say about it.
func classify(p string) (role, diag.Diagnostic) {
	ext := path.Ext(p)
	_, known := playbook.KindOfDir(folder(p))
	switch {
	case p == Config:
		return isConfig, diag.Diagnostic{}
	case ext == ".md" && known:
		return isEntry, diag.Diagnostic{}
	case slices.Contains(assetExts, strings.ToLower(ext)):
		return isAsset, diag.Diagnostic{}
	}
	return isStray, stray(p)
}

// folder is the first folder below content/ that p is in, or "".
func folder(p string) string {
	first, _, below := strings.Cut(strings.TrimPrefix(p, Dir+"/"), "/")
	if !below {
		return ""
	}
	return first
}

func isMarkdown(p string) bool { return slices.Contains(markdownExts, strings.ToLower(path.Ext(p))) }

// stray says why the file at p is left out and what would change that.
func stray(p string) diag.Diagnostic {
	d := diag.Diagnostic{Code: "stray-file", Severity: diag.Warning, Pos: diag.Position{File: p}}
	name := strings.TrimSuffix(path.Base(p), path.Ext(p))
	_, known := playbook.KindOfDir(folder(p))
	switch {
	case path.Dir(p) == Dir && (name == "playbook" || name == "config") && !isMarkdown(p):
		d.Text, d.Hint = "this is not read as the configuration", "rename it to "+Config
	case isMarkdown(p) && known:
		d.Text, d.Hint = "Markdown files here are named *.md, so this one is left out", "rename it to "+name+".md"
	case isMarkdown(p):
		d.Text = "this file is in no kind's folder, so it is left out"
		d.Hint = "move it to " + strings.Join(kindDirs(), "/, ") + "/"
	default:
		d.Text = "files of this type are not published"
		d.Hint = "images, PDF, audio and video are; put others where they can be linked to, or start the name with a dot"
	}
	return d
}

// kindDirs are the folders in which entries live.
func kindDirs() []string {
	var dirs []string
	for _, k := range playbook.Kinds() {
		dirs = append(dirs, k.Dir())
	}
	return dirs
}
