package program

import "reflect"

// failsafe is what html/template writes where a value must not stand.
const failsafe = "ZgotmplZ"

// escaper is one of the functions that html/template puts at the end of an action. What it
// gives is a plain text to the one behind it.
type escaper struct {
	apply  func(value) string
	append func([]byte, value) []byte // the same, straight into the page
}

// escapers are those written anew, by the names in escaped trees; others are borrowed.
var escapers = map[string]escaper{
	"_html_template_htmlescaper":    appending(appendHTML),
	"_html_template_rcdataescaper":  appending(appendRCDATA),
	"_html_template_attrescaper":    appending(appendQuoted),
	"_html_template_nospaceescaper": appending(appendUnquoted),
	"_html_template_urlfilter":      applying(filterURL),
	"_html_template_urlnormalizer":  applying(normalizeURL),
	"_html_template_urlescaper":     applying(escapeURL),
	"_html_template_srcsetescaper":  applying(escapeSrcset),
	"_html_template_htmlnamefilter": applying(filterName),
	"_html_template_commentescaper": applying(func(value) string { return "" }),
}

func applying(apply func(value) string) escaper {
	return escaper{apply, func(dst []byte, v value) []byte { return append(dst, apply(v)...) }}
}

func appending(to func([]byte, value) []byte) escaper {
	return escaper{func(v value) string { return string(to(nil, v)) }, to}
}

// chain is the escapers of an action, in one.
func chain(all []escaper) func([]byte, value) []byte {
	last := all[len(all)-1].append
	before := all[:len(all)-1]
	if len(before) == 0 {
		return last
	}
	return func(dst []byte, v value) []byte {
		for _, e := range before {
			v = value{text: e.apply(v), kind: plain}
		}
		return last(dst, v)
	}
}

// replacements says what some bytes are replaced by.
type replacements struct {
	number [256]uint8 // of the byte's replacement, 0 for a byte that stays
	texts  []string
}

func replacing(by map[byte]string) *replacements {
	r := &replacements{texts: []string{""}}
	for b, text := range by {
		r.number[b] = uint8(len(r.texts))
		r.texts = append(r.texts, text)
	}
	return r
}

// without is r that lets one byte stay.
func (r *replacements) without(b byte) *replacements {
	out := *r
	out.number[b] = 0
	return &out
}

func (r *replacements) append(dst []byte, s string) []byte {
	written := 0
	for i := range len(s) {
		if n := r.number[s[i]]; n != 0 {
			dst = append(dst, s[written:i]...)
			dst = append(dst, r.texts[n]...)
			written = i + 1
		}
	}
	return append(dst, s[written:]...)
}

// filterName takes the attributes that a function made, ` lang="de"`, and leaves names to
// html/template, which knows all that are dangerous.
func filterName(v value) string {
	s, k := v.string()
	switch {
	case k == attribute:
		return s
	case s == "":
		return failsafe
	}
	return borrowed.name.apply(v)
}

// plainText is s as a value.
func plainText(s string) value { return value{text: s, kind: plain} }

// known is a value of Go.
func known(x any) value { return value{Value: reflect.ValueOf(x)} }
