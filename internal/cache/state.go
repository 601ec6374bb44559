package cache

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"github.com/cespare/xxhash/v2"

	"github.com/microleadership/playbook/internal/pack"
	"github.com/microleadership/playbook/internal/parallel"
)

// magic begins a state. It is followed by the sum of the rest.
const magic = "playbook cache 1\n"

const sectionPrefix = "section-"

var errCut = errors.New("it is cut short or damaged")

// state says what there is.
type state struct {
	dir, format string
	Pieces      []pieceFile
	Sections    []sectionFile
}

// sectionFile is a file that holds a section.
type sectionFile struct {
	Name   string
	Number uint32
	Size   uint64
	Sum    uint64
}

func (s sectionFile) file() string { return sectionPrefix + strconv.FormatUint(uint64(s.Number), 10) }

// openState returns nil where there is none, and an error where it cannot be relied on.
func openState(dir, format string) (*state, error) {
	b, err := os.ReadFile(filepath.Join(dir, stateName))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, errors.New("it cannot be read")
	case len(b) < len(magic)+8 || string(b[:len(magic)]) != magic:
		return nil, errCut
	}
	r := pack.NewReader(string(b[len(magic):]))
	if r.Fixed() != xxhash.Sum64(b[len(magic)+8:]) {
		return nil, errCut
	}
	if r.String() != format {
		return nil, errors.New("another version of playbook wrote it")
	}
	s := &state{dir: dir, format: format}
	pack.Get(r, &s.Pieces)
	pack.Get(r, &s.Sections)
	if r.End() != nil {
		return nil, errCut
	}
	return s, nil
}

func (s *state) section(name string) (text string, ok bool, err error) {
	for _, at := range s.Sections {
		if at.Name == name {
			text, err := s.read(at)
			return text, err == nil, err
		}
	}
	return "", false, nil
}

func (s *state) read(at sectionFile) (string, error) {
	file, err := os.Open(filepath.Join(s.dir, at.file()))
	if err != nil {
		return "", errors.New("a part of it is missing")
	}
	defer file.Close()
	if info, err := file.Stat(); err != nil || uint64(info.Size()) != at.Size {
		return "", errCut
	}
	return readAt(file, 0, int64(at.Size), at.Sum)
}

// write writes the sections to files from this number on, beside those of the state before, and
// then itself in its place.
func (s *state) write(first uint32, sections []Section) error {
	written := make([]sectionFile, len(sections))
	errs := make([]error, len(sections))
	parallel.Each(len(sections), 1, func() func(int) {
		return func(i int) {
			if ahead := sections[i].written; ahead != nil {
				written[i] = *ahead
				return
			}
			written[i] = sectionFile{Name: sections[i].Name, Number: first + uint32(i)}
			errs[i] = written[i].write(s.dir, sections[i].Save)
		}
	})
	s.Sections = append(s.Sections, written...)
	if err := errors.Join(errs...); err != nil {
		return err
	}
	var w, sum pack.Writer
	w.String(s.format)
	pack.Put(&w, &s.Pieces)
	pack.Put(&w, &s.Sections)
	sum.Fixed(xxhash.Sum64(w.Bytes))
	name := filepath.Join(s.dir, stateName)
	b := append(append([]byte(magic), sum.Bytes...), w.Bytes...)
	if err := os.WriteFile(name+".new", b, 0o644); err != nil {
		return err
	}
	return os.Rename(name+".new", name)
}

// write writes a section to its file, and notes its size and sum.
func (s *sectionFile) write(dir string, save func(*pack.Writer)) error {
	file, err := os.OpenFile(filepath.Join(dir, s.file()), os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	to := &summing{file: file}
	to.Reset()
	w := pack.Writer{To: to}
	save(&w)
	err = w.Flush()
	s.Size, s.Sum = to.size, to.Sum64()
	return errors.Join(err, file.Close())
}

// summing writes to a file and sums up what it writes.
type summing struct {
	xxhash.Digest
	file *os.File
	size uint64
}

func (s *summing) Write(b []byte) (int, error) {
	s.size += uint64(len(b))
	_, _ = s.Digest.Write(b) // cannot fail
	return s.file.Write(b)
}
