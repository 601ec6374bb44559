package corpus

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// form is how a generator wants to read an entry.
type form struct {
	names map[string]string // of fields, where they differ
	name  func(ref) string  // what a reference looks like
	body  func(string) string
}

var ours = form{
	name: func(r ref) string { return r.id },
	body: func(s string) string { return s },
}

// link is a link to another entry, as this program reads it.
var link = regexp.MustCompile(`\]\(\.\./(\w+)/([\w-]+)\.md`)

// hugos has the plain addresses of pages as links, which cost Hugo nothing: its ways of
// resolving and checking links are left out, though ours are not.
var hugos = form{
	names: map[string]string{"aliases": "names", "publish_on": "date"}, // its aliases are redirects
	name:  func(r ref) string { return "/" + r.kind + "/" + r.id },
	body:  func(s string) string { return link.ReplaceAllString(s, "](/$1/$2.html") },
}

func (f form) entry(e *Entry) []byte {
	var b bytes.Buffer
	b.WriteString("---\n")
	for _, field := range e.fields {
		name := field.name
		if other, ok := f.names[name]; ok {
			name = other
		}
		b.WriteString(name + ": " + f.value(field.value) + "\n")
	}
	b.WriteString("---\n\n" + f.body(e.body))
	return b.Bytes()
}

// value writes YAML; a Go string of ASCII is one of YAML as well.
func (f form) value(v any) string {
	switch v := v.(type) {
	case plain:
		return string(v)
	case []string:
		return list(v, func(s string) string { return fmt.Sprintf("%q", s) })
	case []ref:
		return list(v, f.name)
	case []relation:
		return list(v, func(r relation) string { return fmt.Sprintf("{to: %s, rel: %s}", f.name(r.to), r.rel) })
	}
	return fmt.Sprintf("%q", v)
}

func list[T any](values []T, text func(T) string) string {
	var parts []string
	for _, v := range values {
		parts = append(parts, text(v))
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

// WritePlaybook writes the content and the settings of a playbook into a folder.
func (c *Corpus) WritePlaybook(dir string) error {
	if err := write(dir, "content/playbook.yaml", []byte(settings)); err != nil {
		return err
	}
	if err := writePages(filepath.Join(dir, "content", "pages")); err != nil {
		return err
	}
	return c.write(dir, ours)
}

// WriteHugo writes the same content for Hugo; the site around it is another package's.
func (c *Corpus) WriteHugo(dir string) error {
	if err := writePages(filepath.Join(dir, "content")); err != nil {
		return err
	}
	return c.write(dir, hugos)
}

func (c *Corpus) write(dir string, f form) error {
	for _, kind := range []string{Principles, Examples, Stories} {
		if err := os.MkdirAll(filepath.Join(dir, "content", kind), 0o777); err != nil {
			return err
		}
	}
	for _, e := range c.Entries {
		if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(e.File())), f.entry(e), 0o666); err != nil {
			return err
		}
	}
	return nil
}

func write(dir, name string, data []byte) error {
	full := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(full), 0o777); err != nil {
		return err
	}
	return os.WriteFile(full, data, 0o666)
}
