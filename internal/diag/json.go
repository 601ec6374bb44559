package diag

import (
	"encoding/json"
	"io"
)

// document is the JSON form. Its shape is a promise to scripts: fields may be
// added, none is renamed or removed.
type document struct {
	Diagnostics List `json:"diagnostics"`
	Errors      int  `json:"errors"`
	Warnings    int  `json:"warnings"`
}

// WriteJSON prints the list for scripts, as one object:
//
//	{
//	  "diagnostics": [
//	    {
//	      "code": "unknown-field",
//	      "severity": "error",
//	      "position": {"file": "content/stories/a.md", "line": 7, "column": 3},
//	      "length": 6,
//	      "text": "unknown field “sumary”",
//	      "hint": "did you mean “summary”?",
//	      "source": "  sumary: A map on the wall"
//	    }
//	  ],
//	  "errors": 1,
//	  "warnings": 0
//	}
//
// "diagnostics" is always an array. Of a diagnostic, code, severity, position and
// text are always there. Severity is note, warning or error. Lines and columns
// start at 1, and columns count code points; a position without a line means the
// whole file, one without a file the whole playbook.
func (l List) WriteJSON(w io.Writer) error {
	if l == nil {
		l = List{}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(document{l, l.Count(Error), l.Count(Warning)})
}
