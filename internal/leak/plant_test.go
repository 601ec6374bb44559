package leak_test

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"net/url"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/unicode/norm"

	"github.com/microleadership/playbook/internal/leak"
)

// person is somebody whose name is planted.
type person struct{ given, middle, family string }

var people = []person{
	{"Jane", "", "Doe"},
	{"Zoë", "Marie", "Łukasiewicz"},
	{"Wojciech", "", "Nowak-Jørgensen"},
	{"Siobhán", "", "O'Brien"},
	{"Grace", "", "Hopper"},
	{"Jürgen", "", "Weiß"},
	{"Anne-Marie", "", "Dubois"},
	{"Иван", "", "Петров"},
}

func (p person) full() string {
	return strings.Join(strings.Fields(p.given+" "+p.middle+" "+p.family), " ")
}

func initial(s string) string { return string([]rune(s)[:1]) }

// written are the ways to write a name before anything is encoded.
var written = map[string]func(p person) string{
	"full":      func(p person) string { return p.full() },
	"no middle": func(p person) string { return p.given + " " + p.family },
	"middle initial": func(p person) string {
		return strings.TrimSpace(p.given+" "+cond(p.middle, initial(p.middle+" ")+".")) + " " + p.family
	},
	"upper":           func(p person) string { return strings.ToUpper(p.full()) },
	"lower":           func(p person) string { return strings.ToLower(p.given + "." + p.family) },
	"lower dash":      func(p person) string { return strings.ToLower(p.given + "-" + p.family) },
	"lower underline": func(p person) string { return strings.ToLower(p.given + "_" + p.family) },
	"possessive":      func(p person) string { return p.full() + "’s" },
	"plain":           func(p person) string { return p.full() + "'s" },
	"behind":          func(p person) string { return p.family + ", " + p.given },
	"family first":    func(p person) string { return p.family + " " + p.given },
	"initial":         func(p person) string { return initial(p.given) + ". " + p.family },
	"initial close":   func(p person) string { return initial(p.given) + "." + p.family },
	"initial last":    func(p person) string { return p.given + " " + initial(p.family) + "." },
	"initial behind":  func(p person) string { return p.family + ", " + initial(p.given) + "." },
	"decomposed":      func(p person) string { return norm.NFD.String(p.full()) },
	"no-break":        func(p person) string { return p.given + "\u00a0" + p.family },
	"line break":      func(p person) string { return p.given + "\n   " + p.family },
	"soft hyphens":    func(p person) string { return between(p.full(), "\u00ad") },
	"zero width":      func(p person) string { return between(p.full(), "\u200b") },
	"camel":           func(p person) string { return p.given + p.family },
	"run together":    func(p person) string { return strings.ToLower(p.given + p.family) },
	"handle":          func(p person) string { return "@" + strings.ToLower(initial(p.given)+p.family) },
	"wide":            func(p person) string { return between(p.given+p.family, " ") },
}

func cond(s, then string) string {
	if s == "" {
		return ""
	}
	return then
}

func between(s, sep string) string { return strings.Join(strings.Split(s, ""), sep) }

func each(s string, write func(r rune) string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteString(write(r))
	}
	return b.String()
}

func units(s string, order binary.AppendByteOrder) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = order.AppendUint16(out, u)
	}
	return out
}

// encoded are the ways in which text stands in a file.
var encoded = map[string]func(s string, r *rand.Rand) string{
	"as it is": func(s string, _ *rand.Rand) string { return s },
	"decimal": func(s string, _ *rand.Rand) string {
		return each(s, func(r rune) string { return fmt.Sprintf("&#%d;", r) })
	},
	"hexadecimal": func(s string, _ *rand.Rand) string {
		return each(s, func(r rune) string { return fmt.Sprintf("&#x%04X;", r) })
	},
	"some entities": func(s string, r *rand.Rand) string {
		return each(s, func(c rune) string { return pick(r, string(c), fmt.Sprintf("&#%d;", c)) })
	},
	"twice": func(s string, _ *rand.Rand) string {
		return each(s, func(r rune) string { return fmt.Sprintf("&amp;#%d;", r) })
	},
	"percent":       func(s string, _ *rand.Rand) string { return url.PathEscape(s) },
	"percent all":   func(s string, _ *rand.Rand) string { return percentAll(s) },
	"percent twice": func(s string, _ *rand.Rand) string { return strings.ReplaceAll(percentAll(s), "%", "%25") },
	"json":          func(s string, _ *rand.Rand) string { return escaped(s, `\u%04x`) },
	"json upper":    func(s string, _ *rand.Rand) string { return escaped(s, `\u%04X`) },
	"json twice":    func(s string, _ *rand.Rand) string { return escaped(s, `\\u%04x`) },
	"braces":        func(s string, _ *rand.Rand) string { return escaped(s, `\u{%x}`) },
	"css":           func(s string, _ *rand.Rand) string { return "'" + escaped(s, `\%06x`) + "'" },
	"css short":     func(s string, _ *rand.Rand) string { return "'" + escaped(s, `\%x `) + "'" },
	"markup": func(s string, r *rand.Rand) string {
		return each(s, func(c rune) string {
			return string(c) + pick(r, "", "<b>", "</b>", `<span class="x y">`, "<wbr>", "<!-- x -->")
		})
	},
	"markup inside": func(s string, r *rand.Rand) string {
		return each(s, func(c rune) string { return string(c) + pick(r, "", "&lt;b&gt;", "&lt;/b&gt;") })
	},
	"base64": func(s string, r *rand.Rand) string {
		return base64.StdEncoding.EncodeToString([]byte("written xyz "[r.IntN(4):] + s))
	},
	"base64 url": func(s string, r *rand.Rand) string {
		return base64.RawURLEncoding.EncodeToString([]byte("written xyz "[r.IntN(4):] + s))
	},
	"base64 within": func(s string, r *rand.Rand) string {
		return "aB3/"[r.IntN(4):] + base64.StdEncoding.EncodeToString([]byte("written by "+s))
	},
	"data": func(s string, r *rand.Rand) string {
		return "data:text/plain;base64," + base64.StdEncoding.EncodeToString([]byte("by "+s))
	},
	"utf-16 le": func(s string, _ *rand.Rand) string { return string(units(s, binary.LittleEndian)) },
	"utf-16 be": func(s string, _ *rand.Rand) string { return string(units(s, binary.BigEndian)) },
	"attribute": func(s string, _ *rand.Rand) string { return `<a title="by ` + s + `">x</a>` },
	"comment":   func(s string, _ *rand.Rand) string { return `<!-- by ` + s + ` -->` },
	"script":    func(s string, _ *rand.Rand) string { return `<script>x = "a<b, by ` + s + `"</script>` },
}

func escaped(s, format string) string {
	return each(s, func(r rune) string { return fmt.Sprintf(format, r) })
}

func percentAll(s string) string {
	return strings.ToUpper(each(s, func(r rune) string {
		var b strings.Builder
		for _, c := range []byte(string(r)) {
			fmt.Fprintf(&b, "%%%02x", c)
		}
		return b.String()
	}))
}

func pick(r *rand.Rand, from ...string) string { return from[r.IntN(len(from))] }

// pages are real files of every kind that a site has, with room for something between two pieces.
var pages = map[string]string{
	"stories/a.html": "<!doctype html><html lang=\"en\"><head><title>A</title><script src=\"a.js\"></script></head><body>\n<p>Before. | and <b>after</b> it's so.</p>\n<p>| <a href=\"b.html?a=1&amp;b=2\">b</a></p>\n| </body></html>\n",
	"entries.json":   "{\n \"a\": \"One.\",\n \"b\": \"Two | three\",\n \"c\": [1, 2]\n}\n",
	"assets/a.js":    "const a = b < c ? 'x' : \"y\";\n// | \nfunction f(d) { return `| ${d}` }\n",
	"feed.xml":       "<?xml version=\"1.0\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>x</title><content type=\"html\">&lt;p&gt;Before. | &lt;/p&gt;</content></entry>\n</feed>\n",
	"a.ics":          "BEGIN:VCALENDAR\r\nSUMMARY:Weekly\r\nDESCRIPTION:with | there\r\nEND:VCALENDAR\r\n",
	"assets/a.css":   "a { color: red }\nb::after { content: \" | \" }\n/* | */\n",
	"a.svg":          "<svg xmlns=\"http://www.w3.org/2000/svg\">\n<title>x</title><text>y | z</text></svg>\n",
	"llms.txt":       "# A\n\n- one\n- | \n",
}

func TestAThousandLeaksAreFound(t *testing.T) {
	var names []string
	for _, p := range people {
		names = append(names, p.full())
	}
	s := leak.New(names)
	r := rand.New(rand.NewPCG(1, 2))
	planted := 0
	for _, page := range sorted(pages) {
		if hits := s.Scan(page, []byte(pages[page])); len(hits) > 0 {
			t.Fatalf("%s, with nothing planted: %+v", page, hits)
		}
		for _, way := range sorted(written) {
			for _, code := range sorted(encoded) {
				n := r.IntN(len(people))
				name := written[way](people[n])
				parts := strings.Split(pages[page], "|")
				at := r.IntN(len(parts) - 1)
				before := strings.Join(parts[:at+1], "")
				text := before + encoded[code](name, r) + strings.Join(parts[at+1:], "")
				hits := s.Scan(page, []byte(text))
				planted++
				if len(hits) == 0 {
					t.Errorf("%s: %q, %s; %s (%s) is not found:\n%.200q", page, name, way, code, names[n], encoded[code](name, r))
					continue
				}
				for _, h := range hits {
					if h.Name != n {
						t.Errorf("%s: %q, %s, %s is taken for %s", page, name, way, code, names[h.Name])
					}
				}
				first := 1 + strings.Count(before, "\n")
				last := first + strings.Count(encoded[code](name, r), "\n")
				if h := hits[0]; !strings.Contains(text, "\x00") && (h.Line < first || h.Line > last || h.Offset < len(before)-3) {
					t.Errorf("%s: %q, %s, %s stands in line %d at %d, not %d at %d", page, name, way, code, first, len(before), h.Line, h.Offset)
				}
			}
		}
	}
	if planted < 1000 {
		t.Errorf("only %d leaks were planted", planted)
	}
	t.Log(planted, "leaks")
}

func sorted[V any](m map[string]V) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
