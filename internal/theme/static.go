package theme

import (
	"cmp"
	"encoding/base32"
	"path"
	"slices"
	"strings"
)

// addStatic publishes the bytes of static/ as they are, and puts the assets in order.
func (t *Theme) addStatic(files layers) {
	for _, p := range files.below("static") {
		f := files[p]
		published := path.Join(assetDir, hashed(strings.TrimPrefix(p, "static/"), f.sum[:5]))
		t.names[p] = published
		t.assets = append(t.assets, Asset{published, f.bytes})
	}
	slices.SortFunc(t.assets, func(a, b Asset) int { return cmp.Compare(a.Path, b.Path) })
	// What styles and scripts both refer to comes out of two bundles, with one name.
	t.assets = slices.CompactFunc(t.assets, func(a, b Asset) bool { return a.Path == b.Path })
}

// addRoot publishes root/ under the names that others look for.
func (t *Theme) addRoot(files layers) {
	for _, p := range files.below(rootDir) {
		t.root = append(t.root, Asset{strings.TrimPrefix(p, rootDir+"/"), files[p].bytes})
	}
}

// hashed puts eight characters of the content's hash before the extension, in
// the form that the bundler uses.
func hashed(name string, sum []byte) string {
	ext := path.Ext(name)
	return strings.TrimSuffix(name, ext) + "." + base32.StdEncoding.EncodeToString(sum) + ext
}
