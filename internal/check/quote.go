package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/microleadership/playbook/internal/diag"
)

// quoteWithoutSource holds quotations and sources together from both sides: what a
// source says is quoted must be there, and what is signed must have a source. In
// a story a signed quotation is somebody in it who speaks.
var quoteWithoutSource = rule{
	Rule: diag.Rule{
		Code: "quote-without-source", Severity: diag.Error,
		Why: "words of others are theirs: a quotation names its source, and a source is quoted to the letter",
		Fix: "add the source under sources, or correct the quoted words",
	},
	own: func(f *file) {
		text := ""
		for i, s := range f.Sources {
			if s.Quoted == "" {
				continue
			}
			if text == "" {
				text = plainWords(strings.Join(append(f.frontMatterTexts(), f.text.Body.Text), "\n"))
			}
			if !strings.Contains(text, plainWords(s.Quoted)) {
				f.field(fmt.Sprintf("sources[%d].quoted", i), s.Quoted, "the quoted words do not stand in the entry",
					"quote them to the letter, or remove quoted")
			}
		}
		if len(f.Sources) == 0 && f.Story == nil {
			f.signedQuotations()
		}
	},
}

// plainWords leaves nothing but the words of a text, so that typographic quotes, line
// breaks and emphasis make no difference.
func plainWords(text string) string {
	words := strings.FieldsFunc(strings.ToLower(norm.NFKC.String(text)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	return " " + strings.Join(words, " ") + " "
}

func (f *file) frontMatterTexts() []string {
	var out []string
	for _, s := range appendSentences(nil, &f.written) {
		out = append(out, s.value)
	}
	if f.Principle != nil {
		out = slices.Concat(out, f.Principle.Barriers, f.Principle.Gains, f.Principle.Not)
	}
	if f.Example != nil {
		out = append(out, f.Example.Phrase, f.Example.WhenNot)
	}
	return out
}

// signedQuotations finds block quotes whose last line is a name after a dash.
func (f *file) signedQuotations() {
	text := f.text
	for n := max(1, text.Body.Line); n <= len(f.lines); n++ {
		line, quoted := quotedLine(f.line(n))
		if next, more := quotedLine(f.line(n + 1)); !quoted || more && next != "" {
			continue
		}
		if name, signed := signer(line); signed {
			f.report(diag.Position{File: f.File, Line: n, Column: 1}, line, "the quotation from "+name+" has no source",
				"name where it was said under sources, with title and url")
		}
	}
}

// quotedLine returns what stands behind the > of a block quote's line.
func quotedLine(line string) (text string, quoted bool) {
	text, quoted = strings.CutPrefix(strings.TrimLeft(line, " "), ">")
	return strings.TrimSpace(text), quoted
}

// signer returns the name of “— Mary Parker Follett”. A dash also begins an item of
// a list, so a plain one must be doubled.
func signer(line string) (name string, ok bool) {
	for _, dash := range []string{"—", "–", "―", "--"} {
		if name, ok = strings.CutPrefix(line, dash); ok {
			name = strings.Trim(name, " -*_[]()")
			r, _ := utf8.DecodeRuneInString(name)
			return name, unicode.IsUpper(r) || unicode.Is(unicode.Lo, r)
		}
	}
	return "", false
}
