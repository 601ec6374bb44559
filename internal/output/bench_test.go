package output_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/microleadership/playbook/internal/output"
)

func pages(n int, text string) []output.File {
	var files []output.File
	for i := range n {
		files = append(files, output.Of(fmt.Sprintf("stories/story-%05d.html", i), []byte(strings.Repeat(text, 500)), output.Page))
	}
	return files
}

func BenchmarkUnchanged10000(b *testing.B) {
	dir, files := b.TempDir(), pages(10000, "sixteen letters.")
	if _, err := output.Publish(b.Context(), dir, files, output.Options{}); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if stats, err := output.Publish(b.Context(), dir, files, output.Options{}); err != nil || stats.Unchanged != 10000 {
			b.Fatal(stats, err)
		}
	}
}

func BenchmarkFresh10000(b *testing.B) {
	base, files := b.TempDir(), pages(10000, "sixteen letters.")
	n := 0
	for b.Loop() {
		n++
		if _, err := output.Publish(b.Context(), fmt.Sprintf("%s/%d", base, n), files, output.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkChanged10000(b *testing.B) {
	dir, n := b.TempDir(), 0
	sets := [][]output.File{pages(10000, "sixteen letters."), pages(10000, "other letters...")}
	for b.Loop() {
		n++
		if _, err := output.Publish(b.Context(), dir, sets[n%2], output.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
