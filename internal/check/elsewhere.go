package check

import "github.com/microleadership/playbook/internal/diag"

// known is a code of which nothing is looked for here.
func known(code string, s diag.Severity, why, fix string) rule {
	return rule{Rule: diag.Rule{Code: code, Severity: s, Why: why, Fix: fix}}
}

// elsewhere describes the codes of those who read the files: they are found while
// reading, with the same severities to set and the same list to print.
func elsewhere() []rule {
	return []rule{
		known("no-front-matter", diag.Error, "without front matter an entry has no title, summary or place", "start the file with ---, the fields, and ---"),
		known("unclosed-front-matter", diag.Error, "front matter that never ends swallows the text", "write --- on a line of its own after the last field"),
		known("syntax", diag.Error, "what cannot be read as YAML or TOML cannot be published", "correct the line that is shown"),
		known("unsupported-yaml", diag.Error, "anchors, aliases and custom tags make a file mean other than it shows", "write the value out"),
		known("encoding", diag.Error, "bytes that are not UTF-8 text reach readers as garbage", "save the file as UTF-8"),
		known("missing-field", diag.Error, "pages, search and filters are made from the required fields", "add the field; playbook schema says what it may hold"),
		known("duplicate-key", diag.Error, "of two values for one field, one is lost without a word", "keep one of them"),
		known("unknown-field", diag.Error, "a mistyped field is a field without effect", "correct its name, or remove it"),
		known("wrong-type", diag.Error, "a list where one value belongs, or the reverse, cannot be used", "write the value in the form that the message shows"),
		known("empty-field", diag.Error, "an empty value says nothing, and is usually one forgotten", "fill it in, or remove the field"),
		known("missing-file", diag.Error, "without playbook.yaml a playbook has no title and no settings", "let playbook init write it"),
		known("file-name", diag.Error, "the file's name becomes an address that people type and share", "use lower-case letters, digits and hyphens"),
		known("outside-root", diag.Error, "a link out of the playbook would publish what was never meant to be", "copy the file into the playbook"),
		known("unreadable-file", diag.Error, "what cannot be read is missing from the site", "make the file readable, or remove it"),
		known("file-too-large", diag.Error, "a file that large is more than a reader on a phone should load", "make it smaller, or link to it elsewhere"),
		known("unknown-folder", diag.Warning, "a folder that is named almost like a kind hides its entries", "rename it to principles, examples, stories or pages"),
		known("stray-file", diag.Warning, "a file outside the folders of the kinds is not published", "move it into principles, examples, stories or pages"),
		known("unsafe-asset", diag.Error, "a file that runs code, or leads out of the playbook, is a danger to readers", "leave it out, or convert it to a plain image"),
		known("too-large", diag.Error, "a file far beyond what people read slows the playbook for everyone", "split it"),
		known("too-deep", diag.Error, "nesting beyond any use slows the playbook for everyone", "write it flatter"),
		known("raw-html", diag.Warning, "raw HTML is not passed on, so readers miss what it stands for", "say it in Markdown"),
		known("unsafe-link", diag.Error, "only https, http, mailto and tel lead somewhere safe", "use one of them, or a path in the playbook"),
		known("empty-link", diag.Error, "a link without an address leads nowhere", "write the address between the parentheses"),
		known("remote-image", diag.Warning, "an image on another host tells that host who reads the playbook", "put the file beside the entry"),
		known("heading-level", diag.Warning, "screen readers and tables of contents follow the levels", "start at ## and go down one level at a time"),
		known("unknown-callout", diag.Warning, "a callout of an unknown type is shown as a plain quotation", "use NOTE, TIP, IMPORTANT, WARNING or CAUTION"),
		known("unknown-language", diag.Note, "code in an unknown language is shown without colours", "use a name that the highlighter knows"),
		known("footnote", diag.Warning, "a footnote needs both its mark and its text", "add the one that is missing"),
		known("theme-template", diag.Error, "a template with a mistake breaks every page that uses it", "correct the template at the line that is shown"),
		known("theme-asset", diag.Error, "a style sheet or script with a mistake breaks every page", "correct the file at the line that is shown"),
	}
}
