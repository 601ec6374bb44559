package build

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// person says whether a name in version control can be a person's. Machines commit too,
// and people by words that stand on every page: root, dev, build.
func person(name string) bool {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return strings.ContainsRune(" .-_", r) })
	if strings.HasSuffix(name, "[bot]") || !slices.ContainsFunc(words, func(w string) bool { return !roles[w] }) {
		return false
	}
	name = strings.TrimSpace(name)
	return strings.ContainsRune(name, ' ') || utf8.RuneCountInString(name) > 3 && name != strings.ToLower(name) ||
		handle.MatchString(name) ||
		strings.ContainsFunc(name, func(r rune) bool { return r >= 0x2E80 }) // a name in Chinese is two or three signs long
}

// handle is what accounts are called that are made of two names: jane.doe, j_doe.
var handle = regexp.MustCompile(`^\pL+[._]\pL{2,}$`)

// roles are words by which accounts are called that several people and machines use. A story
// says them as well, and nobody is named by it.
var roles = func() map[string]bool {
	out := map[string]bool{}
	for word := range strings.FieldsSeq(`
		account action actions admin administrator author automation bitbucket bot build builder ci codeberg content deploy deployer deployment
		dev developer developers devops docs editor editors forge git gitea github gitlab jenkins maintainer maintainers me my name nobody none
		ops owner platform playbook playbooks publisher release robot root runner script service shared svc system team test the unknown user
		web webmaster website wiki writer your`) {
		out[word] = true
	}
	return out
}()
