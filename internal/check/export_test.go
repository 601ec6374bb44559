package check

import (
	"slices"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// Own lists the codes of this package's rules.
func Own() []string {
	var out []string
	for _, r := range rules() {
		out = append(out, r.Code)
	}
	return out
}

// Duplicates counts the texts that were compared in full, and the near-duplicates found.
func Duplicates(p *playbook.Playbook) (compared, found int) {
	var c Checker
	list := c.Run(p, Options{})
	return c.last.inFull, len(slices.DeleteFunc(list, func(d diag.Diagnostic) bool { return d.Code != nearDuplicate.Code }))
}

// Phrases lists every phrase of the word rules, with the patterns that it is made into.
func Phrases() map[string][][]string {
	out := map[string][][]string{}
	for _, t := range []*phraseTable{&commandPhrases, &howToPhrases, &largePhrases, &oneStylePhrases, &heroPhrases, &implementationPhrases} {
		for _, row := range *t {
			for _, phrase := range row.phrases {
				out[phrase] = slotsOf(phrase)
			}
		}
	}
	return out
}

// Found says whether any phrase is found in a line of a story.
func Found(line string) bool {
	var p prose
	p.readFile(&written{Kind: playbook.KindStory}, &playbook.Text{Body: playbook.Body{Line: 1}}, []string{line})
	p.findHits()
	return len(p.hits) > 0
}

// Unexported functions that have tests of their own.
var (
	CountSentences = countSentences
)

// FilesRead counts the files whose own rules were run in the last run.
func (c *Checker) FilesRead() int { return c.last.read }

// The cheap questions, each with the pattern that it comes before.
func MayNameDay(line string) (may, is bool) { return mayNameDay(line), namedDay.MatchString(line) }

func MayBeNumbers(run string) (may, is [2]bool) {
	day, call := mayBeNumbers(run)
	return [2]bool{day, call}, [2]bool{numericDay.MatchString(run), phone.MatchString(blank(run, numericDay))}
}

// MayBegin says for a line whether a name may begin in it, and whether a word of it does begin one.
func MayBegin(names []string, line string) (may, is bool) {
	l := newNameList(names)
	for _, w := range wordsOf(line) {
		is = is || l.byFirst[foldName(line[w.start:w.end])] != nil
	}
	return l.mayBegin(line), is
}
