package check

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/picture"
	"github.com/microleadership/playbook/internal/playbook"
)

// imageMetadata covers every file that a story refers to, and every file that lies
// among the stories, also when none refers to it. A site is published without what it
// finds; but the source of a playbook is read by others too.
var imageMetadata = rule{
	Rule: diag.Rule{
		Code: "image-metadata", Severity: diag.Error,
		Why: "a photograph often carries its place, day, device and photographer, which a story promised to leave out; the site shows it without them, and whoever reads the source still finds them",
		Fix: "remove the metadata, for example with exiftool -all= on the file",
	},
	images: func(c *checker, s imageSearch) {
		for _, e := range c.byFile {
			if e.Story != nil {
				s.story(c, e)
			}
		}
		for _, file := range c.sortedAssets() {
			if s.seen[file] == nil && strings.HasPrefix(file, playbook.KindStory.Dir()+"/") {
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
		m = &metadata{picture.Metadata(data), err}
	}
	s.seen[file] = m
	return m
}

// story reports at its links, which is where the author decides about the images.
func (s imageSearch) story(c *checker, e *playbook.Entry) {
	why := "a story should tell no more than its words do"
	if promise := e.Story.Promise(); promise != "" {
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
			remedy("content/" + file)
	}
	return "", ""
}

// remedy names a tool that can write the format.
func remedy(file string) string {
	switch strings.ToLower(path.Ext(file)) {
	case ".svg":
		return "save it as plain SVG, or remove it, for example with: npx svgo " + file
	case ".mp4", ".m4a", ".webm", ".ogg", ".mp3":
		return "remove it, for example with: ffmpeg -i " + file + " -map 0:v? -map 0:a? -map_metadata -1 -c copy clean" + path.Ext(file)
	}
	return "remove it, for example with: exiftool -all= " + file
}
