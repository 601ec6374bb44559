package frontmatter_test

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"github.com/microleadership/playbook/internal/cputime"
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/frontmatter"
	"github.com/microleadership/playbook/internal/playbook"
)

// hostile has front matter that generators have crashed on, hung at or dropped.
const hostile = "../../../shared/corpora/hostile/frontmatter-bad"

// Every file ends in mistakes at their places within bounded time and memory, and no field
// is dropped without a word. All of them lack a summary, so that none may pass.
func TestHostileFiles(t *testing.T) {
	files, err := filepath.Glob(hostile + "/*")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Skip("no corpus at", hostile)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			var got frontmatter.Parsed
			var list diag.List
			costs(t, func() { got, list = parse(playbook.KindPage, string(src)) })
			placed(t, string(src), list)
			if len(list) == 0 || got.Entry.Title == "" || got.Line < 1 {
				t.Errorf("%d mistakes, entry %+v", len(list), got.Entry)
			}
			if !understood(list) {
				return
			}
			names := named(list)
			for _, key := range keysOf(src) {
				if _, _, read := got.Where.Fields.Of(key); !read && !names[key[:min(len(key), 60)]] {
					t.Errorf("%q was dropped", key)
				}
			}
		})
	}
}

// keysOf lists the keys that a lax reader finds between the first two lines of ---.
func keysOf(src []byte) []string {
	_, rest, _ := strings.Cut("\n"+string(src), "\n---\n")
	block, _, _ := strings.Cut(rest, "\n---\n")
	var root yaml.Node
	if err := yaml.Load([]byte(block), &root); err != nil || root.Content[0].Kind != yaml.MappingNode {
		return nil
	}
	var keys []string
	for i := 0; i < len(root.Content[0].Content); i += 2 {
		keys = append(keys, root.Content[0].Content[i].Value)
	}
	return keys
}

// understood says whether the block was read at all: if not, one mistake stands for all.
func understood(list diag.List) bool {
	return !slices.ContainsFunc(list, func(d diag.Diagnostic) bool {
		return slices.Contains([]string{"syntax", "unsupported-yaml", "encoding", "unclosed-front-matter", "no-front-matter"}, d.Code)
	})
}

// named collects what the mistakes name in quotes.
func named(list diag.List) map[string]bool {
	out := map[string]bool{}
	for _, d := range list {
		_, rest, _ := strings.Cut(d.Text, "“")
		name, _, _ := strings.Cut(rest, "”")
		out[strings.TrimSuffix(name, "…")] = true
	}
	return out
}

// costs fails when one file takes too much time or memory.
func costs(t *testing.T, work func()) {
	t.Helper()
	const seconds, megabytes = 2, 512
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := cputime.Used()
	work()
	took := cputime.Used() - start
	runtime.ReadMemStats(&after)
	if took.Seconds() > seconds {
		t.Errorf("took %v", took)
	}
	if used := (after.TotalAlloc - before.TotalAlloc) >> 20; used > megabytes {
		t.Errorf("took %d MB", used)
	}
}
