//go:build browser

package browser

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// site is a built site on disk.
type site struct {
	dir   string
	files []string // every file, from the site's root
	pages []string // those that are HTML: principles/lead-by-example.html
}

// build makes the site of this repository in dir, by the binary, as a user would.
func build(dir string) (site, error) {
	const root = "../.."
	s := site{dir: filepath.Join(dir, "public")}
	binary := filepath.Join(dir, "playbook")
	for _, command := range [][]string{
		{"go", "build", "-o", binary, root + "/cmd/playbook"},
		{binary, "build", root, "--output", s.dir},
	} {
		if out, err := exec.Command(command[0], command[1:]...).CombinedOutput(); err != nil {
			return s, fmt.Errorf("%s: %w\n%s", strings.Join(command, " "), err, out)
		}
	}
	return s, s.list()
}

func (s *site) list() error {
	return fs.WalkDir(os.DirFS(s.dir), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		s.files = append(s.files, path)
		if strings.HasSuffix(path, ".html") {
			s.pages = append(s.pages, path)
		}
		return nil
	})
}

func (s site) read(t *testing.T, address string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(s.dir, filepath.FromSlash(address)))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

const (
	home     = "index.html"
	notFound = "404.html"
)

var layoutName = regexp.MustCompile(`data-layout="?([a-z]+)`)

// layoutOf says which layout a page was made with, with the folder of an entry: there
// one layout shows three kinds.
func (s site) layoutOf(t *testing.T, page string) string {
	t.Helper()
	m := layoutName.FindStringSubmatch(s.read(t, page))
	if m == nil {
		t.Fatalf("%s does not say its layout", page)
	}
	if m[1] == "entry" {
		return "entry-" + strings.SplitN(page, "/", 2)[0]
	}
	return m[1]
}

// samples is one page of each layout, by layout; of several the longest, which has most to get wrong.
func (s site) samples(t *testing.T) map[string]string {
	t.Helper()
	longest := map[string]string{}
	for _, page := range s.pages {
		layout := s.layoutOf(t, page)
		if have := longest[layout]; have == "" || len(s.read(t, page)) > len(s.read(t, have)) {
			longest[layout] = page
		}
	}
	for _, layout := range []string{"home", "list", "entry-principles", "entry-examples", "entry-stories", "page", "az", "tags", "barriers", "search", "notfound"} {
		if longest[layout] == "" {
			t.Errorf("no page has the layout %s", layout)
		}
	}
	return longest
}

// first is the first page of a layout whose HTML has the text.
func (s site) first(t *testing.T, layout, text string) string {
	t.Helper()
	i := slices.IndexFunc(s.pages, func(page string) bool {
		return s.layoutOf(t, page) == layout && strings.Contains(s.read(t, page), text)
	})
	if i < 0 {
		t.Fatalf("no page with the layout %s has %q", layout, text)
	}
	return s.pages[i]
}
