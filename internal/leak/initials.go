package leak

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// initials judges J. Doe, J Doe, j.doe and jdoe.
func (r *reading) initials() bool {
	family := r.p.parts[len(r.p.parts)-1]
	size := utf8.RuneCountInString(r.p.text[family.from:family.to])
	first := strings.Join(r.joints, "")
	dotted := strings.HasPrefix(first, ".")
	switch {
	case r.left.camel || r.right.camel, r.left.text == "'" || r.left.text == ".":
		return false // it's Hall, e.g. Hall
	case first == "":
		return r.short(family, size)
	}
	for _, joint := range r.joints {
		if strings.Trim(joint, " \n.-_+") != "" || len(joint) > 3 {
			return false
		}
	}
	tight := strings.Trim(first, ".-_+") == ""
	if !r.upper(r.start) || !r.upper(r.start+family.from) {
		switch {
		case family.common || size < 3:
			return tight && size > 2 && r.whole(false)
		case tight:
			return true
		default:
			return dotted && size > 3 || size > 5 && !ambiguous(r.p.text[0]) || size > 3 && strings.IndexByte("aeiostdmyx", r.p.text[0]) < 0
		}
	}
	if dotted || tight {
		return size > 1
	}
	return !family.common && size > 2 && !ambiguous(r.p.text[0])
}

// ambiguous initials are words.
func ambiguous(c byte) bool { return c == 'a' || c == 'i' || c == 'o' }

// short judges jdoe: a name unless it is a word, as the shall of Sarah Hall.
func (r *reading) short(family part, size int) bool {
	if size < 3 || len(r.p.text) < 4 {
		return false
	}
	if r.handle() {
		return true
	}
	return r.left.open && r.right.open && !family.common && !everyday(r.p.text)
}

// lastInitial judges Jane D. and jane.d.
func (r *reading) lastInitial() bool {
	given, last := r.p.parts[0], r.p.parts[len(r.p.parts)-1]
	joint := r.joints[len(r.joints)-1]
	if r.left.camel || !r.right.open || r.right.camel || r.p.parts[0].to < 3 {
		return false
	}
	switch joint {
	case " ", "\n":
		if !r.upper(r.start) || !r.upper(r.start+last.from) {
			return false
		}
		if r.middle() {
			return false
		}
		return r.right.sign == '.' || !given.common && !ambiguous(r.p.text[last.from]) && r.right.sign != '\'' && r.right.sign != '-'
	case ".", "-", "_":
		return !given.common && r.whole(false) && r.right.sign != '.' || r.handle()
	}
	return joint == "" && r.handle()
}

// behind judges Doe, J. and doe_j.
func (r *reading) behind() bool {
	family, initial := r.p.parts[0], r.p.parts[1]
	if r.left.camel || !r.right.open || r.right.camel || family.to < 2 || r.right.sign == '\'' {
		return false
	}
	for _, joint := range r.joints[1:] {
		if strings.Trim(joint, " \n.-") != "" {
			return false
		}
	}
	switch joint := r.joints[0]; joint {
	case ", ", ",", ",\n", " ", "\n":
		if !r.upper(r.start) || !r.upper(r.start+initial.from) {
			return false
		}
		dotted := r.right.sign == '.' || len(r.joints) > 1 && strings.HasPrefix(r.joints[1], ".")
		return dotted && (joint[0] == ',' || !family.common) || !family.common && !ambiguous(r.p.text[initial.from])
	case ".", "-", "_":
		return !family.common && family.to > 2 && r.whole(false) && r.right.sign != '.' || r.handle()
	case "":
		return r.handle()
	}
	return false
}

// middle says whether a capitalised word follows, as in “John M. Darley”: then this is an initial of
// somebody else, unless the word is one that sentences begin with.
func (r *reading) middle() bool {
	if r.right.text != ". " && r.right.text != " " && r.right.text != ".\n" || r.end >= len(r.letters) || !r.upper(r.end) {
		return false
	}
	k := r.end + 1
	for k < len(r.at) && k < r.end+12 && r.at[k] == r.at[k-1]+1 {
		k++
	}
	return k-r.end > 2 && !slices.Contains(beginnings, string(r.letters[r.end:k]))
}

var beginnings = strings.Fields("the she her hers his him they their them its this that these those there then when while what who why how where we our you your " +
	"and but for from not one two after before last next now once only since some all both each even every first here also later yesterday today thanks was is has had did in on at it he so as if by my no to or")
