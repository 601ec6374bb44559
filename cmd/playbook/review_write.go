package main

import (
	"bytes"
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path"
)

// replace writes a file anew if it still is as it was read. Whoever reads it meanwhile, or
// after a crash, finds the one or the other whole.
func (p *project) replace(file string, before, after []byte) error {
	if bytes.Equal(before, after) {
		return nil
	}
	info, err := p.root.Lstat(file)
	if err != nil {
		return err
	}
	if info.Mode()&fs.ModeSymlink != 0 {
		return &hinted{errors.New(file + " is a link, and would become a file of its own"), "accept the file that it leads to, or put it here"}
	}
	temporary := path.Join(path.Dir(file), "."+path.Base(file)+"."+rand.Text()[:8]+".tmp")
	if err := p.write(temporary, after, info.Mode().Perm()); err != nil {
		return errors.Join(err, p.drop(temporary))
	}
	if now, err := p.root.ReadFile(file); err != nil || !bytes.Equal(now, before) {
		return errors.Join(&hinted{errors.New(file + " was changed while it was being checked"), "nothing was written; look at it, and accept it again"}, p.drop(temporary))
	}
	if err := p.root.Rename(temporary, file); err != nil {
		return errors.Join(err, p.drop(temporary))
	}
	return nil
}

func (p *project) drop(file string) error {
	if err := p.root.Remove(file); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// write makes a file with just these permissions, and returns when the disk has it.
func (p *project) write(file string, text []byte, mode fs.FileMode) (err error) {
	f, err := p.root.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if _, err := f.Write(text); err != nil {
		return err
	}
	if err := f.Chmod(mode); err != nil {
		return err
	}
	return f.Sync()
}
