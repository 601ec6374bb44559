package markdown

import (
	"bytes"
	"fmt"

	"github.com/alecthomas/chroma/v2"
)

// colour is one custom property of highlighted code, with its value in light and
// in dark.
type colour struct{ name, light, dark string }

// palette lists the properties a theme may set: --code-background, --code-text and one
// for each class of token (.tok-keyword takes --code-keyword). Against
// --code-background each has a contrast of at least 4.5 in both.
var palette = []colour{
	{"background", "#f6f3ec", "#1f1d1a"},
	{"text", "#2b2722", "#e8e2d6"},
	{"keyword", "#7a2e6b", "#e0a3d4"},
	{"type", "#7a4a00", "#e5bb74"},
	{"function", "#1f4f8f", "#92bdf2"},
	{"tag", "#8a2b1f", "#f0a394"},
	{"attribute", "#5a5200", "#d3c76a"},
	{"builtin", "#0f5a63", "#82cdd6"},
	{"constant", "#8a2b1f", "#f0a394"},
	{"variable", "#4a3f8f", "#bcb2f5"},
	{"string", "#2f5d1e", "#a9d18e"},
	{"escape", "#0f5a63", "#82cdd6"},
	{"number", "#8a3b00", "#f2ad7c"},
	{"comment", "#655d52", "#a89f90"},
	{"operator", "#5c4a3a", "#cdb9a3"},
	{"inserted", "#2f5d1e", "#a9d18e"},
	{"deleted", "#8f1f2f", "#f4a0aa"},
	{"heading", "#1f4f8f", "#92bdf2"},
}

// tokenClass is the class of a token without its "tok-", or "" for plain text.
func tokenClass(t chroma.TokenType) string {
	switch t {
	case chroma.KeywordType, chroma.NameClass, chroma.NameException:
		return "type"
	case chroma.KeywordConstant, chroma.NameConstant:
		return "constant"
	case chroma.NameFunction, chroma.NameFunctionMagic:
		return "function"
	case chroma.NameTag:
		return "tag"
	case chroma.NameAttribute, chroma.NameDecorator, chroma.NameProperty:
		return "attribute"
	case chroma.NameBuiltin, chroma.NameBuiltinPseudo:
		return "builtin"
	case chroma.LiteralStringEscape, chroma.LiteralStringInterpol, chroma.LiteralStringRegex, chroma.LiteralStringSymbol:
		return "escape"
	case chroma.OperatorWord:
		return "keyword"
	case chroma.GenericInserted:
		return "inserted"
	case chroma.GenericDeleted:
		return "deleted"
	case chroma.GenericHeading, chroma.GenericSubheading:
		return "heading"
	case chroma.GenericPrompt:
		return "comment"
	}
	switch {
	case t.InCategory(chroma.Keyword):
		return "keyword"
	case t.InSubCategory(chroma.NameVariable):
		return "variable"
	case t.InSubCategory(chroma.LiteralString):
		return "string"
	case t.InSubCategory(chroma.LiteralNumber):
		return "number"
	case t.InCategory(chroma.Comment):
		return "comment"
	case t.InCategory(chroma.Operator):
		return "operator"
	}
	return ""
}

// HighlightCSS returns the styles of highlighted code. They take their colours
// from custom properties, and set those with no specificity, so that a theme's :root wins:
//
//	--code-background --code-text --code-keyword --code-type --code-function
//	--code-tag --code-attribute --code-builtin --code-constant --code-variable
//	--code-string --code-escape --code-number --code-comment --code-operator
//	--code-inserted --code-deleted --code-heading
//
// Dark is what the reader's system prefers, or what data-theme on the root says.
func (c *Converter) HighlightCSS() []byte {
	var css bytes.Buffer
	css.WriteString(":where(:root) {\n")
	for _, v := range palette {
		fmt.Fprintf(&css, "  --code-%s: %s;\n", v.name, v.light)
	}
	css.WriteString("}\n")
	dark := func(selector, indent string) {
		fmt.Fprintf(&css, "%s:where(%s) {\n", indent, selector)
		for _, v := range palette {
			fmt.Fprintf(&css, "%s  --code-%s: %s;\n", indent, v.name, v.dark)
		}
		css.WriteString(indent + "}\n")
	}
	css.WriteString("@media (prefers-color-scheme: dark) {\n")
	dark(":root:not([data-theme=light])", "  ")
	css.WriteString("}\n")
	dark("[data-theme=dark]", "")
	css.WriteString(".code pre { background: var(--code-background); color: var(--code-text); overflow-x: auto; }\n")
	for _, v := range palette[2:] {
		fmt.Fprintf(&css, ".tok-%s { color: var(--code-%s); }\n", v.name, v.name)
	}
	return css.Bytes()
}
