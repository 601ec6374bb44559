package source

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"github.com/microleadership/playbook/internal/diag"
)

// errTooLarge is a file that goes beyond its limit.
var errTooLarge = errors.New("too large")

// read reads and judges one file. With an error in the list, the file is left out.
func read(fsys fs.FS, f found) (File, diag.List) {
	var list diag.List
	if f.role != isOutside { // its name makes no address
		list = checkName(f.path, f.role)
	}
	limit := int64(MaxEntry)
	if f.role == isAsset {
		limit = MaxAsset
	}
	b, err := readLimited(fsys, f.path, limit)
	if err != nil {
		return File{}, append(list, unreadable(f.path, err, limit))
	}
	if strings.EqualFold(path.Ext(f.path), ".svg") {
		list = append(list, checkSVG(f.path, b)...)
	}
	return File{Path: f.path, Bytes: b, Size: int64(len(b)), Hash: sha256.Sum256(b), Fresh: true}, list
}

// ReadAsset reads an asset of a Tree again. It is an error if it is not what it was.
func ReadAsset(fsys fs.FS, f File) ([]byte, error) {
	b, err := readLimited(fsys, f.Path, MaxAsset)
	if err == nil && sha256.Sum256(b) != f.Hash {
		err = errors.New("it has changed since it was looked at")
	}
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", f.Path, reason(err))
	}
	return b, nil
}

// readLimited never holds more than limit, whatever the file claims its size to be.
func readLimited(fsys fs.FS, name string, limit int64) ([]byte, error) {
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	info, err := file.Stat()
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, errors.New("not a regular file")
	case info.Size() > limit:
		return nil, errTooLarge
	}
	var buf bytes.Buffer
	buf.Grow(int(info.Size()) + bytes.MinRead) // so that the end is found without growing
	n, err := buf.ReadFrom(io.LimitReader(file, limit+1))
	if err == nil && n > limit {
		err = errTooLarge
	}
	return buf.Bytes(), err
}

func unreadable(p string, err error, limit int64) diag.Diagnostic {
	d := diag.Diagnostic{Code: "unreadable-file", Severity: diag.Error, Pos: diag.Position{File: p}}
	switch {
	case errors.Is(err, errTooLarge):
		d.Code = "file-too-large"
		d.Text = fmt.Sprintf("this file is larger than %d MiB", limit>>20)
		d.Hint = "split it, make it smaller, or link to it elsewhere"
	case errors.Is(err, fs.ErrNotExist):
		d.Text, d.Hint = "this file vanished while it was being read", "run it again"
	case errors.Is(err, fs.ErrPermission):
		d.Text, d.Hint = "no permission to read this file", "make it readable"
	default:
		d.Text = "cannot read this file: " + reason(err).Error()
	}
	return d
}
