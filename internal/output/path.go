package output

import (
	"io/fs"
	"path"
	"strings"
	"unicode"
)

// ours is the folder in the output that holds what Publish has to remember.
const ours = ".playbook"

// ForbiddenPathError is a file of the site that cannot be published under its path:
// not local, not UTF-8, with characters or names that some system does not allow, in
// our own folder, or the same as another's for a system that ignores case.
type ForbiddenPathError struct{ Path, Why string }

func (e *ForbiddenPathError) Error() string { return "cannot publish " + quote(e.Path) + ": " + e.Why }

// checkPaths refuses sets of files that cannot all be published everywhere.
func checkPaths(files []File) error {
	seen := make(map[string]string, len(files))    // paths as a system that ignores case sees them
	folders := make(map[string]string, len(files)) // and the folders they need
	for _, f := range files {
		if why := forbidden(f.Path); why != "" {
			return &ForbiddenPathError{f.Path, why}
		}
		key := fold(f.Path)
		if other, ok := seen[key]; ok && other == f.Path {
			return &ForbiddenPathError{f.Path, "it is there twice"}
		} else if ok {
			return &ForbiddenPathError{f.Path, "it differs from " + other + " in case only, so some systems keep just one of them"}
		}
		seen[key] = f.Path
		for dir := path.Dir(key); dir != "." && folders[dir] == ""; dir = path.Dir(dir) {
			folders[dir] = f.Path
		}
	}
	for _, f := range files {
		if other := folders[fold(f.Path)]; other != "" {
			return &ForbiddenPathError{f.Path, "it would have to be a folder too, for " + other}
		}
	}
	return nil
}

// fold makes paths equal that systems which ignore case take for the same.
func fold(p string) string { return strings.ToLower(p) }

// forbidden says why no file can be published at p, or nothing.
func forbidden(p string) string {
	switch {
	case p == "." || !fs.ValidPath(p):
		return "it is not a clean relative path"
	case strings.ContainsAny(p, `<>:"|?*\`), strings.ContainsFunc(p, unicode.IsControl):
		return "it holds a character that not every system allows"
	}
	first, _, _ := strings.Cut(p, "/")
	if fold(first) == ours {
		return "the folder " + ours + " is kept for what playbook remembers"
	}
	for name := range strings.SplitSeq(p, "/") {
		stem, _, _ := strings.Cut(strings.ToLower(name), ".")
		switch {
		case strings.HasSuffix(name, "."), strings.HasSuffix(name, " "):
			return "a name in it ends in a full stop or space, which not every system allows"
		case len(name) > 255:
			return "a name in it is longer than 255 bytes"
		case isDevice(stem):
			return "a name in it is one that Windows keeps for itself"
		}
	}
	return ""
}

// isDevice says whether Windows would open a device instead of a file of this name.
func isDevice(stem string) bool {
	switch stem {
	case "con", "prn", "aux", "nul":
		return true
	}
	return len(stem) == 4 && (stem[:3] == "com" || stem[:3] == "lpt") && '1' <= stem[3] && stem[3] <= '9'
}
