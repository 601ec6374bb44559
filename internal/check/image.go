package check

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// imageMetadata covers every file that a story refers to, and every image that lies
// among the stories, also when none refers to it: the source of a playbook is read by
// others too, and the next edit may show the image.
var imageMetadata = rule{
	Rule: diag.Rule{
		Code: "image-metadata", Severity: diag.Error,
		Why: "a photograph often carries its place, day, device and photographer, which a story promised to leave out",
		Fix: "remove the metadata, for example with exiftool -all= on the file",
	},
	images: func(c *checker, s imageSearch) {
		for _, e := range c.byFile {
			if e.Story != nil {
				s.story(c, e)
			}
		}
		for _, file := range c.sortedAssets() {
			if s.seen[file] == nil && strings.HasPrefix(file, playbook.KindStory.Dir()+"/") && isImage(file) {
				s.unused(c, file)
			}
		}
	},
}

// imageSearch looks into each file once, however many stories show it.
type imageSearch struct {
	assets fs.FS
	seen   map[string]*metadata
	before map[string]*metadata // of the last run, when the files are still the same
}

// metadata is what was found in a file, or why nothing could be.
type metadata struct {
	kinds []string
	err   error
}

func (s imageSearch) in(file string) *metadata {
	if m := s.seen[file]; m != nil {
		return m
	}
	m := s.before[file]
	if m == nil {
		data, err := fs.ReadFile(s.assets, file)
		m = &metadata{metadataIn(data), err}
	}
	s.seen[file] = m
	return m
}

// story reports at its links, which is where the author decides about the images.
func (s imageSearch) story(c *checker, e *playbook.Entry) {
	why := "a story should tell no more than its words do"
	if promise := promiseOf(e.Story); promise != "" {
		why = "the story promises “" + promise + "”"
	}
	for _, a := range c.shown[e] {
		if text, hint := s.in(a.file).problem(a.file, why); text != "" {
			c.link(e, a.link, e.Outline.Links[a.link-1].Target, text, hint)
		}
	}
}

func (s imageSearch) unused(c *checker, file string) {
	if text, hint := s.in(file).problem(file, "it lies among the stories"); text != "" {
		c.file(file, text, hint)
	}
}

func (m *metadata) problem(file, why string) (text, hint string) {
	switch {
	case m.err != nil:
		return "the file cannot be searched for metadata: " + m.err.Error(), "make it readable"
	case len(m.kinds) > 0:
		return fmt.Sprintf("the file holds metadata (%s), and %s", strings.Join(m.kinds, ", "), why),
			"remove it, for example with: exiftool -all= content/" + file
	}
	return "", ""
}

// isImage says whether a file is one that metadataIn knows. Sound and film are long
// enough to hold its marks by chance.
func isImage(file string) bool {
	switch strings.ToLower(path.Ext(file)) {
	case ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".pdf":
		return true
	}
	return false
}
