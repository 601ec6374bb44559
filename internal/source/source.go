// Package source finds and reads the content of a playbook.
//
// A playbook's root is an fs.FS; cmd passes os.Root's, through which no link leads
// out. Below content/, these are read:
//
//	playbook.yaml                         the configuration
//	{principles,examples,stories,pages}/  entries: *.md, also in sub-folders, whose
//	                                      names become part of the id
//	any folder                            assets: images, PDF, audio, video, captions
//
// Passed over in silence is what Ignored names: dot files, the backups and swap
// files of editors, node_modules. All else that is left out is reported, with what
// to do about it: Markdown where no entries live, other kinds of files, names that
// make poor addresses, links that lead out of the root, files that are too large or
// cannot be read, SVG images that could run scripts. One bad file never hides another.
//
// Whatever order the file system lists files in, the Tree is sorted by path.
//
// History asks git when each file was last changed, and by whom.
package source

import (
	"crypto/sha256"
	"io/fs"

	"github.com/microleadership/playbook/internal/diag"
)

// Where the content is.
const (
	Dir    = "content"
	Config = "content/playbook.yaml"
)

// Limits on what is read. An entry of 2 MiB is a long novel; an asset of 32 MiB is
// more than a reader on a phone should be asked to load.
const (
	MaxEntry = 2 << 20
	MaxAsset = 32 << 20
	MaxDepth = 16 // folders within folders

	MaxOutside = 2000 // Markdown files of a folder that is no playbook
)

// File is one file that was read.
type File struct {
	Path  string // slash-separated, relative to the root: content/stories/a.md
	Bytes []byte
	Size  int64
	Hash  [sha256.Size]byte // of the bytes
	Fresh bool              // Bytes are there; those of entries and assets that a Scanner knows are not
}

// Tree is the content of a playbook, in order of path.
type Tree struct {
	Config  *File // nil without one
	Entries []File
	Assets  []File

	// Outside is the Markdown of a folder that has no content/ and so is no playbook
	// yet: for what can be said about each file, never to be published.
	Outside []File
}

// Scan finds and reads the content below fsys, as Scanner.Scan does, once.
func Scan(fsys fs.FS) (Tree, diag.List, error) { return NewScanner(fsys).Scan() }

func (t *Tree) add(r role, f File) {
	switch r {
	case isConfig:
		t.Config = &f
	case isEntry:
		t.Entries = append(t.Entries, f)
	case isAsset:
		t.Assets = append(t.Assets, f)
	case isOutside:
		t.Outside = append(t.Outside, f)
	}
}
