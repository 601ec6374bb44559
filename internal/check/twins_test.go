package check_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/check"
	"github.com/microleadership/playbook/internal/playbook"
)

// copies is a playbook of many texts that are equal or nearly so: a number for each
// story, 0 for none, and those that are translations of the first.
type copies struct {
	texts       [16]int
	translation [16]bool
	known       map[string]*playbook.Entry
}

func (c *copies) entries() (out []*playbook.Entry) {
	for i, text := range c.texts {
		if text == 0 {
			continue
		}
		key := fmt.Sprint(i, text, c.translation[i])
		if c.known[key] == nil {
			e := &playbook.Entry{
				Kind: playbook.KindExample, ID: fmt.Sprintf("e%02d", i), File: fmt.Sprintf("content/examples/e%02d.md", i),
				Common: playbook.Common{Title: "An example"}, Situation: &playbook.Situation{}, Example: &playbook.Example{},
			}
			if c.translation[i] {
				e.TranslationOf = "e00"
			}
			said := &playbook.Text{Body: playbook.Body{Text: nearlyEqual(text)}}
			said.File, said.Source = e.File, "title: An example"
			e.SayAs(versionOf(key), said)
			c.known[key] = e
		}
		same := *c.known[key]
		out = append(out, &same)
	}
	return out
}

// nearlyEqual gives two families of texts; those of one share more or less with each other.
func nearlyEqual(number int) string {
	words := strings.Fields(randomText(number % 2))
	other := strings.Fields(randomText(number + 50))
	n := len(words) - len(words)*(number/2)/12
	return strings.Join(append(words[:n:n], other[n:]...), " ")
}

// TestTwinsFollow holds the near-duplicates of texts that change one by one to those of a
// clean run, where buckets are full and each change lets others move up.
func TestTwinsFollow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := copies{known: map[string]*playbook.Entry{}}
		for i := range c.texts {
			c.texts[i] = rapid.IntRange(0, 12).Draw(t, "text")
		}
		p := playbook.Assemble(playbook.Input{Entries: c.entries()})
		var checker check.Checker
		for range 12 {
			if diff := cmp.Diff(check.Run(p, check.Options{}), checker.Run(p, check.Options{})); diff != "" {
				t.Fatalf("%v %v (-clean +remembered):\n%s", c.texts, c.translation, diff)
			}
			for range rapid.IntRange(1, 2).Draw(t, "changes") {
				i := rapid.IntRange(0, len(c.texts)-1).Draw(t, "which")
				if rapid.IntRange(0, 3).Draw(t, "how") == 0 {
					c.translation[i] = !c.translation[i]
				} else {
					c.texts[i] = rapid.IntRange(0, 12).Draw(t, "becomes")
				}
			}
			if q, ok := p.Reword(c.entries()); ok && len(c.entries()) == len(p.Entries) {
				p = q
			} else {
				p = playbook.Assemble(playbook.Input{Entries: c.entries()})
			}
		}
	})
}
