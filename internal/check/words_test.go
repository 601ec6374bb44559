package check_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/microleadership/playbook/internal/check"
)

// TestEveryPhraseIsFound says each phrase, with each of its alternatives, and denies it.
func TestEveryPhraseIsFound(t *testing.T) {
	form := regexp.MustCompile(`^([a-z0-9']+|\([a-z0-9'|]+\))( ([a-z0-9']+|\([a-z0-9'|]+\)))*$`)
	for phrase, slots := range check.Phrases() {
		if !form.MatchString(phrase) {
			t.Errorf("not a phrase: %q", phrase)
		}
		for i, slot := range slots {
			for _, word := range slot {
				words := make([]string, len(slots))
				for k := range slots {
					words[k] = slots[k][0]
				}
				words[i] = word
				said := strings.Join(words, " ")
				for _, line := range []string{said, "Then, " + strings.ToUpper(said) + ".", "*" + strings.ReplaceAll(said, "'", "’") + "*"} {
					if !check.Found(line) {
						t.Errorf("not found: %q", line)
					}
				}
				for _, line := range []string{"I did not " + said, "“" + said + "”", "`" + said + "`", "<!-- " + said + " -->", "> " + said, "[x](" + strings.ReplaceAll(said, " ", "_") + ")"} {
					if check.Found(line) {
						t.Errorf("found although it is not said in earnest: %q", line)
					}
				}
			}
		}
	}
}

func TestCountSentences(t *testing.T) {
	for text, want := range map[string]int{
		"":                           0,
		"…":                          0,
		"One":                        1,
		"One.":                       1,
		"One. Two.":                  2,
		"One? Two! Three":            3,
		"Wait… what?":                1,
		"Wait?! Yes.":                2,
		"“Why?” she asked.":          1,
		"“Why?” She asked.":          2,
		"See e.g. Dr. Who, i.e. him": 1,
		"At 3.30 on example.org.":    1,
		"Version 2. 3 more.":         2,
		"一。二！三？":                     3,
		"(Yes.) No.":                 2,
	} {
		if got := check.CountSentences(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

// FuzzWords reads anything as the body of a story.
func FuzzWords(f *testing.F) {
	for _, seed := range []string{"I told them to", "“I ‘told “them", "```\nI told them to\n~~~\n```", "<!-- ", "[a](b", "> \"x", "it’", "’’", "\xff’\xff"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for line := range strings.Lines(text) {
			check.Found(line)
		}
	})
}
