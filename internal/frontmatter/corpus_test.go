package frontmatter_test

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/frontmatter"
	"github.com/microleadership/playbook/internal/playbook"
)

// hostile has front matter that generators have crashed on, hung at or dropped.
const hostile = "../../../shared/corpora/hostile/frontmatter-bad"

// Every file ends in mistakes at their places within bounded time and memory. All of them
// lack a summary, so that none may pass without a word.
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
		})
	}
}

// costs fails when one file takes too much time or memory.
func costs(t *testing.T, work func()) {
	t.Helper()
	const seconds, megabytes = 2, 512
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := cpuTime()
	work()
	took := cpuTime() - start
	runtime.ReadMemStats(&after)
	if took.Seconds() > seconds {
		t.Errorf("took %v", took)
	}
	if used := (after.TotalAlloc - before.TotalAlloc) >> 20; used > megabytes {
		t.Errorf("took %d MB", used)
	}
}
