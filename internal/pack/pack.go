// Package pack writes values as bytes for this program itself to read again: nothing in them
// says what they are, so a reader must know. Whoever keeps them keeps a Shape beside them,
// which differs when a type does, and a sum, since what is read is believed.
//
// A Reader never panics and never makes more than its input can fill, whatever it reads:
// bytes that were not written so end in an error.
package pack

import (
	"encoding/binary"
	"errors"
	"io"
	"math"
)

// Writer collects bytes. The zero Writer is ready. One with To hands on what it has
// collected now and then, so that a great deal can be written in little memory.
type Writer struct {
	Bytes []byte
	To    io.Writer
	err   error
}

// enough is how much is collected before it is handed on.
const enough = 64 << 10

// Flush hands on what is left, and says whether all could be.
func (w *Writer) Flush() error {
	if w.To == nil {
		return nil
	}
	if w.err == nil && len(w.Bytes) > 0 {
		_, w.err = w.To.Write(w.Bytes)
	}
	w.Bytes = w.Bytes[:0]
	return w.err
}

// full hands on what has been collected when it is enough.
func (w *Writer) full() {
	if w.To != nil && len(w.Bytes) >= enough {
		_ = w.Flush() // kept for the last one
	}
}

// Uint writes small numbers in few bytes.
func (w *Writer) Uint(n uint64) {
	w.Bytes = binary.AppendUvarint(w.Bytes, n)
	w.full()
}

// Int writes numbers near 0 in few bytes.
func (w *Writer) Int(n int64) {
	w.Bytes = binary.AppendVarint(w.Bytes, n)
	w.full()
}

// Fixed writes eight bytes: for sums, which are not small.
func (w *Writer) Fixed(n uint64) {
	w.Bytes = binary.LittleEndian.AppendUint64(w.Bytes, n)
	w.full()
}

// Bool writes a byte.
func (w *Writer) Bool(b bool) {
	n := byte(0)
	if b {
		n = 1
	}
	w.Bytes = append(w.Bytes, n)
}

// String writes a string after its length.
func (w *Writer) String(s string) {
	w.Uint(uint64(len(s)))
	w.Bytes = append(w.Bytes, s...)
	w.full()
}

// Raw writes bytes as they are, of which the reader knows how many there are. Many of them are
// handed on at once, without a copy.
func (w *Writer) Raw(b []byte) {
	if w.To == nil || len(b) < enough {
		w.Bytes = append(w.Bytes, b...)
		w.full()
		return
	}
	if w.Flush() == nil {
		_, w.err = w.To.Write(b)
	}
}

// RawString is Raw for a short string.
func (w *Writer) RawString(s string) {
	w.Bytes = append(w.Bytes, s...)
	w.full()
}

// Count writes how many things follow.
func (w *Writer) Count(n int) { w.Uint(uint64(n)) }

// Reader takes bytes apart in the order in which they were written. What it returns after
// it has failed is zero.
type Reader struct {
	rest   string
	failed bool
}

// NewReader reads s. Strings that are read are pieces of it and keep it in memory.
func NewReader(s string) *Reader { return &Reader{rest: s} }

var errUnreadable = errors.New("the bytes are not what was written")

// Err says whether anything could not be read.
func (r *Reader) Err() error {
	if r.failed {
		return errUnreadable
	}
	return nil
}

// End is Err, and an error too when there is something left.
func (r *Reader) End() error {
	if r.rest != "" {
		r.fail()
	}
	return r.Err()
}

func (r *Reader) fail() { r.rest, r.failed = "", true }

// Fail is for values that can be read and cannot be right.
func (r *Reader) Fail() { r.fail() }

// Uint reads what Writer.Uint wrote.
func (r *Reader) Uint() uint64 {
	var n uint64
	for i := 0; i < len(r.rest) && i < binary.MaxVarintLen64; i++ {
		b := r.rest[i]
		if b < 0x80 {
			if i == binary.MaxVarintLen64-1 && b > 1 {
				break
			}
			r.rest = r.rest[i+1:]
			return n | uint64(b)<<(7*i)
		}
		n |= uint64(b&0x7f) << (7 * i)
	}
	r.fail()
	return 0
}

// Int reads what Writer.Int wrote.
func (r *Reader) Int() int64 {
	n := r.Uint()
	return int64(n>>1) ^ -int64(n&1)
}

// Fixed reads what Writer.Fixed wrote.
func (r *Reader) Fixed() uint64 {
	if len(r.rest) < 8 {
		r.fail()
		return 0
	}
	var b [8]byte
	copy(b[:], r.rest)
	r.rest = r.rest[8:]
	return binary.LittleEndian.Uint64(b[:])
}

// Bool reads what Writer.Bool wrote.
func (r *Reader) Bool() bool {
	if r.rest == "" || r.rest[0] > 1 {
		r.fail()
		return false
	}
	b := r.rest[0] == 1
	r.rest = r.rest[1:]
	return b
}

// String reads what Writer.String wrote.
func (r *Reader) String() string {
	n := r.Uint()
	if n > uint64(len(r.rest)) {
		r.fail()
		return ""
	}
	s := r.rest[:n]
	r.rest = r.rest[n:]
	return s
}

// Count reads how many things follow, each of at least size bytes: more than there can be
// are none.
func (r *Reader) Count(size int) int {
	n := r.Uint()
	if n > math.MaxInt32 || n*uint64(max(size, 1)) > uint64(len(r.rest)) {
		r.fail()
		return 0
	}
	return int(n)
}
