package search

import (
	"crypto/sha256"
	"maps"
	"slices"

	"github.com/microleadership/playbook/internal/pack"
)

// Key is a sum over all that a document is made from: documents of one key are the same.
type Key [16]byte

// Source hands documents over one at a time, so that they need not all be in memory.
type Source struct {
	Len int
	Key func(i int) Key
	// Document is called from several goroutines, and only for documents that the Builder
	// does not know; for some others too when documents have changed places, or when
	// each may have more or less of its text published. Nothing of it is kept.
	Document func(i int) Document
}

// listed hands over documents that are all there.
func listed(docs []Document, key func(i int) Key) Source {
	return Source{Len: len(docs), Key: key, Document: func(i int) Document { return docs[i] }}
}

// noKey is for documents of which none is known, and none will be.
func noKey(int) Key { return Key{} }

// keyOf is a key for documents that come without one.
func keyOf(d *Document) Key {
	var w pack.Writer
	eachText(d, func(s *string) { w.String(*s) })
	for _, n := range []int{len(d.Aliases), len(d.Asks), len(d.Tags), len(d.Headings)} {
		w.Count(n)
	}
	w.Bool(d.Illustrative)
	for _, name := range slices.Sorted(maps.Keys(d.Facets)) {
		w.String(name)
		w.Count(len(d.Facets[name]))
		for _, v := range d.Facets[name] {
			w.String(v)
		}
	}
	sum := sha256.Sum256(w.Bytes)
	return Key(sum[:len(Key{})])
}
