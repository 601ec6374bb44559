package check

import (
	"strings"
	"unicode"

	"github.com/microleadership/playbook/internal/playbook"
)

// unportable says why an address cannot stand on every system that a site may be
// published from or to, or nothing.
func unportable(address string) string {
	if strings.ContainsAny(address, `<>:"|?*\`) || strings.ContainsFunc(address, unicode.IsControl) {
		return "it has a character that not every system allows"
	}
	for name := range strings.SplitSeq(address, "/") {
		switch {
		case playbook.IsDevice(name):
			return "Windows keeps “" + name + "” for itself"
		case strings.HasPrefix(name, "."):
			return "“" + name + "” starts with a full stop, which servers hide"
		case strings.HasSuffix(name, "."), strings.HasSuffix(name, " "):
			return "“" + name + "” ends in a full stop or space, which not every system allows"
		case len(name) > 200:
			return "a name in it is longer than 200 bytes"
		}
	}
	return ""
}
