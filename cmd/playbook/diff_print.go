package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/news"
)

// checkFormats are the forms in which check prints: its findings, and with --diff what
// changes for readers.
var checkFormats = append(formats[:len(formats):len(formats)], "markdown")

// checked is what check has found.
type checked struct {
	findings diag.List
	changes  *news.Report // nil without --diff
	links    news.MarkdownOptions
}

func (c *checked) print(s streams, format string) error {
	switch {
	case format == "markdown":
		return c.markdown(s.out)
	case c.changes == nil:
		return printAs(s.out, format, c.findings)
	case format == "json":
		return c.json(s.out)
	}
	if err := printAs(s.out, format, c.findings); err != nil {
		return err
	}
	if !c.changes.Changed() {
		_, err := io.WriteString(s.out, "nothing changes for readers\n")
		return err
	}
	return c.changes.WriteText(s.out, news.TextOptions{})
}

// json is the form of the findings alone, and the changes.
func (c *checked) json(w io.Writer) error {
	if c.findings == nil {
		c.findings = diag.List{}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(struct {
		Diagnostics diag.List    `json:"diagnostics"`
		Errors      int          `json:"errors"`
		Warnings    int          `json:"warnings"`
		Changes     *news.Report `json:"changes"`
	}{c.findings, c.findings.Count(diag.Error), c.findings.Count(diag.Warning), c.changes})
}

// mostListed is how many errors, and how many changes of one sort, a comment lists.
const mostListed = 10

// markdown is a comment for a merge request: errors first, then what changes.
func (c *checked) markdown(w io.Writer) error {
	out := bufio.NewWriter(w)
	fmt.Fprintln(out, news.Marker)
	errs, warnings := c.findings.Count(diag.Error), c.findings.Count(diag.Warning)
	switch {
	case errs > 0 && warnings > 0:
		fmt.Fprintf(out, "### %s, %s\n\n", plural(errs, "error"), plural(warnings, "warning"))
	case errs > 0:
		fmt.Fprintf(out, "### %s\n\n", plural(errs, "error"))
	case warnings > 0:
		fmt.Fprintf(out, "%s, no errors.\n", plural(warnings, "warning"))
	case c.changes == nil:
		fmt.Fprintln(out, "No findings.")
	}
	listed := 0
	for _, d := range c.findings {
		if d.Severity != diag.Error {
			continue
		}
		if listed++; listed <= mostListed {
			fmt.Fprintf(out, "- %s%s\n", placeIn(d.Pos), news.Escape(d.Text))
		}
	}
	if listed > mostListed {
		fmt.Fprintf(out, "- … and %d more\n", listed-mostListed)
	}
	if c.changes != nil {
		if errs+warnings > 0 {
			fmt.Fprintln(out)
		}
		c.links.Most = mostListed
		if err := c.changes.WriteMarkdown(out, c.links); err != nil {
			return err
		}
	}
	return out.Flush()
}

// placeIn is a place in code, or nothing of the playbook as a whole.
func placeIn(p diag.Position) string {
	switch {
	case p.File == "":
		return ""
	case p.Line == 0:
		return news.Code(p.File) + " "
	}
	return news.Code(fmt.Sprintf("%s:%d", p.File, p.Line)) + " "
}
