//go:build browser

package browser

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// htmlReport is what html-validate says about one file.
type htmlReport struct {
	FilePath string `json:"filePath"`
	Messages []struct {
		Rule    string `json:"ruleId"`
		Message string `json:"message"`
		Line    int    `json:"line"`
		Column  int    `json:"column"`
	} `json:"messages"`
}

// Every page is valid HTML. htmlvalidate.cjs says which rules do not apply, and why.
func TestValidHTML(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "report.json") // a pipe would be cut short when node exits
	cmd := exec.Command("node", "node_modules/html-validate/bin/html-validate.mjs",
		"--config", "htmlvalidate.cjs", "--formatter", "json="+file, shipped.dir)
	out, failed := cmd.CombinedOutput()
	var reports []htmlReport
	b, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(b, &reports)
	}
	if err != nil {
		t.Fatalf("html-validate: %v, %v\n%s", failed, err, out)
	}
	errors := 0
	for _, r := range reports {
		for _, m := range r.Messages {
			errors++
			t.Errorf("%s:%d:%d: %s (%s)", r.FilePath, m.Line, m.Column, m.Message, m.Rule)
		}
	}
	if failed != nil && errors == 0 {
		t.Errorf("html-validate: %v\n%s", failed, out)
	}
	fmt.Println("html_pages", len(shipped.pages))
	fmt.Println("html_errors", errors)
}
