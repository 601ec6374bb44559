package news

import (
	"bufio"
	"fmt"
	"io"
	"net/url"
	"strings"
)

// Marker is the first line of a comment with a report. No reader sees it; a program knows
// its own comment by it, and replaces it.
const Marker = "<!-- playbook: what changes for readers -->"

// MarkdownOptions say how WriteMarkdown links.
type MarkdownOptions struct {
	Site    string // where readers see the playbook now, ending in a slash; "" links nothing
	Preview string // where it can be looked at with the changes; links what is new too
	Most    int    // lines of one sort at the most; 0 means all
}

// WriteMarkdown prints a report for the comment of a merge request. Titles are text and
// nothing else: they neither link, nor call anybody.
//
//	### What changes for readers
//
//	**1 promoted · 1 story accepted**
//
//	| | | |
//	|---|---|---|
//	| promoted | principle [Ask first](https://example.org/principles/ask.html) | illustrated → attested, by “The roster” |
//	| accepted | story The roster | `content/stories/roster.md` |
func (r *Report) WriteMarkdown(w io.Writer, o MarkdownOptions) error {
	out := bufio.NewWriter(w)
	printf := func(format string, args ...any) { _, _ = fmt.Fprintf(out, format, args...) }
	switch {
	case r.First:
		printf("There is nothing before to compare with: %s.\n", r.Counts.counted())
	case !r.Changed():
		printf("Nothing changes for readers.\n")
	default:
		groups := r.groups()
		printf("### What changes for readers\n\n**%s**\n", strings.Join(r.summary(groups), " · "))
		table(printf, groups, o)
		if cells := r.cells(); len(cells) > 0 {
			printf("\n<details><summary>The map of what is missing</summary>\n")
			table(printf, cells, o)
			printf("\n</details>\n")
		}
	}
	return out.Flush()
}

func table(printf func(string, ...any), groups []group, o MarkdownOptions) {
	if len(groups) > 0 {
		printf("\n| | | |\n|---|---|---|\n")
	}
	for _, g := range groups {
		shown, left := g.most(o.Most)
		for _, l := range shown {
			printf("| %s | %s | %s |\n", g.what, l.subject(o), l.remark())
		}
		if left > 0 {
			printf("| %s | … and %d more | |\n", g.what, left)
		}
	}
}

// subject is the entry, with a link where its page can be seen.
func (l line) subject(o MarkdownOptions) string {
	if l.item.Kind == "" {
		return CodeCell(l.item.Address)
	}
	title := Escape(l.item.Title)
	switch {
	case o.Preview != "" && l.seen != nowhere:
		title = link(title, o.Preview, l.item.Address)
	case o.Site != "" && l.seen == already:
		title = link(title, o.Site, l.item.Address)
	}
	return string(l.item.Kind) + " " + title
}

// link never ends early: what could end it is percent-encoded.
func link(text, base, address string) string {
	to := base + (&url.URL{Path: address}).EscapedPath()
	return "[" + text + "](<" + strings.NewReplacer("<", "%3C", ">", "%3E", "|", "%7C", "\n", "", "\\", "%5C").Replace(to) + ">)"
}

func (l line) remark() string {
	var b strings.Builder
	for _, p := range l.rest {
		if p.code {
			b.WriteString(CodeCell(p.text))
		} else {
			b.WriteString(escape(visible(p.text)))
		}
	}
	if l.place != "" {
		if b.Len() > 0 {
			b.WriteString("<br>")
		}
		b.WriteString(CodeCell(l.place))
	}
	return b.String()
}

// CodeCell is a code span for a cell of a table: there, and only there, a backslash works
// within code too.
func CodeCell(text string) string { return strings.ReplaceAll(Code(text), "|", `\|`) }
