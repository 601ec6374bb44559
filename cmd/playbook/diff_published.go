package main

import (
	"bytes"
	"os"
	"path/filepath"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/internal/news"
	"github.com/microleadership/playbook/internal/playbook"
)

// published is the entries.json of a site, by which the next build knows what readers saw.
// It is only read, and taken apart only once it differs: after most edits it does not.
type published struct{ entries []byte }

// maxEntries is how large an entries.json may be: that of a million entries is smaller.
const maxEntries = 1 << 30

// readersSee is what readers see now, before a result is published. Of a site that stands
// nothing has to be known.
func readersSee(r *build.Result, dir string) published {
	if r.Playbook == nil {
		return published{}
	}
	return published{publishedEntries(dir)}
}

func publishedEntries(dir string) []byte {
	name := filepath.Join(dir, playbook.EntriesAddress)
	if about, err := os.Lstat(name); err != nil || !about.Mode().IsRegular() || about.Size() > maxEntries {
		return nil
	}
	b, err := os.ReadFile(name)
	if err != nil {
		return nil // then nobody has read it either
	}
	return b
}

// since tells what has changed for readers, now that a result has been published.
func (before published) since(r *build.Result, dir string) *news.Report {
	if r.Playbook == nil || before.entries != nil && bytes.Equal(before.entries, publishedEntries(dir)) {
		return news.None()
	}
	return news.Compare(news.Read(before.entries), news.Of(r.Playbook, news.Options{}))
}
