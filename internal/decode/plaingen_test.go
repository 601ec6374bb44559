package decode_test

import (
	"strings"

	"pgregory.net/rapid"
)

// nearlyPlain makes fields and lists of them, some of whose parts are not plain.
func nearlyPlain() *rapid.Generator[string] {
	part := func(plain, other []string) *rapid.Generator[string] {
		return rapid.Custom(func(t *rapid.T) string {
			if rapid.IntRange(0, 30).Draw(t, "odd") == 0 {
				return rapid.SampledFrom(other).Draw(t, "other")
			}
			return rapid.SampledFrom(plain).Draw(t, "plain")
		})
	}
	key := part([]string{"a", "title", "b-c", "d_e", "true", "n1"}, []string{"\"q\"", "a b", "é", "-", "?", "<<", "", "1", "null", "a:b"})
	word := part(
		[]string{"x", "two words", "Größe", "true", "12", "2026-03-09", "3 ways", "\"q: # ä\"", "'s'", "\"\"", "a-b", "it's", "https://e.org/#x", "0"},
		[]string{"null", "~", "01", "1.5", "-x", "- x", "x: y", "x #y", "x:", "*x", "&x y", "!x", "|", ">", "\"x", "x\"y", "'it''s'", "\"\\u00e9\"", "x\ty", "#x", "[", "}", ",", "\u00a0", "\u200b", "true ", "2026-99-99", "0x1f", "0o8", "0b2", "1e5", "3abc", "12-34-retro", "2001-1-1t1:1:1z", "1_0k", "0x_f", "1_0", "?", "? x", "@x", "%x", "``", "12:30:45", "99999999999999999999", "--- x", "..."},
	)
	space := part([]string{" ", " ", " ", "  "}, []string{"", "\t", " \t", "\n  ", " # c\n   ", "   "})
	end := part([]string{"\n", "\n", "\n", "  \n", "\n\n", "\n# c\n", "\n  # c\n", "\n   \n"}, []string{" # c\n", "", "\t\n", "\n\t\n", "\n...\n", "\n---\n", "\n      # c\n", "\n x\n"})
	return rapid.Custom(func(t *rapid.T) string {
		var b strings.Builder
		draw := func(g *rapid.Generator[string]) { b.WriteString(g.Draw(t, "part")) }
		in := func(open, shut string, each func()) {
			b.WriteString(open)
			for i := range rapid.IntRange(0, 3).Draw(t, "items") {
				if i > 0 {
					b.WriteString(part([]string{", ", ",", " , "}, []string{"", " ", ",,", ",\n  "}).Draw(t, "comma"))
				}
				each()
			}
			b.WriteString(part([]string{shut}, []string{"", " " + shut, "," + shut, shut + shut, "]", "}"}).Draw(t, "shut"))
		}
		pair := func() {
			draw(key)
			b.WriteString(":")
			draw(space)
			draw(word)
		}
		value := func() {
			switch rapid.IntRange(0, 4).Draw(t, "value") {
			case 0:
				in("[", "]", func() { draw(word) })
			case 1:
				in("{", "}", pair)
			case 2:
				in("[", "]", func() { in("{", "}", pair) })
			default:
				draw(word)
			}
		}
		for range rapid.IntRange(1, 5).Draw(t, "fields") {
			draw(key)
			b.WriteString(":")
			switch rapid.IntRange(0, 5).Draw(t, "field") {
			case 0: // nothing
				draw(end)
			case 1, 2: // a list
				draw(end)
				indent := part([]string{"  ", "", "    "}, []string{" ", "\t"}).Draw(t, "indent")
				for range rapid.IntRange(1, 3).Draw(t, "items") {
					b.WriteString(part([]string{indent}, []string{"", " ", "   "}).Draw(t, "indent"))
					b.WriteString("-")
					draw(space)
					if rapid.Bool().Draw(t, "group") {
						pair()
						draw(end)
						b.WriteString(part([]string{indent + "  "}, []string{indent, indent + " ", "   "}).Draw(t, "indent"))
						pair()
					} else {
						value()
					}
					draw(end)
				}
			case 3: // a group
				draw(end)
				for range rapid.IntRange(1, 3).Draw(t, "fields") {
					b.WriteString(part([]string{"  "}, []string{"", " ", "   "}).Draw(t, "indent"))
					draw(key)
					b.WriteString(":")
					draw(space)
					value()
					draw(end)
				}
			default:
				draw(space)
				value()
				draw(end)
			}
		}
		return b.String()
	})
}
