package editor

import (
	"regexp"
	"slices"
	"strings"

	"github.com/microleadership/playbook/internal/diag"
)

// Mistake is a template that makes no link that could be meant.
type Mistake struct {
	Text string // what is wrong with it
	Hint string // the way out, or ""
}

func (m *Mistake) Error() string { return m.Text }

var (
	scheme      = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9+.-]*)://`)
	placeholder = regexp.MustCompile(`\{[^{}]*\}`)
	letters     = regexp.MustCompile(`^[A-Za-z0-9._~:/?#@!$&()*+,;=%-]*$`)
)

// foreign are the schemes that a browser follows itself: such a link would leave the
// preview, or run what it holds, instead of opening an editor.
var foreign = []string{
	"about", "blob", "chrome", "content", "data", "file", "filesystem", "ftp", "http", "https", "jar", "javascript",
	"livescript", "mailto", "resource", "sms", "tel", "vbscript", "view-source", "ws", "wss",
}

const example = "a template looks like myeditor://open?file={file}&line={line}"

// Parse reads the name of an editor, or a template of one's own. The error is a *Mistake.
func Parse(s string) (Template, error) {
	if text, ok := known[s]; ok {
		return Template{text}, nil
	}
	if !strings.ContainsAny(s, ":{}/") {
		return Template{}, &Mistake{"there is no editor “" + s + "”", diag.DidYouMean(s, Names())}
	}
	if text, hint := wrong(s); text != "" {
		return Template{}, &Mistake{text, hint}
	}
	return Template{s}, nil
}

// wrong says what is wrong with a template, or "".
func wrong(s string) (text, hint string) {
	name, _, _ := strings.Cut(s, ":")
	if slices.Contains(foreign, strings.ToLower(strings.TrimSpace(name))) {
		return "“" + name + ":” opens no editor", example
	}
	if !scheme.MatchString(s) {
		return "“" + s + "” does not start with the scheme of an editor", example
	}
	for _, p := range placeholder.FindAllString(s, -1) {
		if names := []string{"{file}", "{line}", "{column}"}; !slices.Contains(names, p) {
			return "nothing is filled in for " + p, diag.DidYouMean(p, names)
		}
	}
	if !strings.Contains(s, "{file}") {
		return "“" + s + "” names no {file}", example
	}
	if bare := placeholder.ReplaceAllString(s, ""); !letters.MatchString(bare) {
		return "“" + s + "” holds what no address can", "write it percent-encoded, as %20 for a space"
	}
	return "", ""
}
