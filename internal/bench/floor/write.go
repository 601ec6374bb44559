package main

import (
	"bytes"
	_ "embed"
	"html/template"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

//go:embed layouts.html
var layouts string

var templates = template.Must(template.New("").Parse(layouts))

// page is one file of the site.
type page struct {
	Title, Address string
	Entry          *entry
	List           []*entry
}

// build reads a playbook's content and writes a site.
func build(content, dir string) error {
	entries, err := readAll(content)
	if err != nil {
		return err
	}
	var pages []page
	lists := map[string][]*entry{}
	byID := map[string]*entry{}
	for _, e := range entries {
		byID[e.ID] = e
		lists[e.Kind+"/index.html"] = append(lists[e.Kind+"/index.html"], e)
		for _, tag := range e.Tags {
			lists["tags/"+tag+".html"] = append(lists["tags/"+tag+".html"], e)
		}
	}
	for _, e := range entries {
		for _, id := range slices.Concat(e.Principles, e.Examples) {
			e.Rows = append(e.Rows, byID[id])
		}
		for _, r := range e.Related {
			e.Rows = append(e.Rows, byID[r.To])
		}
		pages = append(pages, page{Title: e.Title, Address: e.Address, Entry: e})
	}
	for _, address := range slices.Sorted(maps.Keys(lists)) {
		list := lists[address]
		slices.SortFunc(list, func(a, b *entry) int { return strings.Compare(a.Title, b.Title) })
		pages = append(pages, page{Title: address, Address: address, List: list})
		if err := os.MkdirAll(filepath.Join(dir, filepath.Dir(address)), 0o777); err != nil {
			return err
		}
	}
	newest := slices.SortedFunc(slices.Values(entries), func(a, b *entry) int { return b.Date.Compare(a.Date) })
	pages = append(pages, page{Title: "Home", Address: "index.html", List: newest[:min(20, len(newest))]})
	return each(len(pages), func(i int) error { return write(dir, pages[i]) })
}

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func write(dir string, p page) error {
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	if err := templates.ExecuteTemplate(b, "base", p); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, filepath.FromSlash(p.Address)), b.Bytes(), 0o666)
}
