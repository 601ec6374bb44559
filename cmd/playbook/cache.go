package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"

	"github.com/cespare/xxhash/v2"
	"github.com/spf13/cobra"

	"github.com/microleadership/playbook/internal/cache"
	"github.com/microleadership/playbook/internal/output"
	"github.com/microleadership/playbook/internal/pack"
)

// cacheDir is where the cache lies in a playbook, so that CI can keep it with a path that it knows.
const cacheDir = ".playbook-cache"

// cacheFlags say where a build keeps what the next one can use.
type cacheFlags struct {
	dir string
	off bool
}

func (f *cacheFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.dir, "cache", "", "folder for what the next build can use (default: "+cacheDir+"/ in the playbook)")
	cmd.Flags().BoolVar(&f.off, "no-cache", false, "neither use nor keep a cache")
}

// check refuses what makes no sense: a cache that is asked for where none is used, or one
// that would be published, or mixed with what the site is made from.
func (f *cacheFlags) check(cmd *cobra.Command, p *project, site string, watching bool) error {
	asked := cmd.Flags().Changed("cache")
	switch {
	case f.off && asked:
		return &usageError{"--cache and --no-cache exclude each other", "leave one of them out"}
	case asked && watching:
		return &usageError{"--watch uses no cache: it remembers in memory", "leave --cache out"}
	case asked && f.dir == "":
		return &usageError{"--cache is empty", "name a folder, or leave it out for " + cacheDir + "/"}
	case f.off || watching:
		return nil
	}
	dir := f.folder(p)
	var bad *output.FolderError
	if errors.As(output.Check(p.dir, dir), &bad) {
		return &usageError{"cannot keep a cache in " + dir + ": " + bad.Why, "name a folder of its own"}
	}
	if within(dir, site) || within(site, dir) {
		return &usageError{"the cache in " + dir + " and the site in " + site + " would mix", "name folders that do not lie in each other"}
	}
	return nil
}

func within(dir, other string) bool {
	a, errA := filepath.Abs(dir)
	b, errB := filepath.Abs(other)
	rel, err := filepath.Rel(b, a)
	return errors.Join(errA, errB, err) == nil && filepath.IsLocal(rel)
}

func (f *cacheFlags) folder(p *project) string {
	if f.dir != "" {
		return f.dir
	}
	return filepath.Join(p.dir, cacheDir)
}

// open opens the cache, or returns nil when there is to be none or none can be had. A cache
// only saves work, so nothing about it stops a build.
func (f *cacheFlags) open(p *project, to io.Writer) *cache.Folder {
	if f.off {
		return nil
	}
	dir := f.folder(p)
	format, err := program()
	var folder *cache.Folder
	if err == nil {
		folder, err = cache.Open(dir, format)
	}
	switch {
	case err != nil && f.dir == "" && errors.Is(err, os.ErrPermission):
		return nil // a playbook that may only be read is none of its reader's fault
	case err != nil:
		fmt.Fprintf(to, "building without the cache in %s: %v\n", dir, err)
		return nil
	}
	return folder
}

// tellDiscarded says once that a cache was of no use.
func tellDiscarded(folder *cache.Folder, to io.Writer) {
	if folder != nil && folder.Discarded() != "" {
		fmt.Fprintf(to, "the cache was discarded: %s\n", folder.Discarded())
	}
}

// program stands for this very program: another one may find out other things.
func program() (string, error) {
	name, err := os.Executable()
	if err != nil {
		return "", err
	}
	file, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer file.Close()
	h := xxhash.New()
	n, err := io.Copy(h, file)
	return strconv.FormatInt(n, 36) + "-" + strconv.FormatUint(h.Sum64(), 36), err
}

// loadStamps returns what the last build has seen in the folder that it wrote to. In any
// other folder it knows nothing: no two files have the same stamp.
func loadStamps(folder *cache.Folder) *output.Stamps {
	stamps := &output.Stamps{}
	if folder == nil {
		return stamps
	}
	if text, ok := folder.Section("stamps"); ok {
		_ = stamps.Load(pack.NewReader(text)) // without them, all files are read
	}
	return stamps
}
