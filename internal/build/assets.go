package build

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"

	"github.com/microleadership/playbook/internal/playbook"
	"github.com/microleadership/playbook/internal/source"
)

// assets are the files of content/ that are published as they are. The same ones have
// the same place in memory.
type assets struct {
	version string
	files   []source.File
	bytes   map[string][]byte // by path relative to content/
}

// assets keeps the last ones while they are the same.
func (b *Builder) assets(files []source.File) *assets {
	same := func(a, b source.File) bool { return a.Path == b.Path && a.Hash == b.Hash }
	if b.last != nil && slices.EqualFunc(files, b.last.content.assets.files, same) {
		return b.last.content.assets
	}
	a := &assets{files: files, bytes: make(map[string][]byte, len(files))}
	h := sha256.New()
	for _, f := range files {
		fmt.Fprintf(h, "%s\x00%x\x00", f.Path, f.Hash)
		a.bytes[strings.TrimPrefix(f.Path, source.Dir+"/")] = f.Bytes
	}
	a.version = string(h.Sum(nil))
	return a
}

// changed are the addresses of what the site has had before, with other bytes.
func (a *assets) changed(before *assets, s *Site) []string {
	if a == before {
		return nil
	}
	var out []string
	for name, b := range a.bytes {
		old, known := before.bytes[name]
		if address := playbook.AssetAddress(name); known && !bytes.Equal(old, b) && s.Has(address) {
			out = append(out, address)
		}
	}
	slices.Sort(out)
	return out
}
