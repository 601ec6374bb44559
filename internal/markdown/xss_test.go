package markdown_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/microleadership/playbook/internal/markdown"
	"github.com/microleadership/playbook/internal/playbook"
)

// allowed are the elements that a body may have, with their attributes; all that can act is
// missing. A list of what is dangerous would never be complete.
var allowed = map[string][]string{
	"html": nil, "head": nil, "body": nil, // made by the parser
	"p": {"class", "aria-hidden"}, "br": nil, "hr": nil, "em": nil, "strong": nil, "del": nil, "blockquote": nil,
	"h2": {"id"}, "h3": {"id"}, "h4": {"id"}, "h5": {"id"}, "h6": {"id"},
	"ul": nil, "ol": {"start"}, "li": {"id", "class"}, "dl": nil, "dt": {"id"}, "dd": nil,
	"a":   {"href", "title", "class", "rel", "role", "aria-label"},
	"img": {"src", "alt", "title", "loading", "decoding"}, "figure": nil, "figcaption": nil,
	"sup": {"id"}, "section": {"class", "role", "aria-label"}, "aside": {"class", "role"},
	"div": {"class", "role", "tabindex", "aria-label"}, "table": nil, "thead": nil, "tbody": nil, "tr": nil,
	"th": {"scope", "class"}, "td": {"class"},
	"pre": {"tabindex", "role", "aria-label"}, "code": {"class"}, "span": {"class", "aria-hidden"},
	"input": {"type", "disabled", "checked", "aria-label"},
}

// inert checks that nothing in a body can act, even if slots are filled with the
// addresses as typed. A wiki link holds a name, which is never an address.
func inert(t errorer, b playbook.Body) {
	t.Helper()
	src := fill(b, func(l playbook.Link) string {
		if l.Kind == playbook.LinkWiki {
			return "x.html"
		}
		if l.Fragment != "" {
			return html.EscapeString(l.Target + "#" + l.Fragment)
		}
		return html.EscapeString(l.Target)
	})
	doc, err := html.Parse(strings.NewReader(src))
	if err != nil {
		t.Fatalf("%v", err)
	}
	for n := range doc.Descendants() {
		switch n.Type {
		case html.CommentNode, html.DoctypeNode:
			t.Fatalf("a comment or doctype in\n%s", clip(src))
		case html.ElementNode:
			attributes, ok := allowed[n.Data]
			if !ok {
				t.Fatalf("<%s> in\n%s", n.Data, clip(src))
			}
			for _, a := range n.Attr {
				if !slices.Contains(attributes, a.Key) {
					t.Fatalf("<%s %s=%q> in\n%s", n.Data, a.Key, a.Val, clip(src))
				}
				if (a.Key == "href" || a.Key == "src") && !safeAddress(n.Data, a.Val) {
					t.Fatalf("<%s %s=%q> in\n%s", n.Data, a.Key, a.Val, clip(src))
				}
			}
		}
	}
}

// safeAddress reads an address as a browser does (URL Standard, "basic URL parser"): control
// characters and spaces around it and all tabs and newlines in it do not count,
// and \ is as good as /.
func safeAddress(element, address string) bool {
	address = strings.TrimFunc(address, func(r rune) bool { return r <= ' ' })
	address = strings.NewReplacer("\t", "", "\n", "", "\r", "", `\`, "/").Replace(address)
	if strings.HasPrefix(address, "//") {
		return false
	}
	head := address
	if i := strings.IndexAny(address, "/?#"); i >= 0 {
		head = address[:i]
	}
	scheme, _, ok := strings.Cut(head, ":")
	if !ok {
		return true
	}
	return element == "a" && slices.Contains([]string{"http", "https", "mailto", "tel"}, strings.ToLower(scheme))
}

var payloads = []string{
	`<script>alert(1)</script>`, `<img src=x onerror=alert(1)>`, `a <svg/onload=alert(1)> b`, `<iframe src="javascript:alert(1)">`,
	`[x](javascript:alert(1))`, `[x](JaVaScRiPt:alert(1))`, `[x](java&#x0A;script:alert(1))`, `[x](&#1;javascript:alert(1))`,
	`[x](javascript&colon;alert(1))`, `[x](\javascript:alert(1))`, `[x](<java	script:alert(1)>)`, "[x](\u00a0javascript:alert(1))",
	"[x](\u200bjavascript:alert(1))", `[x](javascript%3Aalert(1))`, `[x](vbscript:x)`, `[x](data:text/html,<script>alert(1)</script>)`,
	`![x](javascript:alert(1))`, `![x" onerror="alert(1)](y)`, `![x](y "\" onerror=\"alert(1)")`, `[x](y '" onclick="alert(1)')`,
	`[x](y"onclick="alert(1))`, `<javascript:alert(1)>`, `<https://x/"onclick="alert(1)>`, "[x]\n\n[x]: javascript:alert(1)",
	"```\"><script>alert(1)</script>\nx\n```", "```go onclick=alert(1)\n<script>\n```", "```html\n<script>alert(1)</script>\n```",
	`[[javascript:alert(1)]]`, `[[x|<script>alert(1)</script>]]`, `[["><script>alert(1)</script>]]`, `[[x#"><script>]]`,
	"> [!NOTE] <script>alert(1)</script>\n> x", "> [!\"><script>]\n> x", "# \"><script>alert(1)</script>", `# <a name="x">`,
	"|<script>alert(1)</script>|\n|-|\n|\"><script>|", "<b>\n: <script>alert(1)</script>", "x[^1]\n\n[^1]: <script>alert(1)</script>",
	"x[^\"><script>]\n\n[^\"><script>]: y", "![x](y \"<script>alert(1)</script>\")", `http://x.y/"onclick="alert(1)`, `&lt;script&gt;alert(1)&lt;/script&gt;`,
	`[x](//evil.example)`, `[x](\\evil.example)`, `[x](/\evil.example)`, `[x](https:evil.example)`, `<!--><script>alert(1)</script>-->`,
	`<?x ?><script>alert(1)</script>`, `<![CDATA[<script>alert(1)</script>]]>`, "- [x] <input onfocus=alert(1) autofocus>",
}

func TestPayloads(t *testing.T) {
	c := markdown.New(markdown.Options{})
	for _, src := range payloads {
		body, _ := c.Convert("x.md", []byte(src), 1)
		inert(t, body)
		wellFormed(t, body)
	}
}

// TestInertSeesThrough makes sure that the checks above can fail.
func TestInertSeesThrough(t *testing.T) {
	for _, bad := range []string{
		`<script>x</script>`, `<a href="javascript:x">`, `<a onclick="x">`, `<p style="x">`, `<img src="data:image/svg+xml,x">`,
		`<a href=" java&#10;script:x">`, `<a href="/\x">`, `<!-- x -->`, `<form>`, `<input autofocus>`,
	} {
		var r recorder
		func() {
			defer func() { _ = recover() }()
			inert(&r, playbook.Body{Chunks: []string{bad}})
		}()
		if !r.failed {
			t.Errorf("%s passes", bad)
		}
	}
}

type recorder struct{ failed bool }

func (r *recorder) Helper() {}

func (r *recorder) Fatalf(string, ...any) { r.failed = true; panic("stop") }

func TestXSSCorpus(t *testing.T) {
	data, err := os.ReadFile("../../../shared/corpora/hostile/xss-markdown.json")
	if err != nil {
		t.Skip("the payloads are not here; TestPayloads has its own")
	}
	var cases []struct{ ID, MD string }
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	if len(cases) < 1000 {
		t.Fatalf("only %d payloads", len(cases))
	}
	c := markdown.New(markdown.Options{})
	for _, p := range cases {
		t.Run(p.ID, func(t *testing.T) {
			body, _ := c.Convert("x.md", []byte(p.MD), 1)
			inert(t, body)
			wellFormed(t, body)
		})
	}
}
