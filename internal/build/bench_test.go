package build_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/internal/cache"
	"github.com/microleadership/playbook/internal/output"
)

// many writes a playbook of some size to a folder.
func many(b *testing.B, entries int) (dir string, opts build.Options) {
	b.Helper()
	dir, opts = onDisk(b)
	opts.Watching = false
	text := string(small()["content/principles/ask.md"].Data)
	for i := range entries {
		said := strings.ReplaceAll(text, "Ask", fmt.Sprintf("Ask%c%c", 'a'+i%26, 'a'+i/26%26))
		write(b, dir, fmt.Sprintf("content/principles/ask-%04d.md", i), said+strings.Repeat(fmt.Sprintf("\nParagraph %d says *something* about [[ask]].\n", i), 20))
	}
	return dir, opts
}

// once builds and publishes as a process does, with the cache in a folder, or none.
func once(b *testing.B, opts build.Options, cached string, f folder) {
	b.Helper()
	if cached != "" {
		kept, err := cache.Open(cached, "benchmark")
		if err != nil {
			b.Fatal(err)
		}
		defer kept.Close()
		opts.Cache = kept
	}
	builder := build.New(opts)
	r, ok, err := builder.Standing(context.Background())
	if err == nil && !ok {
		r, err = builder.Rebuild(context.Background())
	}
	if err == nil {
		err = f.publish(r)
	}
	if err == nil {
		err = builder.Save(r, &output.Stamps{})
	}
	if err != nil {
		b.Fatal(err)
	}
}

func BenchmarkCold(b *testing.B) {
	_, opts := many(b, 1000)
	b.ReportAllocs()
	for b.Loop() {
		once(b, opts, "", folder{})
	}
}

func BenchmarkUnchanged(b *testing.B) {
	_, opts := many(b, 1000)
	cached, f := b.TempDir(), folder{}
	once(b, opts, cached, f)
	b.ReportAllocs()
	for b.Loop() {
		once(b, opts, cached, f)
	}
}

func BenchmarkOneChanged(b *testing.B) {
	dir, opts := many(b, 1000)
	cached, f := b.TempDir(), folder{}
	once(b, opts, cached, f)
	name := filepath.Join(dir, "content/principles/ask-0500.md")
	text, err := os.ReadFile(name)
	if err != nil {
		b.Fatal(err)
	}
	n := 0
	b.ReportAllocs()
	for b.Loop() {
		n++
		if err := os.WriteFile(name, fmt.Appendf(text[:len(text):len(text)], "\nEdit %d.\n", n), 0o644); err != nil {
			b.Fatal(err)
		}
		once(b, opts, cached, f)
	}
}
