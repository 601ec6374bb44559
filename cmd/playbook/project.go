package main

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/internal/cache"
	"github.com/microleadership/playbook/internal/config"
	"github.com/microleadership/playbook/internal/playbook"
	"github.com/microleadership/playbook/themes"
)

// project is an opened playbook folder.
type project struct {
	dir  string
	root *os.Root // reads cannot leave it, whatever links say
}

// rootFiles are the files of the folder, as it is now.
type rootFiles struct{ p *project }

func (f rootFiles) Open(name string) (fs.File, error)    { return f.p.root.FS().Open(name) }
func (f rootFiles) ReadFile(name string) ([]byte, error) { return f.p.root.ReadFile(name) }
func (f rootFiles) ReadDir(name string) ([]fs.DirEntry, error) {
	return fs.ReadDir(f.p.root.FS(), name)
}
func (f rootFiles) Stat(name string) (fs.FileInfo, error)  { return f.p.root.Stat(name) }
func (f rootFiles) Lstat(name string) (fs.FileInfo, error) { return f.p.root.Lstat(name) }
func (f rootFiles) Folder(dir string) (fs.FS, error) {
	root, err := f.p.root.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return subFiles{root}, nil
}
func (f rootFiles) ReadLink(name string) (string, error) { return f.p.root.Readlink(name) }

// subFiles are the files of a folder in it. The system closes the folder when nobody has it any more.
type subFiles struct{ root *os.Root }

func (f subFiles) Open(name string) (fs.File, error)     { return f.root.FS().Open(name) }
func (f subFiles) Stat(name string) (fs.FileInfo, error) { return f.root.Stat(name) }

// reopen takes the folder that is there now, which need not be the one that was opened:
// whoever exchanges it, or what a link leads to, means the new one.
func (p *project) reopen() {
	now, err := os.Stat(p.dir)
	if err != nil {
		return // perhaps it comes back
	}
	if then, err := p.root.Stat("."); err == nil && os.SameFile(now, then) {
		return
	}
	if root, err := os.OpenRoot(p.dir); err == nil {
		p.root.Close()
		p.root = root
	}
}

func openProject(dir string) (*project, error) {
	root, err := os.OpenRoot(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, &hinted{errors.New("there is no folder " + dir), "playbook init " + dir + " makes one"}
	case err != nil:
		return nil, err
	}
	return &project{dir, root}, nil
}

func (p *project) Close() error { return p.root.Close() }

// selection is what the flags shared by build, serve and check say.
type selection struct {
	drafts, future bool
	baseURL        string
}

func (f *selection) add(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&f.drafts, "drafts", false, "include entries marked draft")
	cmd.Flags().BoolVar(&f.future, "future", false, "include entries whose publish_on has not come")
	cmd.Flags().StringVar(&f.baseURL, "base-url", "", "where the site is published, instead of what playbook.yaml says")
}

// builderOptions are what commands want of a builder besides the selection.
type builderOptions struct {
	watching bool // it will build again
	progress func(stage string, done, total int)
	rendered func(address, reason string)
	cache    *cache.Folder // nil without one
	instead  fs.FS         // of the files on disk, those of a revision
	edited   fs.FS         // the files on disk, some of them edited in memory
}

func (p *project) builder(f selection, o builderOptions) (*build.Builder, error) {
	day, err := today()
	if err != nil {
		return nil, err
	}
	base := f.baseURL
	if base != "" {
		if hint := config.BadBaseURL(base); hint != "" {
			return nil, &usageError{"“" + base + "” is not a base URL", hint}
		}
		base = config.BaseURL(base)
	}
	files, dir := fs.FS(rootFiles{p}), p.dir
	if o.instead != nil {
		files, dir = o.instead, ""
	}
	if o.edited != nil {
		files = o.edited
	}
	return build.New(build.Options{
		FS:           files,
		Dir:          dir,
		DefaultTheme: themes.Default(),
		Drafts:       f.drafts,
		Future:       f.future,
		BaseURL:      base,
		Today:        day,
		Watching:     o.watching,
		Progress:     o.progress,
		Rendered:     o.rendered,
		Pieces:       &cache.Pieces{},
		Cache:        o.cache,
	}), nil
}

// asItIs is the playbook as its files are now, for commands that write no site.
func (p *project) asItIs(ctx context.Context) (*build.Result, error) {
	b, err := p.builder(selection{}, builderOptions{})
	if err != nil {
		return nil, err
	}
	return b.Rebuild(ctx)
}

// today is the day that decides about publish_on and overdue reviews: that of
// SOURCE_DATE_EPOCH when it is set, so that a build can be repeated, else today in UTC.
func today() (playbook.Date, error) {
	now := time.Now()
	if text := os.Getenv("SOURCE_DATE_EPOCH"); text != "" {
		seconds, err := strconv.ParseInt(text, 10, 64)
		if err != nil {
			return "", &usageError{"SOURCE_DATE_EPOCH is not a number of seconds: " + text, "see reproducible-builds.org"}
		}
		now = time.Unix(seconds, 0)
	}
	return playbook.Date(now.UTC().Format(time.DateOnly)), nil
}

// outputDir is where the site goes: public/ in the playbook, unless told otherwise.
func (p *project) outputDir(flag string) string {
	if flag != "" {
		return flag
	}
	return filepath.Join(p.dir, "public")
}

// isTerminal says whether a person watches w.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// colours says whether to use colour on w: only for a person who has not declined.
func colours(w io.Writer) bool {
	return isTerminal(w) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}
