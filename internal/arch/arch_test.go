package arch

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/microleadership/playbook/"

// pkg is what go list says of a package.
type pkg struct {
	ImportPath string
	Imports    []string
}

func packages(t *testing.T) []pkg {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", module+"...").Output()
	if err != nil {
		t.Fatal(err)
	}
	var list []pkg
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return list
		} else if err != nil {
			t.Fatal(err)
		}
		list = append(list, p)
	}
}

// violations lists what a package imports of ours and may not.
func (r rule) violations(p pkg) []string {
	room := strings.TrimPrefix(p.ImportPath, module)
	var out []string
	for _, imported := range p.Imports {
		if to, ours := strings.CutPrefix(imported, module); ours && !slices.Contains(r[room], to) {
			out = append(out, room+" imports "+to)
		}
	}
	return out
}

func TestImportsFollowTheArchitecture(t *testing.T) {
	list := packages(t)
	if len(list) < len(allowed)/2 {
		t.Fatalf("go list found only %d packages", len(list))
	}
	for _, p := range list {
		for _, v := range allowed.violations(p) {
			t.Error(v)
		}
	}
}

func TestRulesNameOnlyRoomsThatExist(t *testing.T) {
	exist := map[string]bool{}
	for _, p := range packages(t) {
		exist[strings.TrimPrefix(p.ImportPath, module)] = true
	}
	for room, imports := range allowed {
		for _, name := range append([]string{room}, imports...) {
			if !exist[name] {
				t.Errorf("the rules name %s, which does not exist", name)
			}
		}
	}
}

func TestNoRuleAllowsMoreThanIsUsed(t *testing.T) {
	used := map[string][]string{}
	for _, p := range packages(t) {
		used[strings.TrimPrefix(p.ImportPath, module)] = p.Imports
	}
	for room, imports := range allowed {
		for _, name := range imports {
			if !slices.Contains(used[room], module+name) {
				t.Errorf("%s may import %s and does not", room, name)
			}
		}
	}
}

func TestAViolationIsSeen(t *testing.T) {
	p := pkg{ImportPath: module + "internal/pages", Imports: []string{"fmt", module + "internal/playbook", module + "internal/theme"}}
	got := allowed.violations(p)
	if want := []string{"internal/pages imports internal/theme"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
