package markdown

import (
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// strikethrough is goldmark's: ~~gone~~.
func strikethrough() construct {
	return construct{
		parse:  []parser.Option{inline(util.Prioritized(extension.NewStrikethroughParser(), 500))},
		render: extension.NewStrikethroughHTMLRenderer(),
	}
}
