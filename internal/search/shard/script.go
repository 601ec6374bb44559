// Package shard writes the files of the search index: numbers and words in few
// characters, scripts that carry them, and where to cut.
//
// The files are text, not binary, because they must load as classic scripts: that
// works from file:// and under the policy default-src 'self', and every host
// compresses scripts. docs/search-format.md describes them.
package shard

import "bytes"

// Script returns a classic script that hands the payload of a shard to the page:
//
//	playbookShard("t0",'…');
func Script(name string, payload []byte) []byte {
	var out bytes.Buffer
	out.Grow(len(payload) + len(payload)/16 + 32)
	out.WriteString(`playbookShard("` + name + `",'`)
	quote(&out, payload)
	out.WriteString("');\n")
	return out.Bytes()
}

// quote escapes text for a script's string in single quotes. The sign < is escaped
// so that the file stays harmless even where someone pastes it into a page, and
// the two line separators for the sake of readers older than ES2019.
func quote(out *bytes.Buffer, text []byte) {
	from := 0
	for i := range len(text) {
		escaped := ""
		switch b := text[i]; b {
		case '\\':
			escaped = `\\`
		case '\'':
			escaped = `\'`
		case '<':
			escaped = `\x3c`
		case '\n':
			escaped = `\n`
		case '\r':
			escaped = `\r`
		case 0:
			escaped = `\x00`
		case 0xE2:
			if i+2 < len(text) && text[i+1] == 0x80 && text[i+2]&^1 == 0xA8 {
				out.Write(text[from:i])
				out.WriteString(map[byte]string{0xA8: `\u2028`, 0xA9: `\u2029`}[text[i+2]])
				from = i + 3
			}
			continue
		default:
			continue
		}
		out.Write(text[from:i])
		out.WriteString(escaped)
		from = i + 1
	}
	out.Write(text[from:])
}
