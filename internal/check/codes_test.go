package check_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/microleadership/playbook/internal/check"
)

// TestEveryCodeIsARule reads the source of the whole module: a code that somebody reports
// and nobody registers can be neither looked up nor set, and one that is registered and
// never reported is a promise that nobody keeps.
func TestEveryCodeIsARule(t *testing.T) {
	emitted := emittedCodes(t, filepath.Join("..", ".."))
	known := map[string]bool{}
	for _, r := range check.Rules() {
		code := r.Code
		known[code] = true
		if emitted[code] == "" {
			t.Errorf("%s is a rule, and nobody reports it", code)
		}
	}
	for code, where := range emitted {
		if !known[code] {
			t.Errorf("%s reports %s, which is no rule", where, code)
		}
	}
}

// emittedCodes maps the codes that diagnostics can have to a package that reports them.
func emittedCodes(t *testing.T, root string) map[string]string {
	t.Helper()
	out := map[string]string{}
	folders := map[string][]*ast.File{}
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && p != root && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		case d.IsDir() || !strings.HasSuffix(p, ".go") || strings.HasSuffix(p, "_test.go"):
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), p, nil, parser.SkipObjectResolution)
		folders[filepath.Dir(p)] = append(folders[filepath.Dir(p)], file)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for dir, files := range folders {
		if filepath.Base(dir) == "diag" {
			continue // has no codes of its own
		}
		takers := codeTakers(files)
		for _, f := range files {
			ast.Inspect(f, func(n ast.Node) bool {
				for _, code := range codesIn(n, takers) {
					out[code] = dir
				}
				return true
			})
		}
	}
	return out
}

// codeTakers finds the functions of a package with a parameter that is called code, and
// at which place.
func codeTakers(files []*ast.File) map[string]int {
	out := map[string]int{}
	for _, f := range files {
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			if i := indexOfCode(fn.Type.Params); i >= 0 {
				out[fn.Name.Name] = i
			}
		}
	}
	return out
}

func indexOfCode(fields *ast.FieldList) int {
	i := 0
	for _, field := range fields.List {
		for _, name := range field.Names {
			if name.Name == "code" {
				return i
			}
			i++
		}
	}
	return -1
}

// codesIn finds codes in one node: Code: "x", d.Code = "x", code := "x", report("x", …).
func codesIn(n ast.Node, takers map[string]int) []string {
	switch n := n.(type) {
	case *ast.KeyValueExpr:
		if isCode(n.Key) {
			return literal(n.Value)
		}
	case *ast.AssignStmt:
		var out []string
		for i, left := range n.Lhs {
			if isCode(left) && i < len(n.Rhs) {
				out = append(out, literal(n.Rhs[i])...)
			}
		}
		return out
	case *ast.CallExpr:
		if i, ok := takers[nameOf(n.Fun)]; ok && i < len(n.Args) {
			return literal(n.Args[i])
		}
	case *ast.FuncDecl:
		if n.Type.Results != nil && n.Body != nil {
			return returned(n.Body, indexOfCode(n.Type.Results))
		}
	}
	return nil
}

// returned finds codes that a function with a result called code gives back.
func returned(body ast.Node, result int) []string {
	var out []string
	ast.Inspect(body, func(n ast.Node) bool {
		if r, ok := n.(*ast.ReturnStmt); ok && result >= 0 && result < len(r.Results) {
			out = append(out, literal(r.Results[result])...)
		}
		return true
	})
	return out
}

// isName is the form of a code.
var isName = regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)

func isCode(e ast.Expr) bool { return strings.EqualFold(nameOf(e), "code") }

func nameOf(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}

func literal(e ast.Expr) []string {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return nil
	}
	s, err := strconv.Unquote(lit.Value)
	if err != nil || !isName.MatchString(s) {
		return nil // a label, or nothing
	}
	return []string{s}
}
