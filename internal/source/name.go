package source

import (
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// reserved are characters that some file system or every URL gives another meaning.
const reserved = `<>:"|?*\%#`

// checkName judges the address that a file's path below content/ would make. A file
// that cannot be published everywhere is an error; one whose address is merely hard
// to type, read out or link to is a warning.
func checkName(p string, r role) diag.List {
	if r == isConfig {
		return nil
	}
	var list diag.List
	for part := range strings.SplitSeq(strings.TrimPrefix(p, Dir+"/"), "/") {
		severity, text := judge(part, r == isEntry)
		if text == "" {
			continue
		}
		list = append(list, diag.Diagnostic{
			Code: "file-name", Severity: severity, Pos: diag.Position{File: p},
			Text: "“" + part + "” " + text, Hint: suggest(part),
		})
	}
	return list
}

// judge says what is wrong with one name of a path, or nothing.
func judge(name string, entry bool) (diag.Severity, string) {
	switch {
	case !utf8.ValidString(name):
		return diag.Error, "is not UTF-8 text"
	case strings.ContainsFunc(name, unprintable):
		return diag.Error, "holds a character that cannot be seen"
	case strings.ContainsAny(name, reserved):
		return diag.Error, "holds one of the characters " + reserved + " which not every system can publish"
	case strings.HasSuffix(name, " "), strings.HasSuffix(name, "."):
		return diag.Error, "ends in a space or full stop, which not every system can publish"
	case playbook.IsDevice(name):
		return diag.Error, "is a name that Windows keeps for itself"
	case len(name) > 200:
		return diag.Error, "is longer than 200 bytes, which not every system can publish"
	case strings.ContainsFunc(name, unicode.IsSpace):
		return diag.Warning, "makes an address with a space in it"
	case entry && strings.ToLower(name) != name:
		return diag.Warning, "makes an address with capital letters, which readers mistype"
	}
	return diag.Off, ""
}

// unprintable says whether r cannot be seen in a name: controls and what reorders
// text. Joiners belong to the spelling of some languages and of emoji.
func unprintable(r rune) bool {
	return r != '\u200c' && r != '\u200d' && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r))
}

// suggest offers a better name of the same type, if there is one.
func suggest(name string) string {
	ext := path.Ext(name)
	slug := playbook.Slug(strings.TrimSuffix(name, ext))
	if slug == "" || playbook.IsDevice(slug) {
		return "choose a name of letters, digits and hyphens"
	}
	if ext = playbook.Slug(ext); ext != "" {
		ext = "." + ext
	}
	return "rename it to " + slug + ext
}
