package markdown

import (
	"strings"
	"time"

	"github.com/alecthomas/chroma/v2"
	"github.com/dlclark/regexp2/v2"
)

// lexing is one run of a lexer over one piece of code: chroma's state, because its rules change
// it, and what chroma keeps to itself.
type lexing struct {
	*chroma.LexerState
	states map[string][]sievedRule
	source string          // Text as a string, of which tokens are parts
	end    int             // of the text without the line end that was added
	nested chroma.Iterator // the tokens of a rule that has more than one
}

// root is the state that a lexer starts in.
const root = "root"

// ours begins to run a lexer over code, or returns nil where that is left to chroma.
func ours(lexer chroma.Lexer, code string) *lexing {
	l, ok := lexer.(*sievedLexer)
	if !ok || strings.ContainsRune(code, '\r') || l.uses.Add(1) <= fewUses {
		return nil
	}
	if l.once.Do(func() { l.err = l.compile() }); l.err != nil {
		return nil
	}
	added := 0
	if l.Config().EnsureNL && !strings.HasSuffix(code, "\n") {
		code += "\n"
		added = 1
	}
	return l.begin(root, code, added, new(bool))
}

// begin begins to run the lexer in one of its states.
func (l *sievedLexer) begin(state, code string, added int, mixed *bool) *lexing {
	text := []rune(code)
	return &lexing{
		LexerState: &chroma.LexerState{
			Lexer: l.RegexLexer, Registry: l.registry, Text: text,
			Stack: []string{state}, Rules: l.rules, MutatorContext: map[any]any{mixedKey{}: mixed},
		},
		states: l.states, source: code, end: len(text) - added,
	}
}

// maxStalls is how often rules may change the state in a row without getting on in the text. Those
// of some lexers do so for ever, for odd code.
const maxStalls = 1000

// next returns the next token, or chroma.EOF.
func (l *lexing) next() chroma.Token {
	for from, stalls := l.Pos, 0; ; stalls++ {
		if l.Pos != from {
			from, stalls = l.Pos, 0
		}
		if stalls > maxStalls {
			panic("it does not get on")
		}
		if l.nested != nil {
			t := l.nested()
			if t == chroma.EOF {
				l.nested = nil
			} else if t.Type != chroma.Ignore {
				return t
			}
			continue
		}
		if l.Pos >= l.end || len(l.Stack) == 0 {
			break
		}
		l.State = l.Stack[len(l.Stack)-1]
		rules, ok := l.states[l.State]
		if !ok {
			panic("unknown state " + l.State)
		}
		if t, ok := l.apply(rules); ok {
			return t
		}
	}
	if l.Pos != len(l.Text) && len(l.Stack) == 0 {
		rest := l.value(l.Pos, len(l.Text)-l.Pos)
		l.Pos = len(l.Text)
		return chroma.Token{Type: chroma.Error, Value: rest}
	}
	return chroma.EOF
}

// apply takes the first rule that matches. It returns its token if it has just one.
func (l *lexing) apply(rules []sievedRule) (chroma.Token, bool) {
	i, match := l.match(rules)
	if match == nil {
		if l.Text[l.Pos] == '\n' && l.State != root { // what is wrong ends with its line
			l.Stack = []string{root}
			return chroma.Token{}, false
		}
		l.Pos++
		return chroma.Token{Type: chroma.Error, Value: l.value(l.Pos-1, 1)}, true
	}
	rule, at := rules[i], l.Pos
	t, plain := rule.Type.(chroma.TokenType)
	l.Pos += match.RuneLength
	if plain && rule.Mutator == nil {
		token := chroma.Token{Type: t, Value: l.value(at, match.RuneLength)}
		return token, t != chroma.Ignore && token != chroma.EOF
	}
	l.Rule = i
	l.remember(match)
	if rule.Mutator != nil {
		if err := rule.Mutator.Mutate(l.LexerState); err != nil {
			panic(err)
		}
	}
	if plain {
		token := chroma.Token{Type: t, Value: l.Groups[0]}
		return token, t != chroma.Ignore && token != chroma.EOF
	}
	if rule.Type != nil {
		l.nested = rule.Type.Emit(l.Groups, l.LexerState)
	}
	return chroma.Token{}, false
}

// match returns the first rule that matches here, and what it matched.
func (l *lexing) match(rules []sievedRule) (int, *regexp2.Match) {
	r := l.Text[l.Pos]
	for i := range rules {
		if !rules[i].first.has(r) {
			continue
		}
		match, err := rules[i].Regexp.FindRunesMatchStartingAt(l.Text, l.Pos)
		if err != nil {
			match = l.matchSlowly(rules[i].Regexp)
		}
		if match != nil && match.RuneIndex == l.Pos {
			return i, match
		}
	}
	return 0, nil
}

// matchSlowly tries an expression again that seemed to take too long. Its clock is late on a busy
// machine, and then it gives up what it has hardly begun: what counts is the time that has passed.
func (l *lexing) matchSlowly(e *regexp2.Regexp) *regexp2.Match {
	for {
		start := time.Now()
		match, err := e.FindRunesMatchStartingAt(l.Text, l.Pos)
		switch {
		case err == nil:
			return match
		case time.Since(start) >= stuck:
			panic(errTooLong)
		}
	}
}

// remember keeps what the groups of an expression matched, for those that change the state.
func (l *lexing) remember(match *regexp2.Match) {
	groups := match.Groups()
	l.Groups = make([]string, len(groups))
	l.NamedGroups = make(map[string]string, len(groups))
	for i := range groups {
		l.Groups[i] = l.value(groups[i].RuneIndex, groups[i].RuneLength)
		l.NamedGroups[groups[i].Name] = l.Groups[i]
	}
}

// value returns a part of the text: without a copy where a character is a byte.
func (l *lexing) value(at, length int) string {
	if len(l.source) == len(l.Text) {
		return l.source[at : at+length]
	}
	return string(l.Text[at : at+length])
}
