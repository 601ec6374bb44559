package leak

import "strings"

// stands judges a reading by the rules of its shape: is it the name, or are these other words?
func (r *reading) stands() bool {
	if r.p.shape == running {
		return true
	}
	if r.noise() {
		return false
	}
	if r.spaced {
		return len(r.p.text) > 4 && r.left.open && r.right.open && (r.p.shape == single || r.p.shape == full)
	}
	if !r.edges() {
		return false
	}
	switch r.p.shape {
	case single:
		return r.word()
	case full, reversed:
		return r.names()
	case initials:
		return r.initials()
	case lastInitial:
		return r.lastInitial()
	case behind:
		return r.behind()
	default:
		return r.fields()
	}
}

// edges says whether the name begins and ends where words do. Tags between letters end a word
// only for a long name: of <b>med</b>ian nobody is called Ian.
func (r *reading) edges() bool {
	long := len(r.p.text) > 5 || r.p.shape == single && len(r.p.text) > 4 && !r.p.parts[0].common
	left := r.left.open || r.left.glued && long || r.prefixed() || r.runTogether()
	right := r.right.open || r.right.glued && long || r.plural() || r.runTogether()
	return left && right
}

// word judges a name of one word. Mark, Grace and Will are words too: they are names only with a
// capital. Names of up to three letters are treated like them.
func (r *reading) word() bool {
	w := r.p.parts[0]
	if !w.capital || !w.common && len(r.p.text) > 3 {
		return true
	}
	return r.upper(r.start) && r.cased() && r.left.open && r.right.open && !r.left.camel && !r.right.camel && r.left.sign != '<' && r.left.sign != '#' && r.left.sign != '-' &&
		r.left.sign != '.' && r.right.sign != '(' && r.right.sign != '='
}

// cased says whether all letters but the first are large, or all small: Al, AL, not aL of some number.
func (r *reading) cased() bool {
	for k := r.start + 2; k < r.end; k++ {
		if r.upper(k) != r.upper(r.start+1) {
			return false
		}
	}
	return true
}

// names judges given and family name in either order. A word that is an everyday one too must
// be written large in them, unless nothing else stands there.
func (r *reading) names() bool {
	glued, camel := true, true
	for i, joint := range r.joints {
		if !r.joint(i, joint) {
			return false
		}
		glued = glued && joint == ""
		camel = camel && r.upper(r.start+r.p.parts[i+1].from)
	}
	whole := r.whole(!glued && strings.ContainsAny(strings.Join(r.joints, ""), " \n\t"))
	for _, part := range r.p.parts {
		if part.common && !r.upper(r.start+part.from) && !whole {
			return false
		}
	}
	if !glued || camel {
		return len(r.p.text) > 3
	}
	if len(r.p.text) < 6 || everyday(r.p.text) {
		return r.handle()
	}
	return r.runTogether() || r.right.open && !r.right.camel || r.plural()
}

// joint says whether what stands after a word can stand within a name.
func (r *reading) joint(i int, between string) bool {
	if r.p.shape == reversed && i == 0 {
		between = strings.Trim(between, ",;")
		between = strings.TrimPrefix(strings.TrimPrefix(between, ", "), ",\n")
	} else if between == "," || between == ";" || between == "\",\"" || between == "\", \"" || between == "\",\n\"" {
		return true // of a table, of a list
	}
	if !joins(between) {
		return false
	}
	// A full stop and a blank end a sentence, but not after an initial.
	return r.p.parts[i].initial || !strings.HasPrefix(between, ". ") && !strings.HasPrefix(between, ".\n")
}

// fields judges names in fields of their own, such as "givenName": "Jane", "familyName": "Doe".
func (r *reading) fields() bool {
	for _, joint := range r.joints {
		if !strings.ContainsAny(joint, "\"':=,;\t>\n") {
			return false
		}
	}
	return true
}

// whole says whether nothing else stands at this place: an element, an attribute, a piece of a path.
func (r *reading) whole(prose bool) bool {
	begins, ends := "\t>\"'=/\\@([{|`", "\t<\"'/\\@)]}|&?#`"
	if !prose {
		begins, ends = begins+" \n:;,", ends+" \n.:;,"
	}
	return (r.left.sign == 0 || strings.IndexByte(begins, r.left.sign) >= 0) && (r.right.sign == 0 || strings.IndexByte(ends, r.right.sign) >= 0)
}

// handle says whether this is what somebody is called in an address.
func (r *reading) handle() bool {
	return strings.IndexByte("@~", r.left.sign) > -1 && r.left.sign != 0 || r.right.sign == '@'
}

// noise says whether a short name stands in something like a checksum.
func (r *reading) noise() bool {
	if len(r.p.text) > 5 {
		return false
	}
	from, to := int(r.at[r.start]), int(r.at[r.end-1])+1
	for n := 0; from > 0 && n < 40 && inBase64[r.src[from-1]]; n++ {
		from--
	}
	for n := 0; to < len(r.src) && n < 40 && inBase64[r.src[to]]; n++ {
		to++
	}
	turns, digits := 0, 0
	for i := from + 1; i < to; i++ {
		if isDigit(r.src[i]) {
			digits++
		}
		if r.src[i-1] >= 'a' && isUpper(r.src[i]) {
			turns++
		}
	}
	return to-from >= 16 && turns > 1 && digits > 1
}

func isUpper(c byte) bool { return c >= 'A' && c <= 'Z' }
