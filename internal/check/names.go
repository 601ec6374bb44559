package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// nameList finds the names of playbook.yaml in text. Accents make no difference, and
// of a name with several words neither do case, hyphens and line breaks. A single
// word must begin with a capital where it is one in the list: Mark, Grace and Will
// are words too.
type nameList struct {
	byFirst map[string][]name // by the first word, folded
	begin   beginnings        // of the first words
	running []string          // names in scripts that put no spaces between words

	initials [256]bool // the bytes that first words may begin with; of letters beyond ASCII all
}

type name struct {
	words   []string // folded
	capital bool
}

func newNameList(names []string) nameList {
	l := nameList{byFirst: map[string][]name{}}
	for _, typed := range names {
		words := wordsOf(typed)
		switch {
		case len(words) == 0:
		case strings.ContainsFunc(typed, unspaced):
			l.running = append(l.running, strings.TrimSpace(typed))
		default:
			n := name{capital: len(words) == 1 && startsWithCapital(typed[words[0].start:])}
			for _, w := range words {
				n.words = append(n.words, foldName(typed[w.start:w.end]))
			}
			l.byFirst[n.words[0]] = append(l.byFirst[n.words[0]], n)
			l.begin.add(n.words[0])
			l.addInitial(n.words[0])
		}
	}
	return l
}

// addInitial takes a folded word, which stands in texts in either case, or with an accent. Of
// accents alone nothing is left.
func (l *nameList) addInitial(word string) {
	if word != "" {
		l.initials[word[0]], l.initials[upperByte(word[0])] = true, true
	}
	for c := utf8.RuneSelf; c < len(l.initials); c++ {
		l.initials[c] = true
	}
}

func unspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

const namedPerson = "a name that must not appear"

// in finds names that begin in line; they may go on in the next one.
func (l *nameList) in(line, next string) []trace {
	var out []trace
	for _, n := range l.running {
		if i := strings.Index(line, n); i >= 0 {
			out = append(out, trace{i, n, namedPerson})
		}
	}
	if len(l.byFirst) == 0 {
		return out
	}
	if !l.mayBegin(line) {
		return out
	}
	text := line + "\n" + next
	words := wordsOf(text)
	for i, w := range words {
		if int(w.start) >= len(line) {
			break
		}
		for _, n := range l.byFirst[foldName(text[w.start:w.end])] {
			if last, ok := n.matches(text, words[i:]); ok {
				t := trace{int(w.start), text[w.start:last.end], namedPerson}
				if int(last.end) > len(line) {
					t.text, t.what = line[w.start:], "the beginning of "+namedPerson
				}
				out = append(out, t)
				break
			}
		}
	}
	return out
}

// mayBegin is the cheap question before in: whether any word of the line begins a name. It
// may take the middle of a word for one, and never misses a beginning.
func (l *nameList) mayBegin(line string) bool {
	for i := range len(line) {
		if !l.initials[line[i]] || i > 0 && inWord[line[i-1]] {
			continue
		}
		end, plain := plainWord(line, i)
		if !plain {
			end = i + wordLen(line[i:])
		}
		if w := trimPossessive(line[i:end]); w != "" && l.begin.may(w, plain) && l.byFirst[foldName(w)] != nil {
			return true
		}
	}
	return false
}

// inFileName finds names in what becomes the page's address, where nothing has capitals.
func (l *nameList) inFileName(id string) []trace {
	titled := []byte(id)
	for i := range titled {
		if i == 0 || !isLetterByte(titled[i-1]) {
			titled[i] = upperByte(titled[i])
		}
	}
	out := l.in(string(titled), "")
	for i := range out {
		out[i].text = id[out[i].at : out[i].at+len(out[i].text)]
	}
	return inFileName(out)
}

func isLetterByte(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' || b >= utf8.RuneSelf }

func upperByte(b byte) byte {
	if b >= 'a' && b <= 'z' {
		return b - ('a' - 'A')
	}
	return b
}

func (n name) matches(text string, words []word) (last word, ok bool) {
	if len(words) < len(n.words) || n.capital && !startsWithCapital(text[words[0].start:]) {
		return word{}, false
	}
	for i, want := range n.words {
		if i > 0 && !joins(text[words[i-1].end:words[i].start]) || foldName(text[words[i].start:words[i].end]) != want {
			return word{}, false
		}
	}
	return words[len(n.words)-1], true
}

// joins says whether what stands between two words can stand within a name.
func joins(between string) bool { return strings.Trim(between, " \t\n-_.>*") == "" && len(between) < 8 }

func startsWithCapital(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

// wordsOf splits a text; a possessive is not part of the word.
func wordsOf(text string) []word {
	var out []word
	for i := 0; i < len(text); {
		n := wordLen(text[i:])
		if n == 0 {
			i++
			continue
		}
		w := trimPossessive(text[i : i+n])
		out = append(out, word{start: int32(i), end: int32(i + len(w))})
		i += n
	}
	return out
}

func trimPossessive(w string) string {
	if !strings.HasSuffix(w, "s") {
		return w
	}
	return strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
}

// foldName leaves case and accents out.
func foldName(s string) string {
	if isASCII(s) {
		return strings.ToLower(s)
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}
