package main

import (
	"bytes"
	"embed"
	"errors"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/microleadership/playbook/internal/search"
	"github.com/microleadership/playbook/internal/search/cost/corpus"
	"github.com/microleadership/playbook/internal/theme"
	"github.com/microleadership/playbook/themes"
)

// pages are what the browser opens: for each engine a page with a button that opens
// its search.
//
//go:embed pages
var pages embed.FS

func ours() engine {
	return engine{
		name: "ours",
		build: func(w work, index string) []string {
			self, _ := os.Executable() // compare has asked for it already
			return []string{self, "index", w.docs(), index}
		},
		publish: publishOurs,
	}
}

// writeIndex makes this engine's index: the part whose time and memory count.
func writeIndex(args []string) error {
	if len(args) != 2 {
		return errUsage
	}
	var docs []search.Document
	for p, err := range corpus.Lines[corpus.Page](args[0]) {
		if err != nil {
			return err
		}
		docs = append(docs, search.Document{URL: p.URL, Title: p.Title, Body: p.Text, Kind: "example", KindLabel: "Example"})
	}
	files, err := search.Build(docs, search.Options{}).Files()
	if err != nil {
		return err
	}
	for _, f := range files {
		if err := write(args[1], f.Name, f.Data); err != nil {
			return err
		}
	}
	return nil
}

// publishOurs puts the default theme's own scripts and styles beside the index, with a
// page that has what they look for on every page.
func publishOurs(_ work, dir string) ([]string, error) {
	t, list, err := theme.Load(theme.Options{Layers: []theme.Layer{{Dir: "themes/default", FS: themes.Default()}}})
	if err != nil {
		return nil, err
	}
	if list.HasErrors() {
		return nil, errors.New("the default theme has mistakes")
	}
	page, err := pages.ReadFile("pages/ours.html")
	if err != nil {
		return nil, err
	}
	var code string
	for _, a := range t.Assets() {
		if path.Ext(a.Path) == ".js" && strings.HasPrefix(path.Base(a.Path), "search.") {
			code = a.Path
		}
		if err := write(dir, a.Path, a.Bytes); err != nil {
			return nil, err
		}
	}
	for name, value := range map[string]string{"SEARCH": code, "SCRIPT": t.Scripts()[0], "STYLE": t.Stylesheets()[0]} {
		page = bytes.ReplaceAll(page, []byte(name), []byte(value))
	}
	return []string{code}, write(dir, "index.html", page)
}

func write(dir, name string, data []byte) error {
	full := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(full), 0o777); err != nil {
		return err
	}
	return os.WriteFile(full, data, 0o666)
}
