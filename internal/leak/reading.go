package leak

import (
	"strings"
	"unicode"
)

// reading is a place where the letters of a pattern stand, with what stands between them.
type reading struct {
	*view
	p          *pattern
	start, end int      // in letters
	joints     []string // what stands between the words
	split      bool     // tags or characters that are not seen stand in it
	spaced     bool     // letter by letter
	left       edge
	right      edge
}

// edge is what stands before a name, or after it.
type edge struct {
	open  bool // no letter of the same word
	camel bool // but a letter of the other case
	glued bool // but a letter, with tags between
	text  string
	sign  byte // the nearest, 0 at the ends of the file
}

// readAs says how a pattern stands at a place, and whether it does: the letters are there, but
// they may belong to other words.
func (v *view) readAs(p *pattern, start int) (r reading, ok bool) {
	r = reading{view: v, p: p, start: start, end: start + len(p.text)}
	if start > 0 && v.at[start-1] == v.at[start] || r.end < len(v.at) && v.at[r.end-1] == v.at[r.end] {
		return r, false
	}
	if r.left, r.right = v.before(start), v.after(r.end); !r.mayStand() {
		return r, false
	}
	return r, r.words()
}

// mayStand is the cheap half of the question: most places that are looked at are within words.
func (r *reading) mayStand() bool {
	return r.p.shape == running || (r.left.open || r.left.glued || r.prefixed() || r.runTogether()) && (r.right.open || r.right.glued || r.plural() || r.runTogether())
}

// words looks between the letters.
func (r *reading) words() bool {
	spacing, next := "", 1
	for k := r.start + 1; k < r.end; k++ {
		joint := next < len(r.p.parts) && k == r.start+r.p.parts[next].from
		if joint {
			next++
		} else if r.at[k] == r.at[k-1] {
			continue
		}
		g := gap{}
		if r.at[k] != r.at[k-1]+1 {
			g = r.gap(k)
		}
		if g.far {
			return false
		}
		r.split = r.split || g.touched
		switch {
		case joint:
			r.joints = append(r.joints, g.text)
		case r.soft(k-r.start) && joins(g.text):
		case spacing != "" && g.text != spacing:
			return false
		case g.text == "", g.text == "-\n", g.text == "-\n ":
		case r.p.shape == running:
			if g.text != " " && g.text != "\n" && g.text != "-" {
				return false
			}
		case spacing == "" && k <= r.start+2 && len(r.p.text) > 4 && strings.Contains(" -._*", g.text):
			spacing = g.text
		case g.text != spacing:
			return false
		}
	}
	r.spaced = spacing != ""
	return true
}

func (r *reading) soft(k int) bool {
	for _, p := range r.p.parts {
		for _, s := range p.soft {
			if s == k {
				return true
			}
		}
	}
	return false
}

// joins says whether what stands between two words can stand within a name.
func joins(between string) bool { return strings.Trim(between, " \n\t-_.+/\"'*()|~`\\") == "" }

// near is how many bytes around a name are looked at.
const near = 40

func (v *view) before(k int) edge {
	from, to := 0, int(v.at[k])
	g := gap{far: true}
	if k > 0 {
		_, size := decode(v.src, int(v.at[k-1]))
		from, g = int(v.at[k-1])+size, v.gap(k)
	}
	e := edge{open: !g.none(), glued: g.none() && g.touched, text: v.signs(max(from, to-near), to, last).text}
	if e.text != "" {
		e.sign = e.text[len(e.text)-1]
	}
	e.turn(v, k)
	return e
}

func (v *view) after(k int) edge {
	_, size := decode(v.src, int(v.at[k-1]))
	from := int(v.at[k-1]) + size
	to, g := len(v.src), gap{far: true}
	if k < len(v.at) {
		to, g = int(v.at[k]), v.gap(k)
	}
	e := edge{open: !g.none(), glued: g.none() && g.touched, text: v.signs(from, min(to, from+near), first).text}
	if e.text != "" {
		e.sign = e.text[0]
	}
	e.turn(v, k)
	return e
}

// turn finds words in a word by their case: byJaneDoe.
func (e *edge) turn(v *view, k int) {
	if !e.open && !e.glued && k < len(v.at) && v.upper(k) && v.lower(k-1) {
		e.open, e.camel = true, true
	}
}

// upper says whether a letter is large, or of a script that knows no such thing.
func (v *view) upper(k int) bool {
	r, _ := decode(v.src, int(v.at[k]))
	return !unicode.IsLower(r)
}

func (v *view) lower(k int) bool {
	r, _ := decode(v.src, int(v.at[k]))
	return unicode.IsLower(r)
}

// plural says whether the name has an s more: “the two Priyas”, and the genitive of many languages.
func (r *reading) plural() bool {
	if r.end >= len(r.letters) || r.letters[r.end] != 's' || len(r.p.text) < 4 || r.p.parts[len(r.p.parts)-1].initial {
		return false
	}
	return r.after(r.end + 1).open
}

// prefixed says whether Arabic or Hebrew particles are written onto the name: and, by, to, the.
func (r *reading) prefixed() bool {
	c, _ := decode(r.src, int(r.at[r.start]))
	if !unicode.In(c, unicode.Arabic, unicode.Hebrew) {
		return false
	}
	for k, n := r.start, 0; n < 4; n++ {
		if k -= 2; k < 0 {
			return true
		}
		particle, _ := decode(r.src, int(r.at[k]))
		if !strings.ContainsRune("وفبكلاسומשהבכל", particle) {
			return false
		}
		if k == 0 || r.before(k).open {
			return true
		}
	}
	return false
}

// runTogether says whether a long name of several words stands without any gap in it: that is a
// name within any word (drjanedoe).
func (r *reading) runTogether() bool {
	if r.p.shape != full && r.p.shape != reversed || len(r.p.text) < 8 {
		return false
	}
	for _, part := range r.p.parts {
		if part.common || part.to-part.from < 3 {
			return false
		}
	}
	first, last := int(r.at[r.start]), int(r.at[r.end-1])
	return last-first == len(r.p.text)-1
}
