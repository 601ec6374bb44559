//go:build browser

package browser

import (
	"encoding/json"
	"fmt"
	"os/exec"
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
	cmd := exec.Command("node", "node_modules/html-validate/bin/html-validate.mjs",
		"--config", "htmlvalidate.cjs", "--formatter", "json", shipped.dir)
	out, err := cmd.Output()
	var reports []htmlReport
	if json.Unmarshal(out, &reports) != nil {
		t.Fatalf("html-validate: %v\n%s", err, out)
	}
	errors := 0
	for _, r := range reports {
		for _, m := range r.Messages {
			errors++
			t.Errorf("%s:%d:%d: %s (%s)", r.FilePath, m.Line, m.Column, m.Message, m.Rule)
		}
	}
	if err != nil && errors == 0 {
		t.Error("html-validate:", err)
	}
	fmt.Println("html_pages", len(shipped.pages))
	fmt.Println("html_errors", errors)
}
