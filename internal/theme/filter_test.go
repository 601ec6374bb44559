package theme_test

import (
	"strings"
	"testing"

	"github.com/evanw/esbuild/pkg/api"
	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/theme"
)

func TestFilterCSS(t *testing.T) {
	got := string(theme.FilterCSS(map[string][]string{
		"way":    {"by-suggestion", "", "by-example", "by-example"},
		"toward": {"the \"board\""},
	}))
	want := `.list:has([name="toward"][value="the \22 board\22 "]:checked) .card:not([data-facets~="toward:the%20\22 board\22 "]){display:none}
.list:has([name="way"][value="by-example"]:checked) .card:not([data-facets~="way:by-example"]){display:none}
.list:has([name="way"][value="by-suggestion"]:checked) .card:not([data-facets~="way:by-suggestion"]){display:none}
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Whatever a value is, the stylesheet stays one rule for each, and a style
// element around it would not end.
func TestFilterCSSIsAlwaysOneRule(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name, value := rapid.String().Draw(t, "name"), rapid.StringN(1, -1, -1).Draw(t, "value")
		css := string(theme.FilterCSS(map[string][]string{name: {value}}))
		if strings.Count(css, "\n") != 1 || strings.Contains(css, "<") {
			t.Fatalf("got %q", css)
		}
		r := api.Transform(css, api.TransformOptions{Loader: api.LoaderCSS, MinifyWhitespace: true})
		if len(r.Errors)+len(r.Warnings) > 0 {
			t.Fatalf("%q: %v %v", css, r.Errors, r.Warnings)
		}
		if n := strings.Count(string(r.Code), "{display:none}"); n < 1 || !strings.HasPrefix(string(r.Code), ".list:has(") {
			t.Fatalf("%q became %q", css, r.Code)
		}
	})
}

// Two different values never share a token, and a token is one word of the list.
func TestTokensAreDistinctWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("ab :%\t20é")))
		f1, v1, f2, v2 := text.Draw(t, "f1"), text.Draw(t, "v1"), text.Draw(t, "f2"), text.Draw(t, "v2")
		a, b := theme.Token(f1, v1), theme.Token(f2, v2)
		if (a == b) != (f1 == f2 && v1 == v2) {
			t.Fatalf("%q:%q and %q:%q both give %q", f1, v1, f2, v2, a)
		}
		if len(strings.Fields(a)) != 1 {
			t.Fatalf("%q is not one word", a)
		}
	})
}
