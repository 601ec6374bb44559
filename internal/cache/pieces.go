package cache

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"

	"github.com/cespare/xxhash/v2"
)

// Ref says where a piece is.
type Ref struct {
	File uint32 // the number of its file
	Size uint32
	At   uint64
	Sum  uint64
}

// pieceFile is a file of pieces as a state names it.
type pieceFile struct {
	Number uint32
	Size   uint64
}

// pieces are files to which pieces are added. The zero pieces with a dir are empty.
type pieces struct {
	dir string

	mu    sync.RWMutex
	files map[uint32]*os.File
	sizes map[uint32]uint64
	next  uint32 // the number of the file that is added to
	tail  []byte // of that file, not written yet
}

// tailMost is how much is collected before it is written.
const tailMost = 1 << 20

func (p *pieces) path(number uint32) string {
	return filepath.Join(p.dir, piecePrefix+strconv.FormatUint(uint64(number), 10))
}

const piecePrefix = "pieces-"

// open opens the files that a state names, if they are as it says.
func (p *pieces) open(list []pieceFile) error {
	p.forget()
	for _, f := range list {
		file, err := os.Open(p.path(f.Number))
		if err != nil {
			return errors.New("a part of it is missing")
		}
		p.files[f.Number], p.sizes[f.Number] = file, f.Size
		p.next = max(p.next, f.Number+1)
		if info, err := file.Stat(); err != nil || uint64(info.Size()) != f.Size {
			return errCut
		}
	}
	return nil
}

// forget closes all files. New pieces go to a file that no state has named.
func (p *pieces) forget() {
	_ = p.close()
	p.files, p.sizes, p.tail = map[uint32]*os.File{}, map[uint32]uint64{}, nil
}

func (p *pieces) close() error {
	var errs []error
	for _, f := range p.files {
		errs = append(errs, f.Close())
	}
	p.files = nil
	return errors.Join(errs...)
}

// Put adds a piece. It may be used by several goroutines.
func (p *pieces) Put(b []byte) (Ref, error) {
	sum := xxhash.Sum64(b)
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.files == nil {
		p.files, p.sizes = map[uint32]*os.File{}, map[uint32]uint64{}
	}
	if p.files[p.next] == nil {
		file, err := p.create(p.next)
		if err != nil {
			return Ref{}, err
		}
		p.files[p.next] = file
	}
	r := Ref{p.next, uint32(len(b)), p.sizes[p.next] + uint64(len(p.tail)), sum}
	if len(p.tail)+len(b) > tailMost {
		if err := p.flush(); err != nil {
			return Ref{}, err
		}
	}
	p.tail = append(p.tail, b...)
	return r, nil
}

func (p *pieces) create(number uint32) (*os.File, error) {
	if p.dir == "" {
		return temporary()
	}
	return os.OpenFile(p.path(number), os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o644)
}

// flush writes what has been collected. What could not be written is lost, and found to be
// when it is asked for.
func (p *pieces) flush() error {
	if len(p.tail) == 0 {
		return nil
	}
	_, err := p.files[p.next].WriteAt(p.tail, int64(p.sizes[p.next]))
	p.sizes[p.next] += uint64(len(p.tail))
	p.tail = p.tail[:0]
	return err
}

// Get returns a piece, or an error when it is not what was put. It may be used by several
// goroutines.
func (p *pieces) Get(r Ref) (string, error) {
	p.mu.RLock()
	defer p.mu.RUnlock()
	file := p.files[r.File]
	if file == nil {
		return "", errCut
	}
	if written := p.sizes[r.File]; r.File == p.next && r.At >= written {
		from := r.At - written
		if from+uint64(r.Size) > uint64(len(p.tail)) {
			return "", errCut
		}
		return string(p.tail[from : from+uint64(r.Size)]), nil
	}
	return readAt(file, int64(r.At), int64(r.Size), r.Sum)
}

// settle writes all pieces, and moves those that live when most are dead.
func (p *pieces) settle(live []*Ref) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.flush(); err != nil {
		return err
	}
	total, alive := uint64(0), uint64(0)
	for _, size := range p.sizes {
		total += size
	}
	for _, r := range live {
		alive += uint64(r.Size)
	}
	if total <= 2*alive+tailMost && len(p.sizes) < filesMost {
		if _, ok := p.files[p.next]; ok {
			p.next++ // what is saved is never added to
		}
		return nil
	}
	return p.move(live)
}

// filesMost is how many files of pieces there are before they become one.
const filesMost = 32

func (p *pieces) move(live []*Ref) error {
	number := p.next
	if p.files[number] != nil {
		number++
	}
	to, err := p.create(number)
	if err != nil {
		return err
	}
	at := uint64(0)
	moved := make([]Ref, len(live))
	for i, r := range live {
		text, err := readAt(p.files[r.File], int64(r.At), int64(r.Size), r.Sum)
		if err == nil {
			_, err = to.WriteAt([]byte(text), int64(at))
		}
		if err != nil {
			return errors.Join(err, to.Close())
		}
		moved[i] = Ref{number, r.Size, at, r.Sum}
		at += uint64(r.Size)
	}
	for i, r := range live {
		*r = moved[i]
	}
	_ = p.close()
	p.files, p.sizes, p.next = map[uint32]*os.File{number: to}, map[uint32]uint64{number: at}, number+1
	return nil
}

func (p *pieces) names() []pieceFile {
	var out []pieceFile
	for number, size := range p.sizes {
		out = append(out, pieceFile{number, size})
	}
	return out
}

// sweep removes files that nothing refers to any more.
func (p *pieces) sweep() {
	list, _ := os.ReadDir(p.dir)
	for _, e := range list {
		digits, ok := strings.CutPrefix(e.Name(), piecePrefix)
		if !ok {
			continue
		}
		if n, err := strconv.ParseUint(digits, 10, 32); err != nil || p.files[uint32(n)] == nil {
			_ = remove(filepath.Join(p.dir, e.Name())) // what cannot be removed lies there unused
		}
	}
}

// Pieces is a store of pieces that lives as long as its process.
type Pieces struct{ pieces }

// temporary makes a file that nobody else finds and that goes with the process.
func temporary() (*os.File, error) {
	file, err := os.CreateTemp("", "playbook-")
	if err != nil {
		return nil, fmt.Errorf("cannot make a temporary file: %w", err)
	}
	_ = os.Remove(file.Name()) // where open files cannot be removed, the system does it in its time
	return file, nil
}

// Close gives the memory back.
func (p *Pieces) Close() error { return p.close() }
