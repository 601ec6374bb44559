package markdown

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestSlugOfSlug: a wiki link may name a heading by its text or by its anchor.
func TestSlugOfSlug(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "s")
		if once := slug(s); slug(once) != once {
			t.Fatalf("%q becomes %q becomes %q", s, once, slug(once))
		}
	})
}

func TestUnescape(t *testing.T) {
	for in, want := range map[string]string{
		`a\*b`: "a*b", `a\b`: `a\b`, `\\`: `\`, "&amp;colon;": "&colon;", `\&amp;`: "&amp;", "&colon;": ":", "&#58;&#x3A;&#X3a;": ":::",
		"&#0;&#xD800;&#1;&#99999999;": "\ufffd\ufffd\ufffd&#99999999;", "&nope; &;": "&nope; &;", "&copy": "&copy",
	} {
		if got := string(unescape([]byte(in))); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestPaletteHasContrast(t *testing.T) {
	for _, c := range palette[1:] {
		for mode, pair := range map[string][2]string{"light": {c.light, palette[0].light}, "dark": {c.dark, palette[0].dark}} {
			if ratio := contrast(pair[0], pair[1]); ratio < 4.5 {
				t.Errorf("%s in %s has a contrast of %.2f", c.name, mode, ratio)
			}
		}
	}
}

// contrast is WCAG 2's ratio of two colours written #rrggbb.
func contrast(a, b string) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + .05) / (math.Min(la, lb) + .05)
}

func luminance(colour string) float64 {
	var rgb [3]uint8
	if _, err := fmt.Sscanf(colour, "#%02x%02x%02x", &rgb[0], &rgb[1], &rgb[2]); err != nil {
		panic(err)
	}
	sum := 0.
	for i, weight := range []float64{.2126, .7152, .0722} {
		v := float64(rgb[i]) / 255
		if v <= .04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+.055)/1.055, 2.4)
		}
		sum += weight * v
	}
	return sum
}

// TestHighlightCSS: every class that code can get has a colour in every mode.
func TestHighlightCSS(t *testing.T) {
	css := string(New(Options{}).HighlightCSS())
	for _, mode := range []string{":where(:root) {", "@media (prefers-color-scheme: dark) {\n  :where(:root:not([data-theme=light])) {", ":where([data-theme=dark]) {"} {
		if !strings.Contains(css, mode) {
			t.Errorf("no %s", mode)
		}
	}
	for _, class := range classes(t) {
		if n := strings.Count(css, "--code-"+class+":"); n != 3 {
			t.Errorf("--code-%s is set %d times, want once for light and twice for dark", class, n)
		}
		if rule := ".tok-" + class + " { color: var(--code-" + class + "); }"; !strings.Contains(css, rule) {
			t.Errorf("no %s", rule)
		}
	}
}

// samples are pieces of code, by language.
var samples = map[string]string{
	"go": "// c\ntype T int\nfunc f() { x := 1.5 + \"a\\n\"; nil; len(x) }", "python": "@d\nclass C:\n  def f(self): return not self.x or 'a'",
	"html": "<a href=\"x\">&amp;</a>", "diff": "-a\n+b\n@@ 1 @@\n", "bash": "$ echo $HOME # c", "yaml": "a: b", "css": "a { color: red }",
	"console": "$ ls\n", "ruby": ":a; @b; /c/; D = 1", "java": "class A extends B { @C void d() throws E { } }", "markdown": "# a\n*b*\n",
}

// classes are those that some language's code gets.
func classes(t *testing.T) []string {
	seen := map[string]bool{}
	h := newHighlighter()
	for language, code := range samples {
		tokens, _, _, err := tokenise(h[language], code+"\n", MaxLexing)
		if err != nil {
			t.Fatalf("%s: %v", language, err)
		}
		for _, token := range tokens {
			if class := tokenClass(token.Type); class != "" {
				seen[class] = true
			}
		}
	}
	var all []string
	for class := range seen {
		all = append(all, class)
	}
	if len(all) < len(palette)-3 {
		t.Errorf("the samples reach only %v", all)
	}
	return all
}
