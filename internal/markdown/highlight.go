package markdown

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/yuin/goldmark/ast"
)

// The limits of highlighting. A lexer is a set of backtracking expressions, and
// many take quadratic time for odd code; what is longer stays plain. Beyond
// MaxLexing is an error: no page may depend on the speed of a machine.
const (
	MaxCodeBlock = 8 << 10         // bytes of a block that is highlighted
	MaxCode      = 64 << 10        // bytes of code highlighted in a body
	MaxLexing    = 1 * time.Second // for all code of a body
)

var errTooLong = fmt.Errorf("it takes more than %v", MaxLexing)

// highlighter knows the lexers by name and alias, in lower case. chroma's own
// look-up tries the patterns of all file names for a name that it does not know.
type highlighter map[string]chroma.Lexer

// highlighters is one for all converters, as compiling a lexer takes milliseconds.
var highlighters = sync.OnceValue(newHighlighter)

func newHighlighter() highlighter {
	h := highlighter{}
	registry := lexers.GlobalLexerRegistry
	for _, l := range registry.Lexers {
		c := l.Config()
		if plain, ok := l.(*chroma.RegexLexer); ok {
			l = &sievedLexer{RegexLexer: plain, registry: registry}
		}
		for _, name := range append([]string{c.Name}, c.Aliases...) {
			if name = strings.ToLower(name); h[name] == nil {
				h[name] = l
			}
		}
	}
	return h
}

func (h highlighter) names() []string {
	names := make([]string, 0, len(h))
	for name := range h {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// highlight writes code with its tokens marked, or nothing and returns false.
func highlight(p *page, n ast.Node, lexer chroma.Lexer, code string) bool {
	if len(code) > MaxCodeBlock || p.coloured+len(code) > MaxCode {
		return false
	}
	p.coloured += len(code)
	tokens, took, err := surely(lexer, code, MaxLexing-p.lexing)
	if p.lexing += took; err != nil {
		p.reject("too-large", p.at(n), "the code cannot be highlighted as "+lexer.Config().Name+": "+err.Error(), "leave the language out, or shorten the code")
	}
	if !spells(tokens, code) {
		return false
	}
	for i, at := 0, 0; i < len(tokens); {
		class, from, start := tokenClass(tokens[i].Type), i, at
		for ; i < len(tokens) && (i == from || tokenClass(tokens[i].Type) == class); i++ {
			at += len(tokens[i].Value)
		}
		if class == "" {
			p.putText(code[start:at])
			continue
		}
		p.put(`<span class="tok-`, class, `">`)
		p.putText(code[start:at])
		p.put("</span>")
	}
	return true
}

// surely runs a lexer until it has said the same twice, if it is not sure the first time: chroma takes
// an expression that takes too long for one that does not match, and on a busy machine its clock may
// be so late that any may seem to.
func surely(lexer chroma.Lexer, code string, limit time.Duration) (tokens []chroma.Token, took time.Duration, err error) {
	for {
		said, one, sure, err := tokenise(lexer, code, limit)
		if took = max(took, one); sure || err != nil || tokens != nil && slices.Equal(said, tokens) {
			return said, took, err
		}
		tokens = said
	}
}

// tokenise runs a lexer. Some panic on code that they do not expect, which is no
// reason to lose a site.
func tokenise(lexer chroma.Lexer, code string, limit time.Duration) (tokens []chroma.Token, took time.Duration, sure bool, err error) {
	defer func() {
		switch r := recover(); {
		case r == errTooLong:
			tokens, err = nil, errTooLong
		case r != nil:
			tokens, err = nil, fmt.Errorf("%v", r)
		}
	}()
	var next chroma.Iterator
	own := ours(lexer, code)
	if own != nil {
		next = own.next
	} else if next, err = lexer.Tokenise(nil, code); err != nil {
		return nil, 0, false, err
	}
	const long = 6                                     // bytes of a token, which is more than most have
	tokens = make([]chroma.Token, 0, len(code)/long+1) // never nil
	// The first use of a lexer compiles it; that is behind us now.
	for start := time.Now(); ; {
		token := next()
		took = time.Since(start)
		switch {
		case token == chroma.EOF:
			return tokens, took, own != nil && !*mixed(own.LexerState), nil
		case took > limit:
			return nil, took, false, errTooLong
		}
		tokens = append(tokens, token)
	}
}

// spells says whether the tokens are the code, no more and no less.
func spells(tokens []chroma.Token, code string) bool {
	for _, t := range tokens {
		rest, ok := strings.CutPrefix(code, t.Value)
		if !ok {
			return false
		}
		code = rest
	}
	return code == ""
}
