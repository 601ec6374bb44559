package theme

import (
	"fmt"
	"html/template"
	"maps"
	"path"
	"reflect"
	"slices"
	"strings"
	"text/template/parse"

	"github.com/microleadership/playbook/internal/diag"
)

const baseLayout = "layouts/base"

// parse makes one template set for each layout: what all share, and the layout's
// own definition of the blocks.
func (t *Theme) parse() diag.List {
	t.layouts = map[string]*template.Template{}
	t.icons = map[string]template.HTML{}
	for _, p := range t.files.in("icons", ".svg") {
		t.icons[stem(p)] = template.HTML(strings.TrimSpace(string(t.files[p].bytes)))
	}
	shared := template.New("").Funcs(t.functions())
	var list diag.List
	for _, p := range slices.Concat(t.files.in("icons", ".svg"), t.files.in("partials", ".html"), []string{baseLayout + ".html"}) {
		list = append(list, t.parseInto(shared, p)...)
	}
	inShared := list // what layouts call may be missing for that reason
	for _, p := range t.files.in("layouts", ".html") {
		if p == baseLayout+".html" {
			continue
		}
		set, problems := t.parseLayout(shared, p, inShared.HasErrors())
		list = append(list, problems...)
		if all := append(problems, inShared...); len(all) > 0 {
			t.broken[stem(p)] = all[0]
			continue
		}
		t.layouts[stem(p)] = set
	}
	list.Sort()
	return slices.Compact(list) // what all share is looked at once for each layout
}

// parseLayout makes the set of the layout in p and says what is wrong with it; no more
// than its syntax when what all share is broken.
func (t *Theme) parseLayout(shared *template.Template, p string, syntaxOnly bool) (*template.Template, diag.List) {
	set, err := shared.Clone()
	if err != nil { // only a set that was executed cannot be cloned
		return nil, diag.List{{Code: "theme-template", Severity: diag.Error, Text: err.Error()}}
	}
	if problems := t.parseInto(set, p); problems != nil || syntaxOnly {
		return nil, problems
	}
	if problems := t.undefined(set); problems != nil {
		return nil, problems
	}
	if main := set.Lookup("main"); main != nil && parse.IsEmptyTree(main.Tree.Root) {
		d := diag.Diagnostic{Code: "theme-template", Severity: diag.Error, Text: "the layout defines no “main”: its pages would be empty"}
		d.Hint = `put what it shows between {{define "main"}} and {{end}}`
		d.Pos, d.Source = t.files.at(p, 1, 1)
		return nil, diag.List{d}
	}
	return set, t.unsafe(set, shared, p)
}

func (t *Theme) parseInto(set *template.Template, p string) diag.List {
	f, ok := t.files[p]
	if !ok {
		return diag.List{{Code: "theme-template", Severity: diag.Error, Text: "the theme has no " + p, Pos: diag.Position{File: p}}}
	}
	name := strings.TrimSuffix(p, path.Ext(p))
	if _, err := set.New(name).Parse(string(f.bytes)); err != nil {
		return diag.List{t.diagnose(err, nil, p)}
	}
	squeeze(set, name)
	return nil
}

func stem(p string) string { return strings.TrimSuffix(path.Base(p), path.Ext(p)) }

func (t *Theme) functions() template.FuncMap {
	return template.FuncMap{
		"asset":  t.asset,
		"icon":   t.icon,
		"facets": facets,
		"lang":   lang,
		"lower":  strings.ToLower,
	}
}

func (t *Theme) asset(name string) (string, error) {
	if p, ok := t.names[name]; ok {
		return p, nil
	}
	if _, ok := t.files[name]; ok && t.unbundled { // there is a mistake in it or beside it
		return path.Join(assetDir, path.Base(name)), nil
	}
	return "", fmt.Errorf("the theme publishes no “%s”; %s", name, diag.DidYouMean(name, slices.Sorted(maps.Keys(t.names))))
}

func (t *Theme) icon(name string) (template.HTML, error) {
	if svg, ok := t.icons[name]; ok || name == "" {
		return svg, nil
	}
	return "", fmt.Errorf("the theme has no icon “%s”; %s", name, diag.DidYouMean(name, slices.Sorted(maps.Keys(t.icons))))
}

// facets writes a card's facets as tokens that FilterCSS matches. It reads them by
// reflection: the view's types belong to another package.
func facets(list any) (string, error) {
	v := reflect.ValueOf(list)
	if v.Kind() != reflect.Slice {
		return "", fmt.Errorf("facets wants a list of facet values, not %T", list)
	}
	var tokens []string
	for i := range v.Len() {
		name, values := v.Index(i).FieldByName("Name"), v.Index(i).FieldByName("Values")
		if !name.IsValid() || !values.IsValid() {
			return "", fmt.Errorf("facets wants a list of facet values, not %T", list)
		}
		for k := range values.Len() {
			tokens = append(tokens, Token(name.String(), values.Index(k).String()))
		}
	}
	return strings.Join(tokens, " "), nil
}
