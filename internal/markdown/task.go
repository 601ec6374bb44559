package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// tasks adds task lists. The box has a name, which goldmark's has not.
func tasks() construct {
	return construct{
		parse: taskParser(),
		render: nodeFuncs{
			ast.KindListItem:      renderItem,
			east.KindTaskCheckBox: renderTask,
		},
	}
}

func taskParser() []parser.Option {
	return []parser.Option{inline(util.Prioritized(extension.NewTaskCheckBoxParser(), 0))}
}

func renderItem(p *page, n ast.Node, entering bool) ast.WalkStatus {
	first := n.FirstChild()
	switch {
	case !entering:
		p.put("</li>\n")
	case first != nil && first.FirstChild() != nil && first.FirstChild().Kind() == east.KindTaskCheckBox:
		p.put(`<li class="task">`)
	default:
		p.put("<li>")
	}
	if entering && first != nil && first.Kind() != ast.KindTextBlock {
		p.put("\n")
	}
	return ast.WalkContinue
}

func renderTask(p *page, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkContinue
	}
	if n.(*east.TaskCheckBox).IsChecked {
		p.put(`<input type="checkbox" disabled checked aria-label="`, escape(p.options.Labels.Done), `"> `)
	} else {
		p.put(`<input type="checkbox" disabled aria-label="`, escape(p.options.Labels.Open), `"> `)
	}
	return ast.WalkContinue
}
