package markdown

import (
	"unicode"

	"github.com/dlclark/regexp2/v2/syntax"
)

// asciiSet is a set of ASCII characters, one bit each.
type asciiSet [2]uint64

var anyASCII = asciiSet{^uint64(0), ^uint64(0)}

// has says whether r is in the set. Of what is not ASCII the set knows nothing, so that it may be.
func (s *asciiSet) has(r rune) bool { return r >= 128 || s[r>>6]&(1<<(r&63)) != 0 }

func (s *asciiSet) put(r rune) { s[r>>6] |= 1 << (r & 63) }

// firstOf returns the characters that a match of an expression can start with: all of them where
// it can be empty, or where that is hard to tell.
func firstOf(expression string) asciiSet {
	tree, err := syntax.Parse(expression, syntax.ParseOptions{})
	if err != nil {
		return anyASCII
	}
	var first asciiSet
	if first.addFirst(tree.Root) {
		return anyASCII
	}
	return first
}

// addFirst adds the characters that a match of n can start with, and says whether a match can be
// empty, so that what comes after n decides.
func (s *asciiSet) addFirst(n *syntax.RegexNode) (empty bool) {
	switch n.T {
	case syntax.NtOne:
		s.addOne(n, n.Ch)
	case syntax.NtMulti:
		s.addOne(n, n.Str[0])
	case syntax.NtOneloop, syntax.NtOnelazy, syntax.NtOneloopatomic:
		s.addOne(n, n.Ch)
		return n.M == 0
	case syntax.NtNotone:
		s.addNotOne(n)
	case syntax.NtNotoneloop, syntax.NtNotonelazy, syntax.NtNotoneloopatomic:
		s.addNotOne(n)
		return n.M == 0
	case syntax.NtSet:
		s.addSet(n)
	case syntax.NtSetloop, syntax.NtSetlazy, syntax.NtSetloopatomic:
		s.addSet(n)
		return n.M == 0
	case syntax.NtLoop, syntax.NtLazyloop:
		return s.addFirst(n.Children[0]) || n.M == 0
	case syntax.NtCapture, syntax.NtGroup, syntax.NtAtomic:
		return s.addFirst(n.Children[0])
	case syntax.NtAlternate:
		for _, c := range n.Children {
			empty = s.addFirst(c) || empty
		}
		return empty
	case syntax.NtConcatenate:
		for _, c := range n.Children {
			if !s.addFirst(c) {
				return false
			}
		}
		return true
	case syntax.NtNothing:
	case syntax.NtEmpty, syntax.NtPosLook, syntax.NtNegLook, syntax.NtBol, syntax.NtEol, syntax.NtBoundary, syntax.NtNonboundary,
		syntax.NtBeginning, syntax.NtStart, syntax.NtEndZ, syntax.NtEnd, syntax.NtUpdateBumpalong:
		return true // a condition, which takes no character
	default: // such as a reference to what was matched before
		*s = anyASCII
	}
	return false
}

func (s *asciiSet) addOne(n *syntax.RegexNode, r rune) {
	switch {
	case n.Options&syntax.IgnoreCase != 0 && r >= 128: // the Kelvin sign is a k
		*s = anyASCII
	case n.Options&syntax.IgnoreCase != 0:
		s.put(unicode.ToLower(r))
		s.put(unicode.ToUpper(r))
	case r < 128:
		s.put(r)
	}
}

func (s *asciiSet) addNotOne(n *syntax.RegexNode) {
	for r := range rune(128) {
		if r != n.Ch || n.Options&syntax.IgnoreCase != 0 {
			s.put(r)
		}
	}
}

func (s *asciiSet) addSet(n *syntax.RegexNode) {
	for r := range rune(128) {
		if n.Set.CharIn(r) || n.Options&syntax.IgnoreCase != 0 && (n.Set.CharIn(unicode.ToLower(r)) || n.Set.CharIn(unicode.ToUpper(r))) {
			s.put(r)
		}
	}
}
