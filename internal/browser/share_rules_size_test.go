//go:build browser

package browser

import (
	"bytes"
	"compress/gzip"
	"testing"
)

// The rules and the file's text are a small part of what the form may weigh.
func TestShareRulesAreSmall(t *testing.T) {
	const most = 10_000
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte(shareEngine(t))); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d bytes, compressed", out.Len())
	if out.Len() > most {
		t.Errorf("%d bytes, compressed; at most %d", out.Len(), most)
	}
}
