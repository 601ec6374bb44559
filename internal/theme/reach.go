package theme

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
	"fmt"
	"hash"
	"html/template"
	"io"
	"maps"
	"slices"
)

// from returns the templates that can be called from the one with this name, itself
// included: calls are by names that stand in the file.
func (d definitions) from(name string) definitions {
	out := definitions{}
	next := []string{name}
	for len(next) > 0 {
		name, next = next[0], next[1:]
		b, ok := d[name]
		if _, seen := out[name]; seen || !ok {
			continue
		}
		out[name] = b
		for _, c := range b.uses.calls {
			next = append(next, c.Name)
		}
	}
	return out
}

// files are the files that the templates stand in.
func (d definitions) files() layers {
	out := layers{}
	for _, b := range d {
		out[b.from.path] = b.from.file
	}
	return out
}

// set makes a template set, with copies because escaping changes them.
func (d definitions) set(t *tools) *template.Template {
	set := template.New("").Funcs(t.functions())
	for name, b := range d {
		template.Must(set.AddParseTree(name, b.tree.Copy())) // fails for executed sets only
	}
	return set
}

// version is a hash of everything that rendering reads, except the view: templates of
// one version make the same page, or the same mistake, of the same view.
func (d definitions) version(t *tools) string {
	h := sha256.New()
	var u uses
	for _, name := range slices.Sorted(maps.Keys(d)) {
		b := d[name]
		write(h, "template", name, b.from.id)
		u.icon, u.asset = u.icon || b.uses.icon, u.asset || b.uses.asset
		u.assets = append(u.assets, b.uses.assets...)
	}
	for _, a := range u.assets {
		p, ok := t.names[a]
		write(h, "asset", a, p)
		u.asset = u.asset || !ok // what is not there is a mistake that tells what is
	}
	if u.asset {
		write(h, "assets", t.namesID())
	}
	if u.icon {
		write(h, "icons", t.iconsID())
	}
	return digest(h)
}

// id stands for a file's path, place and bytes.
func id(p string, f file) string {
	h := sha256.New()
	write(h, p, f.shown, string(f.sum[:]))
	return digest(h)
}

func mapID[V any](m map[string]V) string {
	h := sha256.New()
	for _, k := range slices.Sorted(maps.Keys(m)) {
		write(h, k, fmt.Sprint(m[k]))
	}
	return digest(h)
}

// write gives each part its length, or two lists of parts could look the same.
func write(h hash.Hash, parts ...string) {
	var size [8]byte
	for _, p := range parts {
		binary.LittleEndian.PutUint64(size[:], uint64(len(p)))
		h.Write(size[:])
		io.WriteString(h, p)
	}
}

func digest(h hash.Hash) string {
	return base32.StdEncoding.EncodeToString(h.Sum(nil)[:20])
}
