package build

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/picture"
	"github.com/microleadership/playbook/internal/source"
)

// assets are the files of content/ that are published as they are. The same ones have
// the same place in memory; their bytes stay on disk.
type assets struct {
	version string
	fsys    fs.FS
	files   map[string]source.File // by path relative to content/
	bytes   map[string][]byte      // of those that a preview shows, which reads no file that a browser names
}

// assets keeps the last ones while they are the same. Their bytes stay on disk, unless they
// may be asked for while the files change.
func (b *Builder) assets(files []source.File) *assets {
	a := &assets{fsys: b.opts.FS, files: make(map[string]source.File, len(files))}
	h := sha256.New()
	for _, f := range files {
		fmt.Fprintf(h, "%s\x00%x\x00", f.Path, f.Hash)
		a.files[strings.TrimPrefix(f.Path, source.Dir+"/")] = f
	}
	a.version = string(h.Sum(nil))
	if b.last != nil && b.last.content.assets.version == a.version {
		return b.last.content.assets
	}
	if b.opts.Watching {
		a.hold(b.last)
	}
	return a
}

// hold reads what was not held before. What cannot be read is found missing when it is asked for.
func (a *assets) hold(last *made) {
	a.bytes = make(map[string][]byte, len(a.files))
	for name, f := range a.files {
		if last != nil && last.content.assets.files[name].Hash == f.Hash {
			a.bytes[name] = last.content.assets.bytes[name]
		} else if b, err := source.ReadAsset(a.fsys, f); err == nil {
			a.bytes[name] = b
		}
	}
}

func (a *assets) names() map[string]bool {
	out := make(map[string]bool, len(a.files))
	for name := range a.files {
		out[name] = true
	}
	return out
}

// file is an asset as it is published: without what a picture says of whoever took it. What
// cannot be taken out is published all the same, with the checker's finding, unless the
// picture belongs to a story that promises more than that.
func (a *assets) file(name string, promised bool, g *guard) *file {
	f := a.files[name]
	print := sha256.Sum256(fmt.Appendf(nil, "%x %t %s", f.Hash, promised, g.print()))
	return &file{
		asset: true,
		print: siteprint(print[:16]),
		make: func(to []byte) ([]byte, error) {
			whole := a.bytes[name]
			if whole == nil {
				var err error
				if whole, err = source.ReadAsset(a.fsys, f); err != nil {
					return to, err
				}
			}
			clean, err := picture.Strip(whole)
			var stuck *picture.Error
			switch {
			case errors.As(err, &stuck) && promised:
				return to, &Mistake{diag.Diagnostic{
					Code: "image-metadata", Severity: diag.Error, Pos: diag.Position{File: f.Path}, Hint: stuck.Hint,
					Text: stuck.Error() + ", and a story that shows it promises to name nobody",
				}}
			case err != nil:
				return append(to, whole...), nil
			}
			return append(to, clean...), nil
		},
	}
}

// changed are the addresses of what the site has had before, with other bytes.
func (a *assets) changed(before *assets, s *Site) []string {
	if a == before {
		return nil
	}
	var out []string
	for name, f := range maps.All(a.files) {
		old, known := before.files[name]
		if address := s.index.playbook.AssetAddress(name); known && old.Hash != f.Hash && s.Has(address) {
			out = append(out, address)
		}
	}
	slices.Sort(out)
	return out
}
