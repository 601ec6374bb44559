// Package hugo is the rival: a site for Hugo around the same content, as somebody who
// knows Hugo well would write it. It has the pages, lists, tags, relations, feed and
// sitemap of a playbook's site and leaves out what Hugo does not have: search, backlinks,
// maturity, checks of content and links. Where a way of doing it costs Hugo less it is
// done that way: plain links, addresses without folders, partials that are kept.
package hugo

import (
	"embed"
	"io/fs"
	"os"
	"path"
)

//go:embed all:site
var site embed.FS

// Footer is the partial that every page has, from the site's root.
const Footer = "layouts/_partials/footer.html"

// Write puts the site, without content, into a folder that may have some.
func Write(dir string) error {
	files, err := fs.Sub(site, "site")
	if err != nil {
		return err
	}
	return fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		full := path.Join(dir, name)
		if err := os.MkdirAll(path.Dir(full), 0o777); err != nil {
			return err
		}
		return os.WriteFile(full, data, 0o666)
	})
}
