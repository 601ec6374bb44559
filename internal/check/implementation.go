package check

import (
	"fmt"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// A story is mostly implementation when more than half of it comes after people had
// been won, or when the words of projects are dense in it. One or two of those words
// are how people talk about work.
const (
	minImplementationWords = 4
	wordsPerImplementation = 40
)

var mostlyImplementation = rule{
	Rule: diag.Rule{
		Code: "mostly-implementation", Severity: diag.Warning,
		Why: "leading ends when others have bought the idea; carrying it out is another hat and another story",
		Fix: "tell how people came to follow, and shorten what came after",
	},
	own: func(f *file) {
		if !f.influenceStory() {
			return
		}
		if after, total := wordsAfterwards(&f.text.Body); 2*after > total {
			s, _ := sectionOf(&f.text.Body, sectionAfterwards)
			f.report(s.Heading.Pos, s.Heading.Text, fmt.Sprintf("%d of the story's %d words come after people had followed", after, total),
				"tell how they came to follow; keep the rest to a few sentences")
			return
		}
		f.projectWords()
	},
}

func wordsAfterwards(b *playbook.Body) (after, total int) {
	if _, ok := sectionOf(b, sectionAfterwards); !ok {
		return 0, 0 // without a look at each word
	}
	for _, s := range b.Sections {
		n := countWords(s.Text)
		total += n
		if sameHeading(s.Heading.Text, sectionAfterwards) {
			after += n
		}
	}
	return after, total
}

func countWords(text string) int {
	n := 0
	for i := 0; i < len(text); {
		if w := wordLen(text[i:]); w > 0 {
			n++
			i += w
		} else {
			i++
		}
	}
	return n
}

func (f *file) projectWords() {
	p := f.words()
	hits := p.hitsOf(&implementationPhrases)
	if len(hits) >= minImplementationWords && len(hits)*wordsPerImplementation > len(p.words) {
		f.phrase(p, hits[0], fmt.Sprintf("and %d more such words; tell how people came to follow, and leave the project out", len(hits)-1))
	}
}

var implementationPhrases = phraseTable{
	{"is one of many words about carrying the idea out", []string{
		"(rolled|rolling|roll) (it|them) out", "(rolled|rolling|roll) out", "(rollout|rollouts)",
		"(implemented|implementing|implementation)",
		"(deployed|deploying|deployment|migrated|migrating|migration|configured|installed)",
		"(project|action|implementation|migration|rollout) plan",
		"(milestone|milestones|deadline|deadlines|deliverable|deliverables|workstream|workstreams)",
		"(steering|project) (committee|group|board)",
		"(budget|budgets|vendor|vendors|procurement)",
		"(phase|stage) (one|two|three|1|2|3)",
		"(tracked|monitored) (progress|adoption|compliance)",
	}},
}
