package intake

import (
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// Format is a form in which stories come.
type Format string

// The formats. Auto finds the format by what is in the input.
const (
	Auto     Format = "auto"
	Markdown Format = "markdown"
	Issue    Format = "issue"
	CSV      Format = "csv"
)

// Formats lists the formats by name.
func Formats() []string { return []string{string(Auto), string(Markdown), string(Issue), string(CSV)} }

// Bounds of what is read. People write stories of a few kilobytes; a form of a large
// company has some thousand answers.
const (
	MaxInput   = 16 << 20  // bytes of one input
	MaxStory   = 256 << 10 // bytes of all answers of one story
	MaxStories = 10_000    // stories in one input
	MaxAnswers = 1_000     // columns, headings or fields of one story
)

// Input is what was handed in.
type Input struct {
	File string // as diagnostics name it
	Data []byte
}

// Options are what intake must know of the playbook that stories are for.
type Options struct {
	Format   Format
	Settings playbook.Settings
	Label    func(field, value string) string                     // what readers see for a value
	Resolve  func(kind playbook.Kind, name string) (string, bool) // the id of an entry by id, title or alias
	Names    func(kind playbook.Kind) []string                    // what Resolve knows, for suggestions
	Taken    func(id string) bool                                 // whether a name, in lower case, is in use
	Known    func(mark string) (file string, again bool)          // the file that a story was made into before
}

// Story is a story that was read.
type Story struct {
	ID      string        // a name that no other entry has; "" of one that is known
	Title   string        // "" when it has none
	Text    []byte        // the file
	From    diag.Position // where it stood
	Missing []string      // required fields and sections without an answer
	Known   string        // the file that holds it already
	mark    string
}

// Mark is what a story is known by when it is handed in again.
func (s Story) Mark() string { return s.mark }
