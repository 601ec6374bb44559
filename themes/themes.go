// Package themes carries the built-in theme inside the binary.
package themes

import (
	"embed"
	"io/fs"
)

//go:embed all:default
var files embed.FS

// Default returns the built-in theme: the layer that every other one overrides.
func Default() fs.FS {
	sub, err := fs.Sub(files, "default")
	if err != nil {
		panic(err) // the folder is named in the directive above
	}
	return sub
}
