package shard

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// read is what decode.js does with a list of words.
func read(text string) []string {
	var words []string
	last := ""
	for item := range strings.SplitSeq(text, " ") {
		n, power := 0, 1
		for {
			d := strings.IndexByte(digits, item[0])
			item = item[1:]
			n += d & 31 * power
			power *= 32
			if d < 32 {
				break
			}
		}
		last = last[:n] + item
		words = append(words, last)
	}
	return words
}

func TestFrontIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		begin := strings.Repeat("a", rapid.IntRange(0, 70).Draw(t, "letters in common"))
		words := rapid.SliceOfN(rapid.StringOfN(rapid.RuneFrom([]rune("abcABC09+/_é看\U00020000")), 1, 4, -1), 1, 8).Draw(t, "words")
		front := NewFront([]byte("before"))
		for i := range words {
			words[i] = begin + words[i]
			front.Add([]byte(words[i]))
		}
		if got := strings.Join(read(string(front.Out[len("before"):])), " "); got != strings.Join(words, " ") {
			t.Fatalf("%q is read as %q", words, got)
		}
	})
}

// TestScriptIsReadBack: the script hands over the payload as it is, and nothing in a
// payload ends the string or the line.
func TestScriptIsReadBack(t *testing.T) {
	piece := rapid.OneOf(
		rapid.SampledFrom([]string{`\`, `'`, `"`, "\n", "\r", "\x00", "<", "</script>", "<!--", "\u2028", "\u2029", "\u2027", "\u202a", "â", `\u2028`, `');`, "${"}),
		rapid.String(),
	)
	rapid.Check(t, func(t *rapid.T) {
		payload := strings.ToValidUTF8(strings.Join(rapid.SliceOf(piece).Draw(t, "pieces"), ""), "?")
		script := string(AppendScript(nil, "t0", []byte(payload)))
		if !utf8.ValidString(script) || strings.ContainsAny(script, "<\x00\r\u2028\u2029") || strings.Count(script, "\n") != 1 {
			t.Fatalf("unsafe: %q", script)
		}
		literal, ok := strings.CutPrefix(script, `playbookShard("t0",'`)
		literal, end := strings.CutSuffix(literal, "');\n")
		if !ok || !end || value(literal) != payload {
			t.Fatalf("%q is read as %q", payload, value(literal))
		}
	})
}

// value reads the escapes of a JavaScript string, those that there may be, and stops
// at a quotation mark.
func value(literal string) string {
	if i := strings.IndexByte(strings.NewReplacer(`\\`, "--", `\'`, "--").Replace(literal), '\''); i >= 0 {
		return literal[:i]
	}
	return strings.NewReplacer(`\\`, `\`, `\'`, `'`, `\x3c`, "<", `\n`, "\n", `\r`, "\r", `\x00`, "\x00", `\u2028`, "\u2028", `\u2029`, "\u2029").Replace(literal)
}

// TestSum holds the checksum to what is published, and to telling apart what differs in a letter.
func TestSum(t *testing.T) {
	seen := map[string]string{}
	for _, payload := range []string{"", "a", "b", "ab", "ba", "é", "看", "\U0001F600", "\ufffd"} {
		s := Sum([]byte(payload))
		if other, ok := seen[s]; ok || len(s) != sumDigits {
			t.Errorf("%q and %q have the sum %q", payload, other, s)
		}
		seen[s] = payload
	}
}
