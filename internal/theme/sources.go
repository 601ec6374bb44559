package theme

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"text/template"
	"text/template/parse"

	"github.com/microleadership/playbook/internal/diag"
)

// parsed is one layout, partial or icon: a function of its file and of nothing else.
type parsed struct {
	path   string
	file   file
	id     string
	blocks []block // what it defines, by name
	list   diag.List
}

// block is one template of a file: the file itself, or a {{define}} in it.
//
// It is never executed or escaped, as both are done in a copy: so all layouts and all
// later loads can share it.
type block struct {
	name string
	tree *parse.Tree
	uses uses
	from *parsed
}

// parseFile reads a file with text/template, which is what html/template parses with.
func parseFile(p string, f file) *parsed {
	out := &parsed{path: p, file: f, id: id(p, f)}
	name := strings.TrimSuffix(p, path.Ext(p))
	set, err := template.New(name).Funcs(template.FuncMap((&tools{}).functions())).Parse(string(f.bytes))
	if err != nil {
		out.list = diag.List{layers{p: f}.diagnose(err, nil, p)}
		return out
	}
	for _, t := range set.Templates() {
		squeeze(t.Tree)
		out.blocks = append(out.blocks, block{t.Name(), t.Tree, usesOf(t.Tree), out})
	}
	slices.SortFunc(out.blocks, func(a, b block) int { return cmp.Compare(a.name, b.name) })
	return out
}

// definitions are the templates that a layout can call, by name.
type definitions map[string]block

// add does what parsing one more file into a template set does: a later definition
// replaces an earlier one, unless it is empty.
func (d definitions) add(p *parsed) {
	for _, b := range p.blocks {
		if _, ok := d[b.name]; !ok || !parse.IsEmptyTree(b.tree.Root) {
			d[b.name] = b
		}
	}
}
