package leak

// shape says how a pattern writes a name; each has rules of its own.
type shape uint8

const (
	single      shape = iota // a name of one word
	running                  // in a script without spaces
	full                     // given name first
	reversed                 // family name first
	initials                 // J. Doe
	lastInitial              // Jane D.
	behind                   // Doe, J.
	fields                   // given and family name in fields of their own
)

// pattern is one way to write a name, as letters alone.
type pattern struct {
	text  string
	parts []part
	name  int32
	shape shape
	less  bool // a middle name is left out or abbreviated
}

// part is a word of a pattern.
type part struct {
	from, to int
	soft     []int
	common   bool
	capital  bool
	initial  bool
	key      bool // not of the name: what a field is called
}

// fieldNames are what stands between the two names in JSON, vCards and meta elements.
var fieldNames = map[bool][]string{
	true:  {"familyname", "lastname", "surname", "last", "family", "metapropertyprofilelastnamecontent"},
	false: {"givenname", "firstname", "forename", "first", "given", "metapropertyprofilefirstnamecontent"},
}

type patterns struct {
	list []pattern
	seen map[string]bool
	name int32
}

// add writes the words one after the other; an initial is a word of which only that is given.
func (p *patterns) add(s shape, less bool, words ...word) {
	out := pattern{name: p.name, shape: s, less: less}
	for _, w := range words {
		at := part{from: len(out.text), to: len(out.text) + len(w.letters), common: w.common, capital: w.capital, initial: w.isInitial(), key: w.key}
		for _, n := range w.soft {
			at.soft = append(at.soft, at.from+n)
		}
		out.text += w.letters
		out.parts = append(out.parts, at)
	}
	p.keep(out)
}

func (p *patterns) keep(out pattern) {
	key := out.text + string(rune('0'+out.shape)) + string(rune(len(out.parts)))
	for _, at := range out.parts {
		key += string(rune(at.from))
	}
	if len(out.text) < shortest || p.seen[key] {
		return
	}
	p.seen[key] = true
	p.list = append(p.list, out)
}

// shortest pattern, in bytes: one letter is no name.
const shortest = 2

// longest name that is searched for.
const longestName = 16

// of adds the patterns of a listed name, the index of which is p.name.
func (p *patterns) of(listed string) {
	n := parse(listed)
	p.seen = map[string]bool{}
	if n.running != "" {
		if text := n.running; len([]rune(text)) > 1 {
			p.keep(pattern{name: p.name, shape: running, text: text, parts: []part{{to: len(text)}}})
		}
		return
	}
	p.words(n.words)
	if other := spelledOut.Replace(composed(listed)); other != composed(listed) {
		p.words(parse(other).words)
	}
}

func (p *patterns) words(words []word) {
	switch {
	case len(words) == 0:
	case len(words) == 1:
		p.add(single, false, words[0])
	default:
		words = words[:min(len(words), longestName)]
		given, middle, family := words[0], words[1:len(words)-1], words[len(words)-1]
		p.person(given, middle, family, false)
		for _, shorter := range given.pieces() {
			p.person(shorter, nil, family, true)
		}
		for _, shorter := range family.pieces() {
			p.person(given, nil, shorter, true)
		}
	}
}

func abbreviated(words ...word) (out []word) {
	for _, w := range words {
		out = append(out, word{letters: w.initial(), capital: w.capital})
	}
	return out
}

func (p *patterns) person(given word, middle []word, family word, less bool) {
	g, short := abbreviated(given), len(middle) > 0
	m := abbreviated(middle...)
	p.add(full, less || short, given, family)
	p.add(reversed, less || short, family, given)
	p.add(initials, less || short, g[0], family)
	p.add(behind, less || short, family, g[0])
	p.add(lastInitial, less || short, given, abbreviated(family)[0])
	if short {
		p.add(full, less, append(append([]word{given}, middle...), family)...)
		p.add(full, true, append(append([]word{given}, m...), family)...)
		p.add(reversed, less, append([]word{family, given}, middle...)...)
		p.add(reversed, true, append([]word{family, given}, m...)...)
		p.add(initials, less, append(append(g[:1:1], m...), family)...)
		p.add(initials, less, append(append(g[:1:1], middle...), family)...)
		p.add(behind, less, append([]word{family, g[0]}, m...)...)
	}
	if len(given.soft) > 0 { // A.-M. Doe
		both := append(g[:1:1], word{letters: newWord(given.letters[given.soft[0]:]).initial(), capital: true})
		p.add(initials, less, append(both, family)...)
		p.add(behind, less, append([]word{family}, both...)...)
	}
	p.fields(given, family, less || short)
}

func (p *patterns) fields(given, family word, less bool) {
	if given.isInitial() || family.isInitial() {
		return
	}
	for familyLast, keys := range fieldNames {
		first, second := given, family
		if !familyLast {
			first, second = family, given
		}
		for _, key := range keys {
			p.add(fields, less, first, word{letters: key, key: true}, second)
		}
	}
}
