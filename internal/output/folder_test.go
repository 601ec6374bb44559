package output_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/microleadership/playbook/internal/output"
)

func TestCheck(t *testing.T) {
	base := t.TempDir()
	home := filepath.Join(base, "home")
	root := filepath.Join(home, "book")
	plant(t, root, site{
		"content/stories/a.md": "a", "themes/mine/theme.yaml": "t", ".git/HEAD": "h", "public/index.html": "i",
		"sly": "-> content/stories", "fine": "-> ../elsewhere", "content/out": "-> ../../elsewhere",
	})
	plant(t, home, site{"elsewhere/": ""})
	if err := os.Symlink(root, filepath.Join(base, "book")); err != nil {
		t.Skip("no links here:", err)
	}
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	for dir, why := range map[string]string{
		"public": "", "not/there/yet": "", "content-site": "", "themes2": "", "../elsewhere": "", "../../home/elsewhere/x": "", "fine": "", "fine/x": "", "content/out": "",
		".": "the playbook itself", "../book": "the playbook itself", "content/..": "the playbook itself", "../../book": "the playbook itself",
		"content": "in content/", "content/stories/x": "in content/", "themes/mine": "in themes/", ".git/site": "in .git/", "sly": "in content/", "sly/new": "in content/",
		"../../book/content": "in content/",
		"..":                 "your home folder", "../..": "the playbook is in it", "/": "the root of the file system",
	} {
		p := dir
		if !filepath.IsAbs(dir) {
			p = root + "/" + dir // not cleaned: that is Check's task
		}
		err := output.Check(root, p)
		var folder *output.FolderError
		switch {
		case why == "" && err != nil, why != "" && !errors.As(err, &folder):
			t.Errorf("%s: %v", dir, err)
		case why != "" && (!strings.Contains(err.Error(), why) || folder.Hint() == ""):
			t.Errorf("%s: %v, want %s", dir, err, why)
		}
	}
}

// content/ may itself be a link.
func TestCheckFollowsTheContent(t *testing.T) {
	base := t.TempDir()
	plant(t, base, site{"real/stories/a.md": "a", "book/content": "-> ../real"})
	for _, dir := range []string{"real", "real/site", "book/content/site"} {
		if output.Check(filepath.Join(base, "book"), filepath.Join(base, dir)) == nil {
			t.Errorf("%s is accepted", dir)
		}
	}
}
