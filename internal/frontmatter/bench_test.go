package frontmatter_test

import (
	"strings"
	"testing"

	"github.com/microleadership/playbook/internal/frontmatter"
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

var body = strings.Repeat("A paragraph of a body, which no front matter reader should look at twice.\n\n", 30)

// folded is a value that takes a YAML parser to read.
const folded = "statement: >\n  When you do something better in plain view\n  and a colleague takes it up, that is leadership.\n"

func BenchmarkParse(b *testing.B) {
	_, after, _ := strings.Cut(principle, "practice:")
	before, _, _ := strings.Cut(principle, "statement:")
	for name, src := range map[string]string{
		"YAML":     "---\n" + principle + "---\n" + body,
		"folded":   "---\n" + before + folded + "practice:" + after + "---\n" + body,
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

func BenchmarkStages(b *testing.B) {
	splits, reads, fills := frontmatter.Stages(file, playbook.KindPrinciple, []byte("---\n"+principle+"---\n"+body), vocabularies())
	for _, stage := range []struct {
		name string
		work func()
	}{{"split", splits}, {"tree", reads}, {"into", fills}} {
		b.Run(stage.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				stage.work()
			}
		})
	}
}
