package markdown

import "strings"

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// escape makes s fit for text and for double-quoted attributes.
func escape(s string) string { return escaper.Replace(s) }

// putText writes s escaped.
func (p *page) putText(s string) {
	from := 0
	for i := range len(s) {
		var reference string
		switch s[i] {
		case '&':
			reference = "&amp;"
		case '<':
			reference = "&lt;"
		case '>':
			reference = "&gt;"
		case '"':
			reference = "&quot;"
		default:
			continue
		}
		p.put(s[from:i], reference)
		from = i + 1
	}
	p.put(s[from:])
}
