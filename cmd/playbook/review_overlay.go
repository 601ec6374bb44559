package main

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
)

// overlay is the files of a project with some of them changed in memory only: what the
// playbook would be.
type overlay struct {
	rootFiles
	edits map[string][]byte
}

func (p *project) overlay() *overlay { return &overlay{rootFiles{p}, map[string][]byte{}} }

// edit replaces a file, or with nil shows again what is on disk.
func (o *overlay) edit(name string, text []byte) {
	if delete(o.edits, name); text != nil {
		o.edits[name] = text
	}
}

func (o *overlay) Open(name string) (fs.File, error) {
	text, edited := o.edits[name]
	if !edited {
		return o.rootFiles.Open(name)
	}
	info, err := o.Stat(name)
	if err != nil {
		return nil, err
	}
	return &editedFile{bytes.NewReader(text), info}, nil
}

func (o *overlay) ReadFile(name string) ([]byte, error) {
	if text, edited := o.edits[name]; edited {
		return bytes.Clone(text), nil
	}
	return o.rootFiles.ReadFile(name)
}

func (o *overlay) Stat(name string) (fs.FileInfo, error) {
	info, err := o.rootFiles.Stat(name)
	if text, edited := o.edits[name]; edited && err == nil {
		info = editedInfo{info, int64(len(text))}
	}
	return info, err
}

// Folder opens a folder past this one, so there is none where a file is edited.
func (o *overlay) Folder(dir string) (fs.FS, error) {
	for name := range o.edits {
		if path.Dir(name) == dir {
			return nil, errors.ErrUnsupported
		}
	}
	return o.rootFiles.Folder(dir)
}

type editedFile struct {
	*bytes.Reader
	info fs.FileInfo
}

func (f *editedFile) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *editedFile) Close() error               { return nil }

// editedInfo has no Sys: by the stamp of the file on disk, it would be taken for that file.
type editedInfo struct {
	fs.FileInfo
	size int64
}

func (i editedInfo) Size() int64 { return i.size }
func (i editedInfo) Sys() any    { return nil }
