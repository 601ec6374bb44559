package source

import (
	"errors"
	"io/fs"
	"path"
	"strings"
)

// link follows a symbolic link that leads straight to a file within the root. os.Root
// refuses to leave the root too, but says so in its own words, and it would follow a
// link to .git/config, which must not be published as an image.
func (w *walker) link(p string) {
	const hint = "put the file itself here"
	target, err := fs.ReadLink(w.fsys, p)
	if err != nil {
		w.report("unreadable-file", p, "cannot follow this link: "+reason(err).Error(), hint)
		return
	}
	to := path.Join(path.Dir(p), target)
	if path.IsAbs(target) || !fs.ValidPath(to) {
		w.report("outside-root", p, "this link leads out of the playbook, to “"+target+"”", hint)
		return
	}
	mode, err := w.straight(to)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		w.report("unreadable-file", p, "this link leads to “"+target+"”, which does not exist", hint+", or remove the link")
	case err != nil:
		w.report("unreadable-file", p, "cannot follow this link: "+reason(err).Error(), hint)
	case mode.IsDir(): // could go in circles
		w.report("unreadable-file", p, "links to folders are not followed", "put the folder itself here")
	case !mode.IsRegular():
		w.report("unreadable-file", p, "this link leads to a device, pipe or socket", "remove it")
	default:
		w.file(p)
	}
}

var (
	errThroughLink = errors.New("it leads through another link")
	errHidden      = errors.New("it leads to a hidden file")
)

// straight returns what is at p, which must not be hidden or be reached by links.
func (w *walker) straight(p string) (fs.FileMode, error) {
	var mode fs.FileMode
	at := "."
	for name := range strings.SplitSeq(p, "/") {
		at = path.Join(at, name)
		info, err := fs.Lstat(w.fsys, at)
		switch {
		case err != nil:
			return 0, err
		case Ignored(name):
			return 0, errHidden
		case info.Mode()&fs.ModeSymlink != 0:
			return 0, errThroughLink
		}
		mode = info.Mode()
	}
	return mode, nil
}
