package leak

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"io"
	"path"
	"strings"
)

// inflated reads text that PNG has compressed, up to what the job may read. It is nil when
// there is none.
func (j *job) inflated(l *layer) *layer {
	r, err := zlib.NewReader(bytes.NewReader(l.src))
	if err != nil {
		return nil
	}
	inner := j.unpacked(l, r)
	if inner != nil {
		inner.how = inMetadata + ", compressed"
		j.passage(inner)
		j.blob(inner)
	}
	return inner
}

// unpacked is what a reader yields, however it ends.
func (j *job) unpacked(l *layer, r io.Reader) *layer {
	if l.depth >= deepest {
		return nil
	}
	out, _ := io.ReadAll(io.LimitReader(r, int64(max(j.budget, 0))))
	if len(out) == 0 || !j.spend(l, len(out)) {
		return nil
	}
	inner := l.below(out, "compressed")
	inner.fixed = true
	return inner
}

func (j *job) gzip(l *layer) {
	r, err := gzip.NewReader(bytes.NewReader(l.src))
	if err != nil {
		return
	}
	for _, field := range []string{r.Name, r.Comment} {
		inner := l.below([]byte(field), inMetadata)
		inner.fixed = true
		j.passage(inner)
	}
	if inner := j.unpacked(l, r); inner != nil {
		inner.ext = strings.ToLower(path.Ext(r.Name))
		j.any(inner)
	}
}

func (j *job) zip(l *layer) {
	r, err := zip.NewReader(bytes.NewReader(l.src), int64(len(l.src)))
	if err != nil {
		j.blob(l)
		return
	}
	for _, f := range r.File {
		inner := l.below([]byte(f.Name+"\n"+f.Comment), "in an archive")
		inner.fixed = true
		j.passage(inner)
		content, err := f.Open()
		if err != nil {
			continue
		}
		if inner := j.unpacked(l, content); inner != nil {
			inner.ext = strings.ToLower(path.Ext(f.Name))
			inner.how = "in an archive"
			j.any(inner)
		}
		_ = content.Close()
	}
	comment := l.below([]byte(r.Comment), "in an archive")
	comment.fixed = true
	j.passage(comment)
}
