package main

import (
	"bytes"
	"html/template"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/adrg/frontmatter"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"golang.org/x/sync/errgroup"
)

// entry is a file as the layouts need it.
type entry struct {
	ID, Kind string        `yaml:"-"`
	Address  string        `yaml:"-"`
	Body     template.HTML `yaml:"-"`
	Rows     []*entry      `yaml:"-"` // principles, examples and related, as entries

	Title, Summary, Lens             string
	Tags                             []string
	Date                             time.Time `yaml:"publish_on"`
	Statement, Practice, Act, Phrase string
	WhenNot                          string `yaml:"when_not"`
	Way, Action, Magnitude           string
	Receptivity, Setting             string
	Toward, Style                    []string
	Barriers, Gains, Not, Aliases    []string
	Outcome, Credit, When, Team      string
	Provenance                       string
	Principles, Examples             []string
	Related                          []struct{ To, Rel string }
	Sources                          []struct{ Title string }
}

// readAll reads the Markdown files below a folder.
func readAll(dir string) ([]*entry, error) {
	var files []string
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(name, ".md") {
			files = append(files, name)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	entries := make([]*entry, len(files))
	md := goldmark.New(
		goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList),
		goldmark.WithParserOptions(parser.WithAutoHeadingID()),
	)
	err = each(len(files), func(i int) error {
		e, err := read(md, files[i])
		entries[i] = e
		return err
	})
	return entries, err
}

func read(md goldmark.Markdown, file string) (*entry, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	e := &entry{Kind: filepath.Base(filepath.Dir(file)), ID: strings.TrimSuffix(filepath.Base(file), ".md")}
	e.Address = e.Kind + "/" + e.ID + ".html"
	body, err := frontmatter.Parse(bytes.NewReader(data), e)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = md.Convert(body, &out)
	e.Body = template.HTML(out.String())
	return e, err
}

// each calls f for each number below n, on all processors.
func each(n int, f func(int) error) error {
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i := range n {
		g.Go(func() error { return f(i) })
	}
	return g.Wait()
}
