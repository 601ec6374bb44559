package check

import (
	"fmt"
	"io/fs"
	"strings"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

var imageMetadata = rule{
	Rule: diag.Rule{
		Code: "image-metadata", Severity: diag.Error,
		Why: "a photograph often carries its place, day, device and photographer, which a story promised to leave out",
		Fix: "remove the metadata, for example with exiftool -all= on the file",
	},
	entry: func(c *checker, e *playbook.Entry) {
		promise := promiseOf(e)
		if promise == "" || c.o.Assets == nil {
			return
		}
		for i, t := range c.targetsOf(e) {
			file, ok := c.asset(t)
			if !ok {
				continue
			}
			l := e.Body.Links[i]
			data, err := fs.ReadFile(c.o.Assets, file)
			if err != nil {
				c.report(e, l.Pos, l.Target, "the file cannot be searched for metadata: "+err.Error(), "make it readable")
				continue
			}
			if found := metadataIn(data); len(found) > 0 {
				c.report(e, l.Pos, l.Target,
					fmt.Sprintf("the file holds metadata (%s), and the story promises “%s”", strings.Join(found, ", "), promise),
					"remove it, for example with: exiftool -all= content/"+file)
			}
		}
	},
}

// asset returns the file of content/ that a link leads to.
func (c *checker) asset(t playbook.Target) (file string, ok bool) {
	for _, file := range []string{t.Address, "pages/" + t.Address} {
		if t.Address != "" && c.p.Assets[file] {
			return file, true
		}
	}
	return "", false
}
