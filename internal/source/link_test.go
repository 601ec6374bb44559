package source_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/source"
)

// write makes files below dir; "-> target" as content makes a symbolic link.
func write(t testing.TB, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		var err error
		if target, ok := strings.CutPrefix(text, "-> "); ok {
			err = os.Symlink(target, p)
		} else {
			err = os.WriteFile(p, []byte(text), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestScanFollowsNoLinkThatHidesWhereItLeads(t *testing.T) {
	outside := t.TempDir()
	write(t, outside, map[string]string{"secret.md": "secret", "secrets/a.md": "secret"})
	for _, tt := range []struct{ name, link, code, text string }{
		{"absolute", "-> " + outside + "/secret.md", "outside-root", "leads out of the playbook"},
		{"by dots", "-> ../../../secret.md", "outside-root", "leads out of the playbook"},
		{"to a folder outside", "-> " + outside + "/secrets", "outside-root", "leads out of the playbook"},
		{"through a folder outside", "-> ../../elsewhere/a.md", "unreadable-file", "through another link"},
		{"through a link", "-> ../../hop.md", "unreadable-file", "through another link"},
		{"to a hidden file", "-> ../../.git/config", "unreadable-file", "hidden"},
		{"to nothing", "-> nothing.md", "unreadable-file", "does not exist"},
		{"to itself", "-> a.md", "unreadable-file", "another link"},
		{"to a folder", "-> ../pages", "unreadable-file", "not followed"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, dir, map[string]string{
				"content/pages/kept.md": "kept", "content/stories/a.md": tt.link, ".git/config": "token",
				"elsewhere": "-> " + outside + "/secrets", "hop.md": "-> " + outside + "/secret.md",
			})
			root, err := os.OpenRoot(dir)
			if err != nil {
				t.Fatal(err)
			}
			defer root.Close()
			tree, list := scan(t, root.FS())
			if diff := cmp.Diff([]string{tt.code + " content/stories/a.md error"}, said(list)); diff != "" {
				t.Fatal(diff)
			}
			if !strings.Contains(list[0].Text, tt.text) {
				t.Errorf("text %q, want %q", list[0].Text, tt.text)
			}
			if diff := cmp.Diff([]string{"content/pages/kept.md"}, paths(tree.Entries)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestScanFollowsALinkToAFile(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"CONTRIBUTING.md": "how to", "content/pages/contributing.md": "-> ../../CONTRIBUTING.md"})
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	tree, list := scan(t, root.FS())
	if len(list) > 0 || len(tree.Entries) != 1 || string(tree.Entries[0].Bytes) != "how to" {
		t.Errorf("%v %v", tree, list)
	}
}

func TestScanDoesNotLeaveThroughContent(t *testing.T) {
	outside, dir := t.TempDir(), t.TempDir()
	write(t, outside, map[string]string{"stories/secret.md": "secret"})
	write(t, dir, map[string]string{"content": "-> " + outside})
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if tree, _, err := source.Scan(root.FS()); err == nil {
		t.Errorf("read %v", paths(tree.Entries))
	}
}
