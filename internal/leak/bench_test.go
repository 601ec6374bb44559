package leak_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/microleadership/playbook/internal/cputime"
	"github.com/microleadership/playbook/internal/leak"
)

// BenchmarkPages reads pages of some 20 kB, made of this playbook's texts. MB/cpu-s does not depend on
// what else the machine does.
func BenchmarkPages(b *testing.B) {
	files, err := filepath.Glob("../../content/*/*.md")
	if err != nil || len(files) == 0 {
		b.Fatal("no texts")
	}
	var text strings.Builder
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			text.WriteString(`<li class="entry"><a href="../stories/four-lines.html">` + strings.TrimSpace(line) + "</a></li>\n")
		}
	}
	page := []byte(text.String()[:20_000])
	s := leak.New(ordinary()[:100])
	for name, path := range map[string]string{"HTML": "a.html", "text": "a.txt"} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(page)))
			b.ReportAllocs()
			began := cputime.Used()
			for b.Loop() {
				s.Scan(path, page)
			}
			b.ReportMetric(float64(len(page)*b.N)/1e6/(cputime.Used()-began).Seconds(), "MB/cpu-s")
		})
	}
}
