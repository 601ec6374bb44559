package feeds

import (
	"fmt"
	"strings"

	"github.com/microleadership/playbook/internal/playbook"
)

// appendLLMs writes llms.txt: the playbook's contents as one Markdown list, for programs
// that read text better than pages.
func appendLLMs(b []byte, p *playbook.Playbook) []byte {
	b = fmt.Appendf(b, "# %s\n\n> %s\n", clean(p.Settings.Title), clean(p.Settings.Description))
	for _, kind := range []playbook.Kind{playbook.KindPrinciple, playbook.KindExample, playbook.KindStory, playbook.KindPage} {
		first := true
		for _, e := range p.Published(kind) {
			if e.IsIntro() {
				continue
			}
			if first {
				b = fmt.Appendf(b, "\n## %s\n\n", strings.ToUpper(kind.Dir()[:1])+kind.Dir()[1:])
				first = false
			}
			for _, part := range []string{"- [", linkText(e.Title), "](", absolute(p, e.Address()), "): ", clean(honest(e)), "\n"} {
				b = append(b, part...)
			}
		}
	}
	return b
}

// linkText keeps a title from closing its own brackets.
func linkText(s string) string { return brackets.Replace(clean(s)) }

var brackets = strings.NewReplacer("[", `\[`, "]", `\]`)
