// Package shard writes the files of the search index: numbers and words in few
// characters, scripts that carry them, and where to cut.
//
// The files are text, not binary, because they must load as classic scripts: that
// works from file:// and under the policy default-src 'self', and every host
// compresses scripts. docs/search-format.md describes them.
package shard

// AppendScript writes a classic script that hands the payload of a shard to the page:
//
//	playbookShard("t0",'…');
func AppendScript(out []byte, name string, payload []byte) []byte {
	out = append(append(append(out, `playbookShard("`...), name...), `",'`...)
	return append(appendQuoted(out, payload), "');\n"...)
}

// escapes are those of the characters that a string in single quotes cannot have. The sign < is
// escaped so that the file stays harmless even where someone pastes it into a page.
var escapes = [256]string{'\\': `\\`, '\'': `\'`, '<': `\x3c`, '\n': `\n`, '\r': `\r`, 0: `\x00`}

// looked are the bytes that are not copied unseen. 0xE2 begins the two line separators,
// which are escaped for the sake of readers older than ES2019.
var looked = func() (looked [256]bool) {
	for b, escape := range escapes {
		looked[b] = escape != "" || b == 0xE2
	}
	return looked
}()

func appendQuoted(out, text []byte) []byte {
	from := 0
	for i, b := range text {
		if !looked[b] {
			continue
		}
		escape, end := escapes[b], i+1
		if b == 0xE2 {
			if i+2 >= len(text) || text[i+1] != 0x80 || text[i+2]&^1 != 0xA8 {
				continue
			}
			escape, end = `\u2028`, i+3
			if text[i+2] == 0xA9 {
				escape = `\u2029`
			}
		}
		out = append(append(out, text[from:i]...), escape...)
		from = end
	}
	return append(out, text[from:]...)
}
