package serve

import (
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/microleadership/playbook/internal/diag"
)

// finding is a diagnostic as the page in the browser shows it.
type finding struct {
	Severity string   `json:"severity"`
	Code     string   `json:"code"`
	Text     string   `json:"text"`
	Hint     string   `json:"hint"`
	File     string   `json:"file"`
	Line     int      `json:"line"`
	Column   int      `json:"column"`
	Length   int      `json:"length"`
	Source   []string `json:"source"` // the line that it is in, if that can be shown
	Editor   string   `json:"editor"` // opens the file there
}

func (s *Server) findings(list diag.List) []finding {
	out := make([]finding, len(list))
	for i, d := range list {
		out[i] = s.finding(d)
	}
	return out
}

func (s *Server) finding(d diag.Diagnostic) finding {
	return finding{
		Severity: d.Severity.String(), Code: d.Code, Text: d.Text, Hint: d.Hint,
		File: d.Pos.File, Line: d.Pos.Line, Column: d.Pos.Column, Length: d.Length,
		Source: excerpt(d), Editor: s.link(d.Pos.File, d.Pos.Line, d.Pos.Column),
	}
}

// excerpt is the source line, if it is of a length that people read. A whole book on one
// line would be sent as often as there are mistakes in it.
func excerpt(d diag.Diagnostic) []string {
	const longest, beyond = 1000, 200
	if d.Source == "" || d.Pos.Column+d.Length > longest {
		return []string{}
	}
	line := d.Source
	if utf8.RuneCountInString(line) > longest+beyond {
		line = string([]rune(line)[:longest+beyond]) + "…"
	}
	return []string{line}
}

// link opens a file of the playbook in the author's editor. The built-in theme stands in no
// folder of theirs.
func (s *Server) link(file string, line, column int) string {
	if file == "" || s.options.Root == "" || strings.HasPrefix(file, "themes/default/") {
		return ""
	}
	return s.options.Editor.Link(filepath.Join(s.options.Root, filepath.FromSlash(file)), line, column)
}
