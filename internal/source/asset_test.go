package source_test

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/microleadership/playbook/internal/source"
)

func TestReadAsset(t *testing.T) {
	large := strings.Repeat("x", source.MaxAsset)
	for name, tt := range map[string]struct{ before, after, want string }{
		"as it was":             {"one", "one", ""},
		"nothing in it":         {"", "", ""},
		"as large as can be":    {large, large, ""},
		"other bytes":           {"one", "two", "it has changed"},
		"longer":                {"one", "one more", "it has changed"},
		"shorter":               {"one", "o", "it has changed"},
		"grown beyond measure":  {"one", large + "x", "too large"},
		"gone":                  {"one", "-", "file does not exist"},
		"a folder in its place": {"one", "/", "not a regular file"},
	} {
		fsys := fstest.MapFS{"content/map.png": {Data: []byte(tt.before)}}
		tree, _ := scan(t, fsys)
		if len(tree.Assets) != 1 || tree.Assets[0].Bytes != nil {
			t.Fatalf("%s: %v", name, paths(tree.Assets))
		}
		switch tt.after {
		case "-":
			delete(fsys, "content/map.png")
		case "/":
			fsys["content/map.png"] = &fstest.MapFile{Mode: fs.ModeDir | 0o755}
		default:
			fsys["content/map.png"] = &fstest.MapFile{Data: []byte(tt.after)}
		}
		b, err := source.ReadAsset(fsys, tree.Assets[0])
		switch {
		case tt.want == "" && (err != nil || string(b) != tt.after):
			t.Errorf("%s: %d bytes, %v", name, len(b), err)
		case tt.want != "" && (err == nil || len(b) > 0 || !strings.Contains(err.Error(), tt.want) || !strings.Contains(err.Error(), "content/map.png")):
			t.Errorf("%s: %d bytes, %v", name, len(b), err)
		}
	}
	gone := fstest.MapFS{}
	if _, err := source.ReadAsset(gone, source.File{Path: "content/map.png"}); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}
