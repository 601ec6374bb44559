package watch

import (
	"context"
	"fmt"
	"hash/fnv"
	"io/fs"
	"path/filepath"
	"time"
)

// poll hints whenever the folders' signature differs from the one before.
func poll(ctx context.Context, opts Options, out chan<- struct{}) {
	tick := time.NewTicker(opts.Every)
	defer tick.Stop()
	last := signature(opts.Dirs)
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			if now := signature(opts.Dirs); now != last {
				last = now
				hint(out)
			}
		}
	}
}

// signature changes when a file's name, size or time does. Whether its bytes have
// changed is for the one who looks to find out.
func signature(dirs []string) uint64 {
	h := fnv.New64a()
	for _, dir := range dirs {
		_ = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return nil // a folder that cannot be read has no signature
			}
			if info, err := d.Info(); err == nil && !d.IsDir() {
				fmt.Fprintf(h, "%s\x00%d\x00%d\x00", path, info.Size(), info.ModTime().UnixNano())
			}
			return nil
		})
	}
	return h.Sum64()
}
