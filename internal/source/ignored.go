package source

import (
	"path"
	"strings"
)

// Ignored says whether a file or folder of this name is nobody's content: a dot
// file, what an editor keeps beside the file it edits, a folder of JavaScript packages.
func Ignored(name string) bool {
	switch {
	case strings.HasPrefix(name, "."): // also .DS_Store and vim's .name.swp
	case strings.HasSuffix(name, "~"): // backups of Emacs, vim, gedit
	case strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#"): // Emacs saves on its own
	case strings.Contains(name, "___jb_"): // JetBrains writes aside, then renames
	case name == "4913": // vim asks whether it may write here
	case name == "node_modules", name == "Thumbs.db", name == "desktop.ini":
	default:
		switch strings.ToLower(path.Ext(name)) {
		case ".swp", ".swo", ".swx", ".tmp", ".bak", ".orig", ".rej":
			return true
		}
		return false
	}
	return true
}
