package theme

import (
	"cmp"
	"crypto/sha256"
	"encoding/base32"
	"path"
	"slices"
	"strings"
)

// addStatic publishes the bytes of static/ as they are, and puts the assets in order.
func (t *Theme) addStatic() {
	for _, p := range t.files.below("static") {
		b := t.files[p].bytes
		published := path.Join(assetDir, hashed(strings.TrimPrefix(p, "static/"), b))
		t.names[p] = published
		t.assets = append(t.assets, Asset{published, b})
	}
	slices.SortFunc(t.assets, func(a, b Asset) int { return cmp.Compare(a.Path, b.Path) })
}

// addRoot publishes root/ under the names that others look for.
func (t *Theme) addRoot() {
	for _, p := range t.files.below(rootDir) {
		t.root = append(t.root, Asset{strings.TrimPrefix(p, rootDir+"/"), t.files[p].bytes})
	}
}

// hashed puts eight characters of the content's hash before the extension, in
// the form that the bundler uses.
func hashed(name string, b []byte) string {
	sum := sha256.Sum256(b)
	ext := path.Ext(name)
	return strings.TrimSuffix(name, ext) + "." + base32.StdEncoding.EncodeToString(sum[:5]) + ext
}
