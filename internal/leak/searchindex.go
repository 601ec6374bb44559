package leak

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// searchIndex reads the files of the search (docs/search-format.md). As they stand, words lack
// the letters that they share with the one before, or are written backwards, and numbers look like
// words: “Ed” is four letters of the last word and a d. It says whether this is such a file.
func (j *job) searchIndex(data []byte) bool {
	rest, ok := bytes.CutPrefix(data, []byte(`playbookShard("`))
	if !ok {
		return false
	}
	name, rest, ok := bytes.Cut(rest, []byte(`",'`))
	end := bytes.LastIndex(rest, []byte("');"))
	if !ok || end < 0 || len(bytes.TrimSpace(rest[end+3:])) > 0 {
		return false
	}
	file := &layer{src: data}
	payload := file.below(unquoted(rest[:end]), "in the search index")
	payload.base, payload.fixed = len(data)-len(rest), true
	if len(name) > 0 {
		return j.shard(payload, string(name))
	}
	return j.manifest(payload)
}

// manifest has the facets, and of a small playbook all shards.
func (j *job) manifest(l *layer) bool {
	var manifest struct {
		Facets json.RawMessage   `json:"facets"`
		Stop   string            `json:"stop"`
		Shards map[string]string `json:"shards"`
	}
	if json.Unmarshal(l.src, &manifest) != nil {
		return false
	}
	file := l.parent.src
	part := func(key, text string) *layer {
		inner := l.below([]byte(text), l.how)
		inner.fixed = true
		inner.parent, inner.base = l.parent, max(0, bytes.Index(file, []byte(`"`+key+`":`)))
		return inner
	}
	j.passage(part("facets", string(manifest.Facets)))
	for _, name := range slices.Sorted(maps.Keys(manifest.Shards)) {
		if !j.shard(part(name, manifest.Shards[name]), name) {
			return false
		}
	}
	return true
}

// shard reads the payload of a shard by the kind that its name begins with.
func (j *job) shard(l *layer, name string) bool {
	switch name[0] {
	case 't':
		words, rest, _ := bytes.Cut(l.src, []byte{'\n'})
		list, ok := unfront(words, false)
		if !ok {
			return false
		}
		if lines := bytes.Split(rest, []byte{'\n'}); len(lines) > 3 {
			list.pairs(lines[3])
		}
		j.list(l, list.text)
	case 'e':
		words, _, _ := bytes.Cut(l.src, []byte{'\n'})
		list, ok := unfront(words, true)
		if !ok {
			return false
		}
		j.list(l, list.text)
	case 'd':
		j.passage(l)
	case 'p', 'f': // only numbers
	default:
		return false
	}
	return true
}

// list reads words that have nothing to do with each other.
func (j *job) list(l *layer, text []byte) {
	inner := l.below(text, "in the search index")
	inner.fixed = true
	inner.parent, inner.base = l.parent, l.base
	j.passage(inner)
}

// wordList is words with a sign between them that stands in no name.
type wordList struct {
	text []byte
	ends []int // of the words
}

const between = " ! "

// word is the nth.
func (w *wordList) word(n int) []byte {
	from := 0
	if n > 0 {
		from = w.ends[n-1] + len(between)
	}
	return w.text[from:w.ends[n]]
}

// pairs adds the words that follow each other in a title: of each first word, second=postings, ….
func (w *wordList) pairs(line []byte) {
	for i, of := range bytes.Split(line, []byte{' '}) {
		if len(of) == 0 || i >= len(w.ends) {
			continue
		}
		for pair := range bytes.SplitSeq(of, []byte{','}) {
			second, _, _ := bytes.Cut(pair, []byte{'='})
			w.text = append(append(append(append(w.text, w.word(i)...), ' '), second...), between...)
		}
	}
}

// unfront reads words that are written without the beginning that they share with the one before,
// and perhaps backwards.
func unfront(line []byte, backwards bool) (out wordList, ok bool) {
	var last []byte
	for coded := range bytes.FieldsSeq(line) {
		n, rest := number(coded)
		if n < 0 || n > len(last) {
			return out, false
		}
		last = append(last[:n], rest...)
		from := len(out.text)
		out.text = append(out.text, last...)
		if backwards {
			reverse(out.text[from:])
		}
		out.ends = append(out.ends, len(out.text))
		out.text = append(out.text, between...)
	}
	return out, true
}

// number reads digits of five bits, lowest first; all but the last have the sixth set.
func number(coded []byte) (n int, rest []byte) {
	for shift := 0; len(coded) > 0 && shift < 15; shift += 5 {
		d := strings.IndexByte("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", coded[0])
		if d < 0 {
			break
		}
		n |= d & 31 << shift
		if coded = coded[1:]; d < 32 {
			return n, coded
		}
	}
	return -1, nil
}

// reverse turns the characters of a word round.
func reverse(word []byte) {
	for i := 0; i < len(word); {
		_, size := utf8.DecodeRune(word[i:])
		slices.Reverse(word[i : i+size])
		i += size
	}
	slices.Reverse(word)
}

// unquoted takes the escapes out of a JavaScript string.
func unquoted(text []byte) []byte {
	out := make([]byte, 0, len(text))
	for i := 0; i < len(text); {
		if text[i] != '\\' || i+1 == len(text) {
			out = append(out, text[i])
			i++
			continue
		}
		size := 2
		switch c := text[i+1]; c {
		case 'n':
			out = append(out, '\n')
		case 'r':
			out = append(out, '\r')
		case 'x', 'u':
			var r rune
			r, size = decode(text, i)
			out = append(out, string(r)...)
		default:
			out = append(out, c)
		}
		i += size
	}
	return out
}
