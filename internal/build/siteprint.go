package build

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/microleadership/playbook/internal/config"
)

// siteprint sums up what a site is made of besides texts and layouts: the facts of all entries and
// all that they are assembled with. It is the same in every process.
func (b *Builder) siteprint(in ingredients) siteprint {
	h := sha256.New()
	s := in.content.settings
	fmt.Fprintln(h, config.Fingerprint(s), b.selection(s), looks(in.theme.theme))
	for _, r := range in.content.readings {
		h.Write(r.mark[:])
	}
	for _, name := range slices.Sorted(maps.Keys(in.content.assets.files)) {
		fmt.Fprintf(h, "%q", name)
	}
	_ = json.NewEncoder(h).Encode(in.history) // maps are written in order, and a hash takes all
	return siteprint(h.Sum(nil)[:16])
}
