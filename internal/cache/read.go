package cache

import (
	"errors"
	"io"
	"os"
	"strings"
	"sync"

	"github.com/cespare/xxhash/v2"
)

var buffers = sync.Pool{New: func() any { b := make([]byte, 64<<10); return &b }}

// readAt returns a part of a file, if it has this sum.
func readAt(file *os.File, at, size int64, sum uint64) (string, error) {
	buffer := buffers.Get().(*[]byte)
	defer buffers.Put(buffer)
	var text strings.Builder
	var digest xxhash.Digest
	digest.Reset()
	for end := at + size; at < end; {
		part := (*buffer)[:min(int64(len(*buffer)), end-at)]
		if n, err := file.ReadAt(part, at); n < len(part) {
			if errors.Is(err, io.EOF) {
				err = errCut
			}
			return "", err
		}
		if text.Len() == 0 {
			text.Grow(int(size)) // only once there is something: a size alone is not believed
		}
		_, _ = digest.Write(part) // cannot fail
		text.Write(part)
		at += int64(len(part))
	}
	if digest.Sum64() != sum {
		return "", errCut
	}
	return text.String(), nil
}
