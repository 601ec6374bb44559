package theme

import (
	"crypto/sha256"
	"fmt"
	"html/template"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"text/template/parse"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/theme/program"
)

const baseLayout = "layouts/base"

// layout is a template set that makes pages, or what is wrong with it.
type layout struct {
	version string
	list    diag.List // what is wrong, and then the rest is of no use
	set     *template.Template
	files   layers // of its templates, for the places of mistakes

	program func() (*program.Program, error) // the set, compiled when the first page is made
	slow    atomic.Pointer[error]            // why html/template had to make the last page that it made
}

// sharedFiles lists what all layouts can call, in the order in which later ones override.
func sharedFiles(files layers) []string {
	return slices.Concat(files.in("icons", ".svg"), files.in("partials", ".html"), []string{baseLayout + ".html"})
}

// makeLayouts makes a template set for each layout, of what all share and of the
// layout's own definition of the blocks. What is in before is taken over where its
// version says that it would come out the same.
func makeLayouts(sources map[string]*parsed, files layers, t *tools, before map[string]*layout) (map[string]*layout, diag.List) {
	shared := definitions{}
	var list diag.List
	for _, p := range sharedFiles(files) {
		if s, ok := sources[p]; ok {
			shared.add(s)
			list = append(list, s.list...)
		} else {
			list = append(list, diag.Diagnostic{Code: "theme-template", Severity: diag.Error, Text: "the theme has no " + p, Pos: diag.Position{File: p}})
		}
	}
	inShared := list // what layouts call may be missing for that reason
	paths := slices.DeleteFunc(files.in("layouts", ".html"), func(p string) bool { return p == baseLayout+".html" })
	made := make([]*layout, len(paths))
	var all sync.WaitGroup
	for i, p := range paths {
		all.Go(func() { made[i] = makeLayout(shared, sources[p], inShared, t, before[stem(p)]) })
	}
	all.Wait()
	out := map[string]*layout{}
	for i, p := range paths {
		out[stem(p)] = made[i]
		list = append(list, made[i].list...)
	}
	list.Sort()
	return out, slices.Compact(list) // what all share is looked at once for each layout
}

// makeLayout makes one layout, or says what is wrong with it; no more than its syntax
// when what all share is broken.
func makeLayout(shared definitions, p *parsed, inShared diag.List, t *tools, before *layout) *layout {
	if p.list != nil || inShared.HasErrors() {
		return mistaken(slices.Concat(p.list, inShared))
	}
	all := maps.Clone(shared)
	all.add(p)
	if list := all.undefined(); list != nil {
		return mistaken(list)
	}
	if main, ok := all["main"]; ok && parse.IsEmptyTree(main.tree.Root) {
		return mistaken(diag.List{noMain(p)})
	}
	d := all.from(baseLayout)
	version := d.version(t)
	if before != nil && before.version == version {
		return before
	}
	l := &layout{version: version, files: d.files(), set: d.set(t)}
	l.list = d.unsafe(l.set, t)
	l.program = sync.OnceValues(func() (*program.Program, error) { return program.Compile(l.set, baseLayout, t.functions()) })
	return l
}

// mistaken is a layout that cannot be used. Its version is what is said of it.
func mistaken(list diag.List) *layout {
	h := sha256.New()
	fmt.Fprintf(h, "%#v", list[0])
	return &layout{version: digest(h), list: list}
}

func noMain(p *parsed) diag.Diagnostic {
	d := diag.Diagnostic{Code: "theme-template", Severity: diag.Error, Text: "the layout defines no “main”: its pages would be empty"}
	d.Hint = `put what it shows between {{define "main"}} and {{end}}`
	d.Pos, d.Source = layers{p.path: p.file}.at(p.path, 1, 1)
	return d
}

func stem(p string) string { return strings.TrimSuffix(path.Base(p), path.Ext(p)) }
