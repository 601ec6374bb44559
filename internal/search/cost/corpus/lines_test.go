package corpus

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestLines(t *testing.T) {
	name := filepath.Join(t.TempDir(), "docs.jsonl")
	if err := os.WriteFile(name, []byte(`{"id":"a","title":"A"}`+"\n"+`{"id":"b"}`+"\n{"), 0o666); err != nil {
		t.Fatal(err)
	}
	var got []string
	var last error
	for p, err := range Lines[Page](name) {
		got, last = append(got, p.ID+p.Title), err
	}
	if strings.Join(got, " ") != "aA b " {
		t.Errorf("got %q", got)
	}
	if last == nil || !strings.Contains(last.Error(), "docs.jsonl") {
		t.Errorf("the error %v does not name the file", last)
	}
	for _, err := range Lines[Page](name + "x") {
		if err == nil {
			t.Error("no error for a file that is not there")
		}
	}
}
