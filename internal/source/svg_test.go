package source_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/microleadership/playbook/internal/source"
)

const svgOpen = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">`

func TestSafeSVG(t *testing.T) {
	for name, body := range map[string]string{
		"drawing":  `<title>A &amp; B</title><defs><linearGradient id="g"/></defs><g fill="url(#g)"><path d="M0 0"/></g><use xlink:href="#g"/>`,
		"style":    `<style>.a { fill: red }</style><path class="a" style="opacity:.5"/>`,
		"picture":  `<image href="data:image/png;base64,AAAA"/>`,
		"link":     `<a href="https://example.org/"><text>more</text></a>`,
		"animated": `<circle><animate attributeName="r" from="1" to="2"/></circle>`,
		"metadata": `<metadata><?xpacket begin="x"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>`,
	} {
		for _, prolog := range []string{"", "\ufeff", `<?xml version="1.0" encoding="UTF-8"?>`, `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">`} {
			if list := scanSVG(t, prolog+svgOpen+body+"</svg>"); len(list) > 0 {
				t.Errorf("%s: %v", name, list)
			}
		}
	}
}

func TestUnsafeSVG(t *testing.T) {
	for name, svg := range map[string]string{
		"script":            svgOpen + "\n<script>alert(1)</script></svg>",
		"script with case":  svgOpen + "\n<SCRIPT/></svg>",
		"script in a space": `<x:svg xmlns:x="http://www.w3.org/2000/svg">` + "\n<x:script/></x:svg>",
		"handler":           svgOpen + "\n" + `<path onclick="alert(1)"/></svg>`,
		"handler at root":   "\n" + `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`,
		"script address":    svgOpen + "\n" + `<a href="javascript:alert(1)"/></svg>`,
		"spaced address":    svgOpen + "\n" + "<a xlink:href=\"java&#x0a;script:alert(1)\"/></svg>",
		"data page":         svgOpen + "\n" + `<a href="data:text/html,x"/></svg>`,
		"animated address":  svgOpen + "\n" + `<a><set attributeName="xlink:href" to="javascript:alert(1)"/></a></svg>`,
		"animated handler":  svgOpen + "\n" + `<set attributeName="onmouseover" to="alert(1)"/></svg>`,
		"foreign object":    svgOpen + "\n" + `<foreignObject><p/></foreignObject></svg>`,
		"HTML":              svgOpen + "\n" + `<p xmlns="http://www.w3.org/1999/xhtml"/></svg>`,
		"other file":        svgOpen + "\n" + `<use href="other.svg#x"/></svg>`,
		"remote picture":    svgOpen + "\n" + `<image href="https://example.org/pixel.png"/></svg>`,
		"SVG in SVG":        svgOpen + "\n" + `<image href="data:image/svg+xml;base64,AAAA"/></svg>`,
		"style sheet":       "\n" + `<?xml-stylesheet href="x.xsl" type="text/xsl"?>` + svgOpen + "</svg>",
		"entities":          "\n" + `<!DOCTYPE svg [<!ENTITY x "&#60;script/>">]>` + svgOpen + "&x;</svg>",
		"unclosed":          svgOpen + "\n<path>",
		"unknown entity":    svgOpen + "\n&nbsp;</svg>",
		"other encoding":    `<?xml version="1.0" encoding="UTF-16"?>` + "\n" + svgOpen + "</svg>",
		"not text":          "\n\xff\xfe<\x00s\x00",
	} {
		list := scanSVG(t, svg)
		if len(list) != 1 || !strings.HasPrefix(list[0], "unsafe-asset content/stories/a.svg error") {
			t.Errorf("%s: %v", name, list)
		}
	}
}

func TestUnsafeSVGHasAPlace(t *testing.T) {
	_, list := scan(t, fstest.MapFS{"content/a.svg": {Data: []byte(svgOpen + "\n  <script/></svg>")}})
	if len(list) != 1 || list[0].Pos.Line != 2 || list[0].Pos.Column != 3 {
		t.Errorf("%+v", list)
	}
}

func scanSVG(t *testing.T, svg string) []string {
	t.Helper()
	tree, list := scan(t, fstest.MapFS{"content/stories/a.svg": {Data: []byte(svg)}})
	if published := len(tree.Assets) == 1; published == list.HasErrors() {
		t.Errorf("published %v with %v", published, list)
	}
	return said(list)
}

// FuzzSVG: whatever stands before a script, an image that holds one is not published.
func FuzzSVG(f *testing.F) {
	for _, s := range []string{"", "<path/>", "<", "<!--", "<![CDATA[", "<!DOCTYPE", "<?", "<a:b:c/>", `<path d="`, "</svg>", "<g onload='x'/>", "</svg><!-- "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, before string) {
		tree, list, err := source.Scan(fstest.MapFS{"content/a.svg": {Data: []byte(svgOpen + before + "<script>x</script></svg>")}})
		if err != nil || len(tree.Assets) > 0 || !list.HasErrors() {
			t.Fatalf("published after %q: %v %v", before, list, err)
		}
	})
}
