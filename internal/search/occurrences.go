package search

import "encoding/binary"

// occurrences writes down where a word is while documents go by: for each document
// the distance from the one before, then the positions. It is compact, since a
// large playbook has tens of millions.
type occurrences struct {
	bytes []byte
	doc   int // of the last one
	last  int // its position
	any   bool
}

// add notes an occurrence; documents and their positions ascend. A word may be the
// whole and a part at one position: it is noted once.
func (o *occurrences) add(doc, position int) {
	switch {
	case !o.any || doc != o.doc:
		o.bytes = binary.AppendUvarint(o.bytes, uint64(doc-o.doc)<<1|1)
		o.bytes = binary.AppendUvarint(o.bytes, uint64(position))
	case position == o.last:
		return
	default:
		o.bytes = binary.AppendUvarint(o.bytes, uint64(position-o.last)<<1)
	}
	o.doc, o.last, o.any = doc, position, true
}

// eachOccurrence reads what occurrences wrote.
func eachOccurrence(bytes []byte, yield func(doc, position int)) {
	doc, position := 0, 0
	for len(bytes) > 0 {
		v, n := binary.Uvarint(bytes)
		bytes = bytes[n:]
		if v&1 == 0 {
			position += int(v >> 1)
		} else {
			doc += int(v >> 1)
			p, n := binary.Uvarint(bytes)
			bytes = bytes[n:]
			position = int(p)
		}
		yield(doc, position)
	}
}

// eachPlace yields, for each document that has a word, its positions there.
func (x *Index) eachPlace(id int, yield func(doc int, positions []int)) {
	doc, list := -1, []int(nil)
	eachOccurrence(x.words[id].places, func(d, position int) {
		if d != doc && doc >= 0 {
			yield(doc, list)
			list = list[:0]
		}
		doc, list = d, append(list, position)
	})
	if doc >= 0 {
		yield(doc, list)
	}
}
