package cache

import (
	"errors"
	"io"
	"io/fs"
	"os"

	"github.com/cespare/xxhash/v2"

	"github.com/microleadership/playbook/internal/pack"
)

// magic begins a state. It is followed by the length of the head, the sum of the head, the
// head, and the sections. The head has the format, the files of pieces and the sections'
// names, lengths and sums.
const (
	magic    = "playbook cache 1\n"
	headAt   = len(magic) + 16
	headMost = 1 << 20
)

var errCut = errors.New("it is cut short or damaged")

type part struct {
	at, size int64
	sum      uint64
}

// state is a state that is open: whoever replaces it does not change this one.
type state struct {
	file   *os.File
	parts  map[string]part
	pieces []pieceFile
}

// openState returns nil where there is none, and an error where it cannot be relied on.
func openState(name, format string) (*state, error) {
	file, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, errors.New("it cannot be read")
	}
	s := &state{file: file, parts: map[string]part{}}
	if err := s.readHead(format); err != nil {
		file.Close()
		return nil, err
	}
	return s, nil
}

func (s *state) close() { s.file.Close() }

func (s *state) readHead(format string) error {
	start := make([]byte, headAt)
	if _, err := io.ReadFull(s.file, start); err != nil || string(start[:len(magic)]) != magic {
		return errCut
	}
	r := pack.NewReader(string(start[len(magic):]))
	size, sum := r.Fixed(), r.Fixed()
	if size > headMost {
		return errCut
	}
	head := make([]byte, size)
	if _, err := io.ReadFull(s.file, head); err != nil || xxhash.Sum64(head) != sum {
		return errCut
	}
	r = pack.NewReader(string(head))
	if r.String() != format {
		return errors.New("another version of playbook wrote it")
	}
	pack.Get(r, &s.pieces)
	at := int64(headAt) + int64(size)
	for range r.Count(10) {
		name, p := r.String(), part{at: at, size: int64(r.Uint()), sum: r.Fixed()}
		s.parts[name] = p
		at += p.size
	}
	info, err := s.file.Stat()
	if r.End() != nil || err != nil || info.Size() != at {
		return errCut
	}
	return nil
}

func (s *state) section(name string) (text string, ok bool, err error) {
	p, ok := s.parts[name]
	if !ok {
		return "", false, nil
	}
	text, err = readAt(s.file, p.at, p.size, p.sum)
	return text, err == nil, err
}

func writeState(name, format string, pieces []pieceFile, sections []Section) error {
	var head pack.Writer
	head.String(format)
	pack.Put(&head, &pieces)
	head.Count(len(sections))
	for _, s := range sections {
		head.String(s.Name)
		head.Uint(uint64(len(s.Bytes)))
		head.Fixed(xxhash.Sum64(s.Bytes))
	}
	start := pack.Writer{Bytes: []byte(magic)}
	start.Fixed(uint64(len(head.Bytes)))
	start.Fixed(xxhash.Sum64(head.Bytes))

	aside := name + ".new"
	file, err := os.OpenFile(aside, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	_, err = file.Write(append(start.Bytes, head.Bytes...))
	for _, s := range sections {
		if err == nil {
			_, err = file.Write(s.Bytes)
		}
	}
	if err = errors.Join(err, file.Close()); err == nil {
		err = os.Rename(aside, name)
	}
	return err
}
