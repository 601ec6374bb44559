package pages

import "strings"

// below is an address as it reads from a folder in the site's root, where nearly all
// pages stand: from there it needs no joining. It suits what lies in no folder that
// pages linking to it are in.
type below string

func newBelow(address string) below { return below("../" + address) }

func (b below) fromRoot() string { return string(b[len("../"):]) }

// from is the link to it from the page at address.
func (b below) from(address string) string {
	switch deep := strings.Count(address, "/"); deep {
	case 0:
		return b.fromRoot()
	case 1:
		return string(b)
	default:
		return strings.Repeat("../", deep-1) + string(b)
	}
}
