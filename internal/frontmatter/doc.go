// Package frontmatter turns a Markdown file into a typed entry and its body.
//
// A file starts with a block of YAML between two lines of three hyphens, or of TOML
// between two lines of three plus signs:
//
//	---
//	title: Ask the quiet teammate
//	summary: One question, and the person who knew all along speaks.
//	---
//	The meeting is nearly over …
//
// The opening line may say ---yaml or ---toml. A byte order mark, blank lines before the
// block and any kind of line break are fine. Positions are lines and columns of the
// file as an editor shows it. What the fields mean stands in package playbook;
// how values are read, in package decode.
//
// Codes: no-front-matter, unclosed-front-matter, encoding, and those of decode.
package frontmatter
