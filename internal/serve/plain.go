package serve

import (
	"bytes"
	"errors"
	"html/template"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// plain is a page in place of one that the site does not have. It needs no theme, which may be
// what is broken.
var plain = template.Must(template.New("").Funcs(template.FuncMap{
	"trusted": func(link string) template.URL { return template.URL(link) }, // from an editor.Template, which checked it
}).Parse(`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{.Title}}</title></head><body><main><h1>{{.Title}}</h1>
{{range .Lines}}<p>{{.}}</p>
{{end}}{{with .Text}}<pre>{{.}}</pre>
{{end}}{{with .Editor}}<p><a href="{{trusted .}}">Open the file</a></p>
{{end}}<p><a href="/">To the start page</a></p></main></body></html>
`))

type plainPage struct {
	Title  string
	Lines  []string
	Text   string
	Editor string
}

func (p plainPage) html() []byte {
	var b bytes.Buffer
	_ = plain.Execute(&b, p) // a buffer takes everything
	return b.Bytes()
}

// mistakePage is shown in place of a page that cannot be made.
func mistakePage(err error) []byte {
	p := plainPage{Title: "This page cannot be made", Text: err.Error()}
	var m *build.Mistake
	if errors.As(err, &m) {
		var text bytes.Buffer
		_ = diag.List{m.Diagnostic}.WriteText(&text, diag.TextOptions{}) // a buffer takes everything
		p.Text = text.String()
	}
	return p.html()
}

// nothingYet is shown before there is a site. It becomes the page that was asked for.
func nothingYet(why error) []byte {
	return plainPage{Title: "There is nothing to show yet", Text: why.Error()}.html()
}

// unpublishedPage is shown in place of the page that an entry would have.
func (s *Server) unpublishedPage(p *playbook.Playbook, e *playbook.Entry) []byte {
	return plainPage{
		Title:  "This page is not published",
		Lines:  []string{e.File + " is there, but " + whyUnpublished(p, e) + "."},
		Editor: s.link(e.File, 1, 1),
	}.html()
}
