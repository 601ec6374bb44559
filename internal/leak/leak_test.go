package leak_test

import (
	"strings"
	"testing"

	"github.com/microleadership/playbook/internal/leak"
)

func TestForms(t *testing.T) {
	names := []string{"Jane Doe", "Zoë Łukasz-Müller", "Wojciechowski", "Grace", "Mark Will", "Anna Maria O'Brien", "李小龙", "محمد علي", "Jan van der Berg", "Sarah Hall", "Иван Петров"}
	s := leak.New(names)
	for _, c := range []struct {
		path, text string
		name       int
	}{
		{"a.html", "<p>Jane Doe</p>", 0},
		{"a.html", "<p>jane DOE’s</p>", 0},
		{"a.html", "<p>Ja<b>ne</b> <span>Doe</span></p>", 0},
		{"a.html", "<td>Jane</td>\n <td>Doe</td>", 0},
		{"a.html", "<p>J. Doe</p>", 0},
		{"a.html", "<p>Jane D., nurse</p>", 0},
		{"a.html", "<p>Doe, Jane</p>", 0},
		{"a.html", "<p>Doe, J.</p>", 0},
		{"a.html", `<a href="mailto:jane.doe@example.org">x</a>`, 0},
		{"a.html", `<a href="/people/jdoe/">x</a>`, 0},
		{"a.html", `<a href="/people/JaneDoe/">x</a>`, 0},
		{"a.html", `<a data-x="by_JaneDoe">x</a>`, 0},
		{"a.html", `<p>drjanedoe-xyz janedoephotos</p>`, -1},
		{"a.html", `<p>Ja&shy;ne&nbsp;D&#111;&#x65;</p>`, 0},
		{"a.html", `<p>Ja<wbr>ne <!-- x -->Doe</p>`, 0},
		{"a.html", `<!-- Ja<b>ne</b> Doe -->`, 0},
		{"a.html", `<!-- by Jane Doe -->`, 0},
		{"a.html", `<script>x = "Jane\u0020D\x6fe"</script>`, 0},
		{"a.html", `<script type="application/ld+json">{"givenName": "Jane", "familyName": "Doe"}</script>`, 0},
		{"a.css", `a{content:"\4a ane D\00006fe"}`, 0},
		{"a.js", `x("%4Aane%20%44oe")`, 0},
		{"a.js", `x("%254Aane%2520%2544oe")`, 0},
		{"a.xml", `<p>Ja&lt;b&gt;ne&lt;/b&gt; Doe</p>`, 0},
		{"a.json", `{"a":"Ja<b>ne</b>\\nDoe"}`, 0},
		{"a.html", `<p>SmFuZSBEb2U=</p>`, 0},
		{"a.html", `<p>x/SmFuZSBEb2U=</p>`, 0},
		{"a.html", `<img src="data:text/plain;base64,YnkgSmFuZSBEb2U=">`, 0},
		{"a.ics", "X:by Ja\r\n ne Doe", 0},
		{"a.vcf", "X:by J=61ne=20D=\r\noe", 0},
		{"a.vcf", "N:Doe;Jane;;;", 0},
		{"a.txt", "J\x00a\x00n\x00e\x00 \x00D\x00o\x00e\x00", 0},
		{"a.txt", "\x00J\x00a\x00n\x00e\x00 \x00D\x00o\x00e", 0},
		{"a.txt", "J a n e   D o e", 0},
		{"a.txt", "Zoe Lukasz-Mueller", 1},
		{"a.txt", "ZOE LUKASZ MULLER", 1},
		{"a.txt", "Z. Łukasz‑Mu\u0308ller", 1},
		{"a.txt", "Zo\xeb M\xfcller", 1},
		{"a.txt", "http://zoe.xn--mller-kva.de/", 1},
		{"a.txt", "wojciechowski", 2},
		{"a.txt", "die Wojciechowskis", 2},
		{"a.txt", "Wojcie-\nchowski", 2},
		{"a.txt", "with Grace, she", 3},
		{"a.txt", "with grace, she", -1},
		{"a.txt", "GRACE said", 3},
		{"a.txt", "Mark will do; mark will", -1},
		{"a.txt", "by Mark Will.", 4},
		{"a.txt", "mark.will@example.org", 4},
		{"a.txt", "Anna M. OBrien", 5},
		{"a.txt", "Anna O’Brien", 5},
		{"a.txt", "A. M. O&#39;Brien", 5},
		{"a.txt", "我是李小龙。", 6},
		{"a.txt", "李 小龙", 6},
		{"a.txt", "ومحمد علي", 7},
		{"a.txt", "Jan Vanderberg", 8},
		{"a.txt", "J. van der Berg", 8},
		{"a.txt", "we shall go; it's Hall", -1},
		{"a.txt", "@shall", 9},
		{"a.txt", "S. Hall", 9},
		{"a.txt", "И. Петров", 10},
		{"a.txt", "ПЕТРОВ Иван", 10},
		{"a.txt", "[\"Jane\", \"Doe\"]", 0},
		{"a.txt", "C:\\Users\\jane.doe\\x", 0},
	} {
		hits := s.Scan(c.path, []byte(c.text))
		switch {
		case c.name < 0 && len(hits) > 0:
			t.Errorf("%q: %+v", c.text, hits)
		case c.name >= 0 && (len(hits) != 1 || hits[0].Name != c.name):
			t.Errorf("%q: %+v", c.text, hits)
		}
	}
}

// However people write themselves onto a list, it is they who are searched for.
func TestNamesAreListedWithWhatStandsAroundThem(t *testing.T) {
	for _, listed := range []string{
		"Dr. Jane Doe", "Prof. Dr. Jane Doe", "Mrs Jane Doe", "Jane Doe, PhD", "Jane Doe, MSc, RN", "Doe, Jane", "Jane Doe Jr.", "Jane Doe III",
		"Jane Doe (ACME)", "Jane (Janey) Doe", "Jane Doe [Ward 3]", "Jane Doe <jane.doe@example.org>", "Dr. Jane Doe, PhD (Ward 3) <x@example.org>",
		" jane doe ", "JANE DOE", "jane.doe", "jane_doe",
	} {
		if hits := leak.New([]string{listed}).Scan("a.txt", []byte("so Jane Doe asked")); len(hits) != 1 {
			t.Errorf("%q does not stand for Jane Doe: %+v", listed, hits)
		}
		if hits := leak.New([]string{listed}).Scan("a.txt", []byte("Dr Ward of ACME, PhD, example.org, asked Mrs Jane")); len(hits) != 0 {
			t.Errorf("%q stands for more than Jane Doe: %+v", listed, hits)
		}
	}
	for listed, text := range map[string]string{"Jack Ma": "so Jack Ma asked", "Dr. Doe": "so Dr Doe asked", "Sir": "so Sir asked", "Ma, Jack": "J. Ma", "(Priya)": "Priya", "<": "", "Prof.": "Prof"} {
		if hits := leak.New([]string{listed}).Scan("a.txt", []byte(text)); len(hits) != min(len(text), 1) {
			t.Errorf("%q in %q: %+v", listed, text, hits)
		}
	}
}

func TestFileNames(t *testing.T) {
	s := leak.New([]string{"Jane Doe", "Priya", "Grace", "Zoë Łukasz"})
	for path, name := range map[string]int{
		"stories/jane-doe.html": 0, "tags/jdoe.html": 0, "photos/DoeJane.jpg": 0, "stories/how-priya-asked.html": 1, "a/zo%C3%AB-%C5%82ukasz.html": 3, "a/zoe_lukasz.html": 3,
		"stories/with-grace.html": -1, "stories/grace.html": -1,
	} {
		hits := s.Scan(path, nil)
		if name < 0 && len(hits) > 0 || name >= 0 && (len(hits) != 1 || hits[0].Name != name || hits[0].Line != 0 || !strings.HasPrefix(hits[0].Form, "in the file name")) {
			t.Errorf("%s: %+v", path, hits)
		}
	}
}

func TestSearchIndex(t *testing.T) {
	s := leak.New([]string{"Wojciechowski", "Ed", "Jane Doe", "Priya"})
	for text, name := range map[string]int{
		"playbookShard(\"t0\",'Awo Cjnarowicz Djciechowski\\nAAA\\na b c\\n\\n');\n":    -1, // of wojnarowicz D letters: woj, jciechowski
		"playbookShard(\"t0\",'Awo Cjnarowicz');\n":                                     -2, // no such file: more letters than the word has
		"playbookShard(\"t1\",'Awoj Dciechowski\\nAA\\na b\\n\\n');\n":                  0,
		"playbookShard(\"t1\",'Adoe Ajane Ed\\nAAA\\na b c\\n\\n');\n":                  -1,
		"playbookShard(\"t1\",'Adoe Ajane\\nAA\\na b\\n\\n doe=Bi');\n":                 2,
		"playbookShard(\"e0\",'Aayirp\\nA');\n":                                         3,
		"playbookShard(\"d0\",'[[\"a.html\",\"By Jane\\\\nDoe\"]]');\n":                 2,
		"playbookShard(\"p0\",'Ed Ed AEd');\n":                                          -1,
		"playbookShard(\"\",'{\"facets\":[],\"shards\":{\"t0\":\"Apriya\\\\nA\"}}');\n": 3,
	} {
		hits := s.Scan("search-index.js", []byte(text))
		if name == -1 && len(hits) > 0 || name >= 0 && (len(hits) != 1 || hits[0].Name != name) {
			t.Errorf("%s: %+v", text, hits)
		}
	}
}

func TestPlaces(t *testing.T) {
	s := leak.New([]string{"Jane Doe"})
	text := "<p>\n  <b>ö</b> Jane\n Doe, J. Doe</p>" + strings.Repeat("Jane Doe ", 40)
	hits := s.Scan("a.html", []byte(text))
	if len(hits) != 10 {
		t.Fatalf("%d hits", len(hits))
	}
	for i, want := range []leak.Hit{
		{Line: 2, Column: 12, Offset: 16, Form: "as it is", Text: "Jane  Doe"},
		{Line: 3, Column: 7, Offset: 27, Form: "as initials", Text: "J. Doe"},
	} {
		if hits[i] != want {
			t.Errorf("%+v, not %+v", hits[i], want)
		}
	}
}

func TestNoNamesAreNotSearchedFor(t *testing.T) {
	for _, s := range []*leak.Scanner{nil, leak.New(nil), leak.New([]string{"", "…", "J"})} {
		if !s.Empty() || s.Scan("a.html", []byte("J")) != nil {
			t.Error("a scanner without names found something")
		}
	}
}
