package decode_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/microleadership/playbook/internal/decode"
	"github.com/microleadership/playbook/internal/diag"
)

// yamlBad has documents that YAML parsers have stumbled over, and the YAML test suite's.
const yamlBad = "../../../shared/corpora/hostile/yaml-bad"

func parseYAML(text []byte) diag.List {
	normal := decode.Normalise(text)
	_, list := decode.YAML(decode.Document{File: "a.yaml", Text: normal, Line: 1, All: normal})
	return list
}

// glob lists the files of a corpus, or skips the test where there is none.
func glob(t *testing.T, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Skip("no corpus at", pattern)
	}
	return files
}

func TestSuiteFailures(t *testing.T) {
	for _, file := range glob(t, yamlBad+"/yts-fail/*.yaml") {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if len(parseYAML(text)) == 0 {
			t.Errorf("%s is not YAML and was read:\n%s", filepath.Base(file), text)
		}
	}
}

func TestSuiteSuccesses(t *testing.T) {
	for _, file := range glob(t, yamlBad+"/yts-ok/*.yaml") {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(file), ".yaml")
		list := parseYAML(text)
		switch reason, differs := refusedOnPurpose[name]; {
		case differs && len(list) == 0:
			t.Errorf("%s is listed as refused (%s), and was read", name, reason)
		case !differs && len(list) > 0:
			t.Errorf("%s is YAML and was refused:\n%s\n%s", name, lines(list), text)
		}
	}
}
