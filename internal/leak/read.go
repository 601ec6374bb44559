package leak

import (
	"bytes"
	"unicode/utf8"
)

// any reads bytes of any kind.
func (j *job) any(l *layer) {
	if j.container(l) {
		return
	}
	if bytes.IndexByte(l.src, 0) >= 0 || bytes.HasPrefix(l.src, []byte("\xff\xfe")) || bytes.HasPrefix(l.src, []byte("\xfe\xff")) {
		j.utf16(l)
		j.stretches(l)
		return
	}
	for _, high := range []byte{3, 4, 5, 6} { // Greek, Cyrillic, Hebrew, Arabic
		if bytes.IndexByte(l.src, high) >= 0 {
			j.utf16(l)
			break
		}
	}
	j.text(l)
}

// text reads something written, in every way that it could be meant.
func (j *job) text(l *layer) {
	switch l.ext {
	case ".ics", ".vcf", ".eml", ".mht":
		l = unfold(l)
	}
	if isMarkup(l) {
		j.page(l)
	} else {
		j.passage(l)
	}
	j.punycode(l)
	j.base64(l)
}

// isMarkup says whether tags are left out at once. Where they are the exception, as in JSON, a
// file is read as it is first.
func isMarkup(l *layer) bool {
	switch l.ext {
	case ".html", ".htm", ".xml", ".svg", ".xhtml", ".atom", ".rss":
		return true
	}
	return l.parent == nil && bytes.HasPrefix(bytes.TrimSpace(l.src[:min(len(l.src), 200)]), []byte{'<'})
}

// page reads markup.
func (j *job) page(l *layer) {
	insides := texts(l.src, &j.seen, &j.unseen)
	again := j.seen.again || j.unseen.again
	j.match(l, &j.seen)
	j.match(l, &j.unseen)
	for _, in := range insides {
		j.inside(l, in[0], in[1])
	}
	if again {
		j.decoded(l)
	}
}

// inside reads a comment or script that has tags in it. Its own comments have been read with it.
func (j *job) inside(l *layer, from, to int) {
	inner := &layer{src: l.src[from:to], parent: l, base: from, depth: l.depth + 1, noise: l.noise}
	texts(inner.src, &j.seen, &j.unseen)
	j.match(inner, &j.seen)
}

// passage reads text without regard to tags, and, if there are some, without them.
func (j *job) passage(l *layer) {
	j.seen.reset(l.src, false)
	j.seen.plain(0, len(l.src))
	again, tagged := j.seen.again, j.seen.tagged
	j.match(l, &j.seen)
	if tagged {
		insides := texts(l.src, &j.seen, &j.unseen)
		again = again || j.seen.again
		j.match(l, &j.seen)
		for _, in := range insides {
			j.inside(l, in[0], in[1])
		}
	}
	if again {
		j.decoded(l)
	}
}

// decoded reads what is encoded more than once, one step nearer to what it means.
func (j *job) decoded(l *layer) {
	if !j.spend(l, len(l.src)) {
		return
	}
	out, from := make([]byte, 0, len(l.src)), make([]int32, 0, len(l.src))
	for i := 0; i < len(l.src); {
		if c := l.src[i]; c < utf8.RuneSelf && c != '&' && c != '%' && c != '\\' {
			out, from = append(out, c), append(from, int32(i))
			i++
			continue
		}
		r, size := decode(l.src, i)
		out = utf8.AppendRune(out, r)
		for len(from) < len(out) {
			from = append(from, int32(i))
		}
		i += size
	}
	inner := l.below(out, "encoded again")
	inner.from = from
	j.passage(inner)
}
