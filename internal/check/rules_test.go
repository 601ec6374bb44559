package check_test

import (
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/microleadership/playbook/internal/check"
	"github.com/microleadership/playbook/internal/diag"
)

var update = flag.Bool("update", false, "rewrite the wanted results and docs/rules.md")

// TestRules runs every fixture of testdata/rules. They are named after the rule that
// they are about; what passes stands in the same file as what fails.
func TestRules(t *testing.T) {
	for _, file := range fixtures(t) {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			f, ar := readFixture(t, file)
			got := printed(t, f.run(t, slices.Sort[[]string]))
			if *update {
				write(t, file, ar, got)
				return
			}
			if diff := cmp.Diff(f.want, got); diff != "" {
				t.Errorf("run with -update if this is right (-want +got):\n%s", diff)
			}
		})
	}
}

// TestEveryRuleIsTested holds that each rule of this package has a fixture in which it
// finds something in one entry, and nothing in another that is of the same kind.
func TestEveryRuleIsTested(t *testing.T) {
	tested := map[string]bool{}
	for _, file := range fixtures(t) {
		code := strings.TrimSuffix(filepath.Base(file), ".txtar")
		f, _ := readFixture(t, file)
		if !strings.Contains(f.want, "["+code+"]") {
			t.Errorf("%s finds nothing of its rule", file)
		}
		tested[code] = true
	}
	for _, r := range check.Own() {
		if !tested[r] {
			t.Errorf("no fixture for %s", r)
		}
	}
}

// TestOrderDoesNotMatter shuffles the files of all fixtures.
func TestOrderDoesNotMatter(t *testing.T) {
	for _, file := range fixtures(t) {
		f, _ := readFixture(t, file)
		want := printed(t, f.run(t, slices.Sort[[]string]))
		for seed := range uint64(5) {
			shuffle := func(names []string) {
				slices.Sort(names)
				r := rand.New(rand.NewPCG(seed, 1))
				r.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
			}
			if diff := cmp.Diff(want, printed(t, f.run(t, shuffle))); diff != "" {
				t.Errorf("%s, seed %d (-sorted +shuffled):\n%s", file, seed, diff)
			}
		}
	}
}

// TestEveryFindingHasAPlace holds for all fixtures what people rely on.
func TestEveryFindingHasAPlace(t *testing.T) {
	for _, file := range fixtures(t) {
		f, _ := readFixture(t, file)
		for _, d := range f.run(t, slices.Sort[[]string]) {
			switch {
			case d.Hint == "" || d.Text == "" || d.Pos.File == "":
				t.Errorf("%s: incomplete: %+v", file, d)
			case strings.HasSuffix(d.Text, ".") || strings.ToUpper(d.Text[:1]) == d.Text[:1] && d.Text[0] >= 'A' && d.Text[0] <= 'Z':
				t.Errorf("%s: not lowercase without a full stop: %s", file, d.Text)
			case strings.HasSuffix(d.Pos.File, ".md") && (d.Pos.Line < 1 || d.Pos.Column < 1 || d.Source == ""):
				t.Errorf("%s: no line: %+v", file, d)
			case len([]rune(d.Source)) < d.Pos.Column+d.Length-1:
				t.Errorf("%s: column behind the line: %+v", file, d)
			}
		}
	}
}

func (f fixture) run(t testing.TB, reorder func([]string)) diag.List {
	t.Helper()
	p, assets := f.assemble(t, reorder)
	return check.Run(p, check.Options{Assets: assets})
}

func fixtures(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", "rules", "*.txtar"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	return files
}

func printed(t testing.TB, list diag.List) string {
	t.Helper()
	var b strings.Builder
	if err := list.WriteText(&b, diag.TextOptions{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func write(t testing.TB, file string, ar *txtar.Archive, want string) {
	t.Helper()
	ar.Files = slices.DeleteFunc(ar.Files, func(f txtar.File) bool { return f.Name == "want" })
	ar.Files = append(ar.Files, txtar.File{Name: "want", Data: []byte(want)})
	if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
		t.Fatal(err)
	}
}
