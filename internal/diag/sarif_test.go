package diag_test

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/microleadership/playbook/internal/diag"
)

// sarifSchema reads the official schema out of the library that writes the logs; it
// has it as an unexported constant.
func sarifSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	dir, err := exec.Command("go", "list", "-f", "{{.Dir}}", "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif").Output()
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(strings.TrimSpace(string(dir)), "schema.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var text string
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			text, err = strconv.Unquote(lit.Value)
		}
		return true
	})
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("sarif.json", doc); err != nil {
		t.Fatal(err)
	}
	return c.MustCompile("sarif.json")
}

func TestSARIFIsValid(t *testing.T) {
	schema := sarifSchema(t)
	validate := func(log string) error {
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(log))
		if err != nil {
			t.Fatal(err)
		}
		return schema.Validate(doc)
	}
	for name, list := range map[string]diag.List{"sample": sample(), "empty": nil} {
		var out bytes.Buffer
		if err := list.WriteSARIF(&out, diag.SARIFOptions{Version: "1.2.3", Rules: rules}); err != nil {
			t.Fatal(err)
		}
		if err := validate(out.String()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if validate(`{"version": "2.1.0", "runs": [{}]}`) == nil {
		t.Error("the schema accepts a run without a tool, so it checks nothing")
	}
}
