package frontmatter_test

import (
	"strings"
	"testing"

	"github.com/microleadership/playbook/internal/playbook"
)

const principle = `title: Lead by example
summary: Do the work a better way where others can see it. If they take it up, you have moved them.
lens: influence
statement: When you do something better in plain view and a colleague takes it up, that is leadership.
practice: Take one thing you do well out of sight and do it where a colleague can watch.
aliases: [Role modelling]
asks:
  - how do I get people to copy a better way of working
  - I am too shy to speak up but I have a better way
tags: [habits, service]
related:
  - {to: suggest-a-better-way, rel: contrasts}
  - {to: do-it-on-purpose, rel: see-also}
`

const principleTOML = `title = "Lead by example"
summary = "Do the work a better way where others can see it. If they take it up, you have moved them."
lens = "influence"
statement = "When you do something better in plain view and a colleague takes it up, that is leadership."
practice = "Take one thing you do well out of sight and do it where a colleague can watch."
aliases = ["Role modelling"]
asks = [
  "how do I get people to copy a better way of working",
  "I am too shy to speak up but I have a better way",
]
tags = ["habits", "service"]
[[related]]
to = "suggest-a-better-way"
rel = "contrasts"
[[related]]
to = "do-it-on-purpose"
rel = "see-also"
`

func BenchmarkParse(b *testing.B) {
	body := strings.Repeat("A paragraph of a body, which no front matter reader should look at twice.\n\n", 30)
	for name, src := range map[string]string{
		"YAML":     "---\n" + principle + "---\n" + body,
		"TOML":     "+++\n" + principleTOML + "+++\n" + body,
		"mistakes": "---\n" + strings.ReplaceAll(principle, "lens:", "lense:") + strings.Repeat("titel: x\n", 20) + "---\n" + body,
		"none":     body,
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(src)))
			b.ReportAllocs()
			for b.Loop() {
				parse(playbook.KindPrinciple, src)
			}
		})
	}
}
