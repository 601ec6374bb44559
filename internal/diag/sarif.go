package diag

import (
	"bytes"
	"fmt"
	"io"
	"net/url"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
)

// Rule describes a code for readers who meet it for the first time.
type Rule struct {
	Code     string
	Severity Severity // unless configuration says otherwise
	Why      string   // in one line
	Fix      string   // what to do about it
}

// SARIFOptions say what a SARIF log tells about the tool.
type SARIFOptions struct {
	Version string // of playbook
	Rules   []Rule // of every code that may occur; one that is missing is described by its name only
}

const (
	sarifSchema   = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
	sarifBase     = "%SRCROOT%" // by convention the root of the repository
	sarifHomepage = "https://github.com/microleadership/playbook"
)

var sarifLevels = [...]string{Off: sarif.LevelNone, Note: sarif.LevelNote, Warning: sarif.LevelWarning, Error: sarif.LevelError}

// WriteSARIF prints the list as a SARIF 2.1.0 log, for code-scanning services.
// Columns count code points, as the log says.
func (l List) WriteSARIF(w io.Writer, o SARIFOptions) error {
	run := sarif.NewRunWithInformationURI("playbook", sarifHomepage).WithColumnKind("unicodeCodePoints")
	if o.Version != "" {
		run.Tool.Driver.WithVersion(o.Version)
	}
	for _, r := range o.Rules {
		describe(run.AddRule(r.Code), r)
	}
	for _, d := range l {
		run.AddRule(d.Code)
		result := run.CreateResultForRule(d.Code).WithLevel(sarifLevels[d.Severity]).WithMessage(sarif.NewTextMessage(sarifMessage(d)))
		if d.Pos.File != "" {
			result.AddLocation(sarif.NewLocationWithPhysicalLocation(sarifPlace(d)))
		}
	}
	report := sarif.NewReport().AddRun(run)
	report.Schema = sarifSchema
	var out bytes.Buffer // the log is one document: all of it or nothing
	if err := report.PrettyWrite(&out); err != nil {
		return fmt.Errorf("writing SARIF: %w", err)
	}
	out.WriteByte('\n')
	_, err := out.WriteTo(w)
	return err
}

func describe(d *sarif.ReportingDescriptor, r Rule) {
	d.WithName(r.Code).WithDescription(r.Why)
	help := r.Why + "."
	if r.Fix != "" {
		help += " To fix it, " + r.Fix + "."
	}
	d.WithHelp(sarif.NewMultiformatMessageString().WithText(help).WithMarkdown(help))
	d.WithDefaultConfiguration(sarif.NewReportingConfiguration().WithLevel(sarifLevels[r.Severity]).WithEnabled(r.Severity != Off))
}

func sarifMessage(d Diagnostic) string {
	text := visible(d.Text)
	if d.Hint != "" {
		text += "\n" + visible(d.Hint)
	}
	return text
}

// sarifPlace has the mistake as its region, and the whole line as context.
func sarifPlace(d Diagnostic) *sarif.PhysicalLocation {
	file := (&url.URL{Path: d.Pos.File}).String()
	place := sarif.NewPhysicalLocation().WithArtifactLocation(sarif.NewArtifactLocation().WithURI(file).WithURIBaseID(sarifBase))
	if d.Pos.Line < 1 {
		return place
	}
	line := sarif.NewRegion().WithStartLine(d.Pos.Line)
	if d.Source != "" {
		line.WithSnippet(sarif.NewArtifactContent().WithText(d.Source))
	}
	if d.Pos.Column < 1 {
		return place.WithRegion(line)
	}
	region := sarif.NewRegion().WithStartLine(d.Pos.Line).
		WithStartColumn(d.Pos.Column).WithEndColumn(d.Pos.Column + max(1, d.Length))
	return place.WithRegion(region).WithContextRegion(line)
}
