package source_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/microleadership/playbook/internal/source"
)

func BenchmarkScan10000(b *testing.B) {
	dir := b.TempDir()
	text := strings.Repeat("A line of about forty letters, like this.\n", 48)
	entries := map[string]string{}
	for i := range 10000 {
		entries[fmt.Sprintf("content/stories/%02d/story-%05d.md", i%20, i)] = text
	}
	write(b, dir, entries)
	root, err := os.OpenRoot(dir)
	if err != nil {
		b.Fatal(err)
	}
	defer root.Close()
	b.ReportAllocs()
	for b.Loop() {
		if tree, list, err := source.Scan(root.FS()); err != nil || len(list) > 0 || len(tree.Entries) != len(entries) {
			b.Fatal(len(tree.Entries), list, err)
		}
	}
}
