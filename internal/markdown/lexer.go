package markdown

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"github.com/alecthomas/chroma/v2"
	"github.com/dlclark/regexp2/v2"
)

// sievedLexer is a lexer of chroma's that finds the same tokens in a third of the time. At each
// place chroma tries the rules of a state one after the other, and most expressions fail at
// the first character, after all the preparations of a match. Here each rule has the set of
// characters that it can start with, and is only tried at one of them.
//
// The rules are chroma's, compiled once more, because it does not hand out its own. That takes
// milliseconds, so that the first few pieces of code of a language are left to chroma, and so is
// code of another language inside, such as a script in a page.
type sievedLexer struct {
	*chroma.RegexLexer
	registry *chroma.LexerRegistry
	uses     atomic.Int64
	once     sync.Once
	states   map[string][]sievedRule
	rules    chroma.CompiledRules
	err      error
}

// sievedRule is a rule and what it can start with.
type sievedRule struct {
	*chroma.CompiledRule
	first asciiSet
}

// fewUses is how many pieces of code of a language chroma does in the time of compiling its rules.
const fewUses = 20

// stuck is how long one expression may search: as long as chroma lets it, only that chroma goes on then
// as if it did not match, and pages would depend on the speed of a machine.
const stuck = 250 * time.Millisecond

// compile prepares the rules the way chroma does: each expression anchored to where the last token
// ended, and what a state includes from others put in its place.
func (l *sievedLexer) compile() error {
	raw, err := l.Rules()
	if err != nil {
		return err
	}
	flags := flagsOf(l.Config())
	l.rules = chroma.CompiledRules{}
	for state, rules := range raw {
		compiled := make([]*chroma.CompiledRule, len(rules))
		for i, rule := range rules {
			rule.Type = l.emitter(rule.Type)
			compiled[i] = &chroma.CompiledRule{Rule: rule}
		}
		l.rules[state] = compiled
	}
	if err := include(l.rules); err != nil {
		return err
	}
	l.states = make(map[string][]sievedRule, len(l.rules))
	first := map[*chroma.CompiledRule]asciiSet{}
	for state, rules := range l.rules {
		sieved := make([]sievedRule, len(rules))
		for i, rule := range rules {
			if rule.Regexp == nil {
				expression := flags + "(?:" + rule.Pattern + ")"
				if rule.Regexp, err = regexp2.Compile(`\G` + expression); err != nil {
					return fmt.Errorf("rule %s.%d: %w", state, i, err)
				}
				rule.Regexp.MatchTimeout = stuck
				first[rule] = firstOf(expression)
			}
			sieved[i] = sievedRule{rule, first[rule]}
		}
		l.states[state] = sieved
	}
	return nil
}

func flagsOf(c *chroma.Config) string {
	flags := ""
	if !c.NotMultiline {
		flags += "m"
	}
	if c.CaseInsensitive {
		flags += "i"
	}
	if c.DotAll {
		flags += "s"
	}
	if flags == "" {
		return ""
	}
	return "(?" + flags + ")"
}

// include replaces the rules that stand for those of other states, until none is left: what
// is included may include others.
func include(rules chroma.CompiledRules) error {
	for again := true; again; {
		again = false
		for state := range rules {
			for i := 0; i < len(rules[state]); i++ {
				if m, ok := rules[state][i].Mutator.(chroma.LexerMutator); ok {
					if err := m.MutateLexer(rules, state, i); err != nil {
						return err
					}
					again = true
				}
			}
		}
	}
	return nil
}
