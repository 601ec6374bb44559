// Package editor makes links that open a file in an editor, at a line and a column.
//
// A link is all there is: the desktop knows which program a scheme like vscode: belongs to,
// and asks before it starts one. Nobody here ever runs a program, so there is no command
// for a page or a file name to slip something into.
//
// A template is an address with {file}, {line} and {column} in it:
//
//	myeditor://open?file={file}&line={line}&column={column}
//
// {file} becomes the absolute path with forward slashes, starting with one, and
// with everything percent-encoded that could mean something else in an address.
package editor

import (
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// Default is the editor of those who have not said which.
const Default = "vscode"

// known lists the templates that need only be named. Programs of the first four register
// their scheme themselves; the others need a helper that most of their users have.
var known = map[string]string{
	"vscode":   "vscode://file{file}:{line}:{column}",
	"vscodium": "vscodium://file{file}:{line}:{column}",
	"cursor":   "cursor://file{file}:{line}:{column}",
	"zed":      "zed://file{file}:{line}:{column}",
	"idea":     "idea://open?file={file}&line={line}&column={column}",
	"sublime":  "subl://open?url=file://{file}&line={line}&column={column}",
	"emacs":    "emacs://open?url=file://{file}&line={line}&column={column}",
	"vim":      "mvim://open?url=file://{file}&line={line}&column={column}",
}

// Names lists the editors that are known by name.
func Names() []string { return slices.Sorted(maps.Keys(known)) }

// Template makes links. The zero value makes none.
type Template struct{ text string }

// Link opens the file at path, which is absolute, at a line and column that count from 1;
// those below stand for the first.
func (t Template) Link(path string, line, column int) string {
	if t.text == "" {
		return ""
	}
	file := filepath.ToSlash(path)
	if !strings.HasPrefix(file, "/") { // C:/playbook
		file = "/" + file
	}
	return strings.NewReplacer(
		"{file}", encode(file),
		"{line}", strconv.Itoa(max(1, line)),
		"{column}", strconv.Itoa(max(1, column)),
	).Replace(t.text)
}

// encode leaves what means the same anywhere in an address. A colon would end
// the path in some templates, and & a value in others.
func encode(path string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(path) {
		switch c := path[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', strings.IndexByte("/-._~", c) >= 0:
			b.WriteByte(c)
		default:
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		}
	}
	return b.String()
}
