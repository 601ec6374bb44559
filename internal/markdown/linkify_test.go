package markdown

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
	"pgregory.net/rapid"
)

// TestLinkifierFindsAll: skipping what has no address loses none.
func TestLinkifierFindsAll(t *testing.T) {
	quick := New(Options{})
	full := New(Options{})
	full.idle = nil
	unguarded := linkify()
	unguarded.parse = unguardedLinkify()
	thorough := assemble(Options{}.withDefaults(), replaceLinkify(dialect(Options{}.withDefaults()), unguarded))
	thorough.idle = nil
	addresses := []string{"http:", "https:", "www.", "@", "www.example.org", "https://example.org"}
	others := []string{"//", "example.org", ".", ":", " ", "\n", "\n\n", "a", "*", "_", "~", "(", ")", "[", "](x)", "- ", "> ", "`", "\\", "&amp;", "é", "\"", "--", "a     \n", "a \t\n", "\t"}
	rapid.Check(t, func(r *rapid.T) {
		parts := others
		if rapid.Bool().Draw(r, "addresses") {
			parts = slices.Concat(addresses, others)
		}
		src := strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 30).Draw(r, "parts"), "")
		want, wantList := thorough.Convert("x.md", []byte(src), 1)
		for _, c := range []*Converter{quick, full} {
			if got, list := c.Convert("x.md", []byte(src), 1); fmt.Sprint(got, list) != fmt.Sprint(want, wantList) {
				r.Fatalf("%q:\n%v\nwant\n%v", src, got, want)
			}
		}
	})
}

func unguardedLinkify() []parser.Option {
	p := extension.NewLinkifyParser(extension.WithLinkifyAllowedProtocols([]string{"http:", "https:"}))
	return []parser.Option{inline(util.Prioritized(p, 999))}
}

// replaceLinkify puts another construct in the place of the one that may be idle.
func replaceLinkify(all []construct, with construct) []construct {
	for i := range all {
		if all[i].idle != nil {
			all[i] = with
		}
	}
	return all
}
