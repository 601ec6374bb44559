package frontmatter

// Block is the front matter of a file, between its delimiters.
type Block struct {
	Format string // yaml or toml
	Text   string // no line, or lines that all end in \n
	Line   int    // file line on which Text starts
}

// Locate finds the front matter that Parse would read, for whoever changes it in place.
// It is not ok when there is none, or none that is closed.
func Locate(src []byte) (Block, bool) {
	b, list := split("", src)
	return Block{b.format, b.text, b.first}, b.format != "" && len(list) == 0
}
