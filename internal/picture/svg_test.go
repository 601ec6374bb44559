package picture_test

import (
	"encoding/base64"
	"errors"
	"strings"
	"testing"

	"github.com/microleadership/playbook/internal/picture"
)

// TestSVG holds that what stays is left as it was written, to the byte.
func TestSVG(t *testing.T) {
	const svg = `<svg xmlns="http://www.w3.org/2000/svg"`
	photo := base64.StdEncoding.EncodeToString(plantedPNG(1))
	stripped, _ := picture.Strip(plantedPNG(1))
	clean := base64.StdEncoding.EncodeToString(stripped)
	for name, tt := range map[string]struct{ before, after string }{
		"declaration":             {"\xEF\xBB\xBF<?xml version='1.0'?>\r\n<svg />\r\n", ""},
		"type":                    {`<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg/>`, ""},
		"titles":                  {svg + `><title>A</title><desc>B &amp; C</desc></svg>`, ""},
		"known namespaces":        {svg + ` xmlns:xlink="http://www.w3.org/1999/xlink"><use xlink:href="#a" xml:space="preserve"/></svg>`, ""},
		"prefixed":                {`<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:g/></s:svg>`, ""},
		"signs in values":         {svg + ` a='>="' b = "='/>" ><g c="/"/></svg>`, ""},
		"a style":                 {svg + `><style><![CDATA[ a > b { fill: url("#c") } ]]></style></svg>`, ""},
		"a style's data":          {svg + `><style>[data-a] { fill: red }</style><g data-a="1"/></svg>`, ""},
		"a picture without any":   {svg + `><image href="data:image/png;base64,` + clean + `"/></svg>`, ""},
		"comments":                {svg + `><!-- a --><g/><!----></svg><!-- b -->`, svg + `><g/></svg>`},
		"instructions":            {`<?xpacket begin=""?>` + svg + `><?adobe a?></svg>`, svg + `></svg>`},
		"metadata":                {svg + `><metadata a="b"><a><metadata/>c</a><!-- d --></metadata><g/></svg>`, svg + `><g/></svg>`},
		"an editor":               {svg + ` xmlns:a="urn:a" a:b='c' width="1"><a:d><g/></a:d><g a:e="f" id="g"/></svg>`, svg + ` width="1"><g id="g"/></svg>`},
		"no namespace":            {`<svg sodipodi:docname='x'><sodipodi:b/></svg>`, `<svg></svg>`},
		"an editor's default":     {svg + `><a xmlns="urn:a"><b/></a></svg>`, svg + `></svg>`},
		"a document":              {svg + ` content="&lt;mxfile&gt;" data-name="a"/>`, svg + `/>`},
		"a photograph":            {svg + `><image href="data:image/png;base64,` + photo + `"/></svg>`, svg + `><image href="data:image/png;base64,` + clean + `"/></svg>`},
		"a photograph in lines":   {svg + "><image href='data:image/png;base64,&#10; " + photo[:80] + "&#10;\n" + photo[80:] + "'/></svg>", svg + `><image href='data:image/png;base64,` + clean + `'/></svg>`},
		"a photograph in a style": {svg + `><style>a{b:url(data:image/png;base64,` + photo + `)}</style></svg>`, svg + `><style>a{b:url(data:image/png;base64,` + clean + `)}</style></svg>`},
		"an escaped photograph":   {svg + `><image href="data:image/png;base64,` + strings.ReplaceAll(photo, "/", "%2F") + `"/></svg>`, svg + `><image href="data:image/png;base64,` + clean + `"/></svg>`},
		"a drawing in a drawing":  {svg + `><image href="data:image/svg+xml;base64,` + base64.StdEncoding.EncodeToString([]byte("<svg><!-- a --></svg>")) + `"/></svg>`, svg + `><image href="data:image/svg+xml;base64,` + base64.StdEncoding.EncodeToString([]byte("<svg></svg>")) + `"/></svg>`},
	} {
		if tt.after == "" {
			tt.after = tt.before
		}
		got, err := picture.Strip([]byte(tt.before))
		if err != nil || string(got) != tt.after {
			t.Errorf("%s: %v\n%s\nwant\n%s", name, err, got, tt.after)
		}
		if changes := len(picture.Metadata([]byte(tt.before))) > 0; changes != (tt.before != tt.after) {
			t.Errorf("%s: found %v", name, picture.Metadata([]byte(tt.before)))
		}
		holds(t, []byte(tt.before))
	}
}

// TestSVGRefused holds that a picture within that cannot be cleaned stops the drawing.
func TestSVGRefused(t *testing.T) {
	for name, body := range map[string]string{
		"not base64":       `<image href="data:image/png;base64,%%%"/>`,
		"a TIFF":           `<image href="data:image/tiff;base64,` + base64.StdEncoding.EncodeToString(tiff(1)) + `"/>`,
		"an escaped style": `<style>a{b:url("data:image/svg+xml,%3Csvg%3E%3C!-- a --%3E%3C/svg%3E")}</style>`,
	} {
		_, err := picture.Strip([]byte("<svg>" + body + "</svg>"))
		var stuck *picture.Error
		if !errors.As(err, &stuck) || stuck.Error() != "this SVG file holds a picture in a way that is not known" {
			t.Errorf("%s: %v", name, err)
		}
	}
}
