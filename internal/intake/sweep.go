package intake

import (
	"strings"
	"unicode"

	"github.com/microleadership/playbook/internal/diag"
)

// sweep takes characters out of all answers that no text should have.
func (d *draft) sweep() {
	d.told.title = d.clean(answer{at: d.told.at}, d.told.title)
	for _, list := range [][]answer{d.told.answers, d.told.free} {
		for i, a := range list {
			list[i].heading = strings.Join(strings.Fields(swept(a.heading)), " ")
			for j, v := range a.values {
				a.values[j] = d.clean(a, v)
			}
			for _, g := range a.groups {
				for j := range g {
					g[j] = field{d.clean(a, g[j].name), d.clean(a, g[j].text)}
				}
			}
		}
	}
}

func (d *draft) clean(a answer, text string) string {
	out := swept(text)
	if out != text {
		d.say(a, "encoding", diag.Warning, "invisible characters were left out"+under(a), "look whether the text still reads as it was meant")
	}
	return out
}

// swept is a text without control characters and those that change its direction; a
// separator of lines becomes a line break.
func swept(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r == '\r' || r == 0x85 || r == 0x2028 || r == 0x2029 || r == '\v' || r == '\f':
			return '\n'
		case unicode.IsControl(r), r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == 0xFEFF, r == 0xFFFE, r == 0xFFFF:
			return -1
		}
		return r
	}, text)
}
