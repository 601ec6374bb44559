// Package build knows the order of things: read, decode, parse Markdown, assemble,
// check, plan pages, load the theme. Nothing else does.
//
// There is one way to build. A clean build is a rebuild with nothing remembered;
// what a Builder remembers is keyed by what it came from, so it is never wrong,
// only not yet there. Rebuild yields a site whose pages can be rendered, not pages:
// building asks for all of them, a preview for the one that is looked at.
//
// What is made again after a change, and what it depends on:
//
//	a file's reading         its bytes, the settings
//	what entries are to      all readings' facts; a changed text leaves them as they are
//	  each other, the plan
//	the findings             the above, and for each entry its text
//	a page's view            the facts, and the texts that it shows
//	a page                   its view, its layout
package build

import (
	"io/fs"
	"time"

	"github.com/microleadership/playbook/internal/cache"
	"github.com/microleadership/playbook/internal/check"
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/output"
	"github.com/microleadership/playbook/internal/playbook"
)

// Options say what to build.
type Options struct {
	FS           fs.FS         // the root of the playbook: content/ and themes/ are below it
	Dir          string        // the same root on disk, for version control; "" asks none
	DefaultTheme fs.FS         // the built-in theme
	Drafts       bool          // publish drafts too
	Future       bool          // publish entries whose publish_on has not come
	BaseURL      string        // instead of the configuration's; ends in a slash
	Today        playbook.Date // decides about publish_on and overdue reviews
	Progress     func(stage string, done, total int)

	// Watching says that there will be another rebuild, for which more is remembered. Without it there
	// can be one all the same, which has to begin anew where what was needed has been let go.
	// Rendered is told of each page that is made, and why.
	Watching bool
	Rendered func(address, reason string)

	// Pieces keeps the texts of large playbooks; nil keeps them in memory. Cache, if there is
	// one, keeps all texts, and what Save saves, for the next process.
	Pieces Pieces
	Cache  *cache.Folder
}

func (o Options) withDefaults() Options {
	if o.Progress == nil {
		o.Progress = func(string, int, int) {}
	}
	if o.Rendered == nil {
		o.Rendered = func(string, string) {}
	}
	return o
}

// Result is what a rebuild yields. With errors in Diagnostics, its Site is the best that
// could be made, which a preview shows and a build refuses to publish. Of a site that
// stands (Builder.Standing) there is neither Playbook nor Site, only what to say of it, and its Files.
type Result struct {
	Playbook    *playbook.Playbook
	Site        *Site
	Diagnostics diag.List
	Stats       Stats

	Unchanged bool     // nothing differs from the result before
	Changed   []Change // the published entries whose files do
	Assets    []string // the addresses of published images and the like that do

	checker *check.Checker
	files   []output.File // of a site that stands
}

// Change is a published entry whose file has changed.
type Change struct{ File, Address, Title string }

// Stats counts the work of a rebuild.
type Stats struct {
	Files     int           // entries found
	Parsed    int           // of those, read anew: the rest was remembered
	Published int           // entries that are part of the site
	Pages     int           // pages of the site
	Duration  time.Duration // of the rebuild, rendering not included
}
