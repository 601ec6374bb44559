package playbook

import "github.com/microleadership/playbook/internal/diag"

// Body is what the Markdown of one file says, as far as the file alone can tell.
//
// Where links lead depends on the other entries, so HTML is kept in pieces with
// a Link between each two: Chunks[0] Links[0] Chunks[1] … Chunks[n]. Joining
// them with every link's address in its slot gives the page; nothing is parsed twice.
type Body struct {
	Chunks []string
	Links  []Link

	Text     string    // plain text, headings and code included, for search and checks
	Headings []Heading // in order of appearance
	Sections []Section // the text under each level-2 heading
	Terms    []Term    // definition list terms; the glossary's are the playbook's
	Words    int       // words of Text (a CJK character counts as one)
	Line     int       // file line on which the body starts
	Blocks   []int     // file line of each top-level element of the HTML, in their order
	Notes    []int     // file line of each footnote's note; they stand together in the last block
}

// wordsPerMinute is an unhurried reading speed; adults read prose at about 200 to 250.
const wordsPerMinute = 220

// Minutes is how long the body takes to read, at least 1.
func (b *Body) Minutes() int { return max(1, (b.Words+wordsPerMinute/2)/wordsPerMinute) }

// Block returns the number of the top-level element, from 0, that the text on a file line
// has become, or -1 when it is not text of the body. What left no element behind, like
// HTML that was left out, belongs to the one before it.
func (b *Body) Block(line int) int {
	if line < b.Line || len(b.Blocks) == 0 {
		return -1
	}
	block, from := 0, 0
	nearer := func(i, start int) {
		if from < start && start <= line {
			block, from = i, start
		}
	}
	for i, start := range b.Blocks {
		nearer(i, start)
	}
	for _, start := range b.Notes {
		nearer(len(b.Blocks)-1, start)
	}
	return block
}

// Heading is a heading of the body with the anchor it got.
type Heading struct {
	Level  int
	ID     string // unique within the page
	Text   string
	Pos    diag.Position
	Offset int // byte offset in Body.Text at which the heading's own text starts
}

// Section is a level-2 heading with the plain text below it, up to the next one.
type Section struct {
	Heading Heading
	Text    string
}

// Term is a definition list entry.
type Term struct {
	Name string
	ID   string // anchor within the page: term-hat
	Text string // the definition as plain text
}

// LinkKind says what a link slot stands for.
type LinkKind uint8

// The link kinds.
const (
	LinkInline    LinkKind = iota // [text](target): the slot takes an address
	LinkImage                     // ![alt](target): the slot takes an address
	LinkWiki                      // [[target]] or [[target|label]]: the slot takes an address
	LinkWikiLabel                 // follows the LinkWiki of a [[target]] without a label: the slot takes the target's title
)

// Link is a slot of a body: a link or image whose address depends on the rest of
// the playbook. Links to other hosts are complete in Chunks already; those with a
// scheme that is not on the allow-list never become links at all.
type Link struct {
	Kind     LinkKind
	Target   string // as typed, without its fragment: ../principles/a.md, or a wiki name; "" for #fragment alone
	Fragment string // without its #
	Pos      diag.Position
}
