// Package markdown turns the body of an entry into HTML, plain text, an outline
// and a list of links. This comment is the author's guide to what may be written.
//
// # What is understood
//
// CommonMark 0.31 and, from GitHub's Markdown, tables, ~~strikethrough~~, bare
// addresses (https://…, www.…, me@example.org) and task lists:
//
//   - [x] done
//   - [ ] to do
//
// Straight quotes, --, --- and ... become the typographic ones of the playbook's
// language. And:
//
// Headings start at ##, because the page's title is its #. A # is shown as ## and
// reported, and so is a level that is skipped (both "heading-level"). Each heading
// gets an anchor made the way GitHub makes it, so that a link to a heading works
// there too: "What I did" is #what-i-did, the second of that name #what-i-did-1.
//
// A callout is a block quote that starts with its type, one of NOTE, TIP,
// IMPORTANT, WARNING and CAUTION, and if wanted a title; another type is reported
// ("unknown-callout"):
//
//	> [!TIP] Ask, then wait
//	> Count to five in silence.
//
// A figure is an image that stands alone in its paragraph and has a title; the
// title becomes the caption:
//
//	![Three desks, pushed together](desks.jpg "The day after")
//
// A definition list has a term, and its definition after a colon on the next
// line. Each term is an anchor (#term-hat) and is offered to the glossary:
//
//	Hat
//	: The role one puts on once others have bought the idea.
//
// A footnote is [^name] in the text, and [^name]: with the note on a line of its
// own. One that nobody points to, or that is not there, is reported ("footnote").
//
// A code block that names its language (```go) is highlighted and labelled with it.
// A name that is not known is noted ("unknown-language"); long code stays plain.
//
// # Links
//
// A link to another file is written as its relative path (../principles/a.md#try-it),
// so that it works on a forge too. [[Lead by example]] links by title, alias or id,
// [[lead-by-example|like this]] in other words, [[Lead by example#Try it]] to a
// heading. In a table the bar is written \|. Where such links lead depends on the
// other entries: the body has a slot for each (see playbook.Body).
//
// Addresses may start with https:, http:, mailto: or tel:. With any other scheme,
// or as //host, the link's text alone is shown ("unsafe-link"), and so it is
// without an address ("empty-link"). Images come from
// the playbook's own files: one on another host becomes a link ("remote-image").
//
// # What is not passed on
//
// Raw HTML is left out and reported ("raw-html"); comments are left out silently.
// Bytes that are not UTF-8, and control characters, are shown as U+FFFD ("encoding").
//
// # Limits
//
// A file that would cost too much to convert is reported with an error ("too-large" or
// "too-deep") at the place that does; see the Max constants. A text that people
// read is far from all of them.
//
// # For callers
//
// A slot of playbook.Body takes text that is not yet escaped for HTML; whoever
// joins the pieces escapes it (slots of addresses stand inside double quotes).
// Link.Target is as typed but for Markdown's own escapes: percent encoding is
// still in it. Link.Fragment is decoded and, for wiki links, already made into an
// anchor, so that it compares with Heading.ID. A caller must never put an unresolved
// Target on the page.
package markdown
