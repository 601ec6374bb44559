package diag

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

var githubCommands = [...]string{Off: "debug", Note: "notice", Warning: "warning", Error: "error"}

// What GitHub's runner decodes again in the data of a workflow command, and in its
// properties. Without it a file name could end the command and start another.
var (
	githubData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// WriteGitHub prints workflow commands, which GitHub Actions shows beside the lines
// of a pull request:
//
//	::error file=content/stories/a.md,line=7,col=3,endColumn=9,title=unknown-field::unknown field “sumary”%0Adid you mean “summary”?
func (l List) WriteGitHub(w io.Writer) error {
	out := bufio.NewWriter(w)
	for _, d := range l {
		message := visible(d.Text)
		if d.Hint != "" {
			message += "\n" + visible(d.Hint)
		}
		_, _ = fmt.Fprintf(out, "::%s %s::%s\n", githubCommands[d.Severity], githubProperties(d), githubData.Replace(message))
	}
	return out.Flush()
}

func githubProperties(d Diagnostic) string {
	var props []string
	add := func(name, value string) { props = append(props, name+"="+githubProperty.Replace(value)) }
	if d.Pos.File != "" {
		add("file", visible(d.Pos.File))
	}
	if d.Pos.Line > 0 {
		add("line", fmt.Sprint(d.Pos.Line))
		if d.Pos.Column > 0 {
			add("col", fmt.Sprint(d.Pos.Column))
			add("endColumn", fmt.Sprint(d.Pos.Column+max(1, d.Length)))
		}
	}
	add("title", d.Code)
	return strings.Join(props, ",")
}
