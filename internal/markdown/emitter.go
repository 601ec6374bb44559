package markdown

import (
	"reflect"

	"github.com/alecthomas/chroma/v2"
)

// emitter makes of what a rule does with what it matches the same for this lexer: where the rule runs
// its own lexer over a part of it, that is this one, and where it runs another, that is noted.
// Types of chroma's that have no name here are known by their kind and fields.
func (l *sievedLexer) emitter(e chroma.Emitter) chroma.Emitter {
	kind := ""
	if named, ok := e.(chroma.SerialisableEmitter); ok {
		kind = named.EmitterKind()
	}
	field := func(name string) reflect.Value { return reflect.Indirect(reflect.ValueOf(e)).FieldByName(name) }
	switch {
	case e == nil, kind == "token":
		return e
	case kind == "usingself":
		state := field("State").String()
		return chroma.EmitterFunc(func(groups []string, s *chroma.LexerState) chroma.Iterator {
			return l.begin(state, groups[0], 0, mixed(s)).next
		})
	case kind == "bygroups":
		var own []chroma.Emitter
		for _, e := range field("Emitters").Interface().(chroma.Emitters) {
			own = append(own, l.emitter(e))
		}
		return chroma.ByGroups(own...)
	}
	return chroma.EmitterFunc(func(groups []string, s *chroma.LexerState) chroma.Iterator {
		*mixed(s) = true
		return e.Emit(groups, s)
	})
}

// mixed says whether a lexer has left something to another, also in code inside of its code.
func mixed(s *chroma.LexerState) *bool { return s.Get(mixedKey{}).(*bool) }

type mixedKey struct{}
