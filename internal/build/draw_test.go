package build_test

import (
	"fmt"
	"strings"

	"pgregory.net/rapid"
)

// What an author may write, drawn from so few words that names meet, collide and come apart.

// event is something that happens to the files of a playbook.
type event struct {
	write   map[string]string // by path; what is there is replaced
	replace [2]string         // in one file, the first of these texts that it has by the second
	in      int               // which file, of those there are
	remove  []string          // files and folders
	rename  [2]string
	touch   string
}

// morning is a playbook to begin with, so that most events meet something.
func morning(t *rapid.T) event {
	all := map[string]string{"content/playbook.yaml": drawSettings(t), "content/principles/map.png": "one", "content/pages/plan.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"}
	for _, p := range []string{"principles/a", "principles/b", "examples/a", "examples/c", "stories/a", "stories/b", "pages/glossary", "pages/stories"} {
		p = "content/" + p + ".md"
		all[p] = frontMatter(t, p) + body(t)
	}
	all["content/pages/glossary.md"] += "\nHat\n: A role put on afterwards.\n"
	all["content/principles/a.md"] += "\nIt is a [[hat]].\n"
	return event{write: all}
}

// smallChanges are what an author does most: one thing in one file.
var smallChanges = [][2]string{
	{"title: Ask", "title: Wait"},
	{"title: Listen", "title: Ask"},
	{"title: Pause", "title: Hat"},
	{"summary: One.", "summary: Two."},
	{"act: Do it.", "act: Do that."},
	{"practice: Try it.", "practice: Try that."},
	{"outcome: followed", "outcome: not-followed"},
	{"outcome: not-followed", "outcome: followed"},
	{"tags: [x]", "tags: [y]"},
	{"draft: true", "draft: false"},
	{"provenance: illustrative", "provenance: submitted"},
	{"order: 1", "order: 2"},
	{"## Why", "## Why not"},
	{"## Situation", "## Scene"},
	{": A role", ": A task"},
	{"\nHat\n", "\nCap\n"},
	{"Rain", "Snow"},
	{"Words that", "Any words that"},
	{"Other words", "More words"},
	{"Late rosters", "Later rosters"},
	{"Because.", "Because of the rain."},
	{"../principles/a.md", "../principles/b.md"},
	{"b.md#why", "b.md"},
	{"[[Listen]]", "[[Ask]]"},
	{"(map.png)", "(../principles/map.png)"},
	{"description: A", "description: The"},
	{"label: A mate", "label: Somebody"},
	{"<p>", "<p >"},
	{"red", "blue"},
	{"summary:", "sumary:"},
	{"sumary:", "summary:"},
}

// ids hold names that differ in case only, and one in a folder.
var ids = []string{"a", "b", "B", "c", "sub/d", "glossary", "index", "stories"}

func entryPath(t *rapid.T) string {
	folder := rapid.SampledFrom([]string{"principles", "examples", "stories", "pages"}).Draw(t, "folder")
	return "content/" + folder + "/" + rapid.SampledFrom(ids).Draw(t, "id") + ".md"
}

func drawEvent(t *rapid.T) event {
	switch rapid.IntRange(0, 35).Draw(t, "what") {
	case 0:
		return event{remove: []string{entryPath(t)}}
	case 1:
		return event{rename: [2]string{entryPath(t), entryPath(t)}}
	case 2:
		return event{rename: [2]string{"content/stories", "content/principles"}}
	case 3:
		return event{remove: []string{rapid.SampledFrom([]string{"content", "content/stories", "content/playbook.yaml", "themes/mine", "content/principles/map.png"}).Draw(t, "gone")}}
	case 4:
		return event{touch: entryPath(t)}
	case 5, 6:
		return event{write: map[string]string{"content/playbook.yaml": drawSettings(t)}}
	case 7, 8, 9:
		return event{write: drawTheme(t)}
	case 10:
		return event{write: map[string]string{
			"content/" + rapid.SampledFrom([]string{"principles/map.png", "stories/map.png", "pages/plan.svg"}).Draw(t, "image"): rapid.SampledFrom([]string{"one", "two", "\xff\xd8\xff\xe1\x00\x10Exif\x00\x00MM\x00*", "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"}).Draw(t, "bytes"),
		}}
	case 11: // what editors leave beside their files
		p := entryPath(t)
		return event{write: map[string]string{p + "~": "x", "content/stories/4913": "", "content/notes/idea.md": "# idea"}}
	case 12: // many at once
		all := map[string]string{}
		for range rapid.IntRange(2, 6).Draw(t, "files") {
			p := entryPath(t)
			all[p] = drawEntry(t, p)
		}
		return event{write: all}
	case 13, 14, 15, 16, 17:
		p := entryPath(t)
		return event{write: map[string]string{p: drawEntry(t, p)}}
	}
	return event{replace: rapid.SampledFrom(smallChanges).Draw(t, "change"), in: rapid.IntRange(0, 9).Draw(t, "file")}
}

// drawEntry writes an entry; now and then one that is half written, empty or wrong.
func drawEntry(t *rapid.T, path string) string {
	text := frontMatter(t, path) + body(t)
	switch rapid.IntRange(0, 9).Draw(t, "state") {
	case 0:
		return text[:rapid.IntRange(0, len(text)).Draw(t, "cut")]
	case 1:
		return strings.Replace(text, "title:", "titel:", 1)
	}
	return text
}

func frontMatter(t *rapid.T, path string) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	maybe := func(label, format string, values ...string) {
		if v := rapid.SampledFrom(append(values, "", "")).Draw(t, label); v != "" {
			line(format, v)
		}
	}
	line("---")
	line("title: %s", rapid.SampledFrom([]string{"Ask", "Listen", "Wait", "Pause"}).Draw(t, "title"))
	line("summary: %s", rapid.SampledFrom([]string{"One.", "Two."}).Draw(t, "summary"))
	maybe("aliases", "aliases: [%s]", "Ask", "Pause", "Hat")
	maybe("tags", "tags: [%s]", "x", "x, y", "X")
	maybe("related", "related: [{to: %s, rel: see-also}]", "a", "principles/b", "c", "nowhere")
	maybe("authors", "authors: [%s]", "Mira Sol", "Ada Quist")
	maybe("draft", "draft: %s", "true")
	maybe("from", "redirect_from: [%s]", "old", "principles/a.html")
	maybe("lang", "lang: %s", "de")
	maybe("original", "translation_of: %s", "a", "b")
	switch {
	case strings.HasPrefix(path, "content/principles/"):
		line("statement: It works.\npractice: Try it.")
		maybe("order", "order: %s", "1", "2")
		maybe("barriers", "barriers: [%s]", "Not my place", "Not my place, No time")
	case strings.HasPrefix(path, "content/examples/"):
		line("principles: [%s]\nact: Do it.\nway: by-example\ntoward: [peer]\naction: think\nmagnitude: tiny", rapid.SampledFrom([]string{"a", "b", "a, b", "c"}).Draw(t, "principles"))
	case strings.HasPrefix(path, "content/stories/"):
		line("principles: [%s]\nway: by-suggestion\nstyle: [question]\ntoward: [boss]\naction: start\nmagnitude: tiny", rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "principles"))
		line("outcome: %s\nfollowers: one\nauthority: none\nhat_after: none\ncredit: %s\npeople: none\nconsent: 2026-01-15", rapid.SampledFrom([]string{"followed", "not-followed", "partly"}).Draw(t, "outcome"), rapid.SampledFrom([]string{"anonymous", "anonymous", "named"}).Draw(t, "credit"))
		line("provenance: %s\nreview: %s", rapid.SampledFrom([]string{"illustrative", "submitted"}).Draw(t, "provenance"), rapid.SampledFrom([]string{"accepted", "accepted", "submitted"}).Draw(t, "review"))
	}
	line("---")
	return b.String()
}

func body(t *rapid.T) string {
	parts := []string{
		"\n## Situation\n\nLate rosters, early rain.\n\n## What I did\n\nI asked.\n\n## What changed\n\nIt hangs earlier.\n",
		"\nSee [it](../principles/a.md) and [[Listen]].\n", "\nSee [there](../principles/b.md#why) and [[hat]].\n", "\n## Why\n\nBecause.\n",
		"\n![A map](map.png)\n", "\n![A plan](../pages/plan.svg)\n", "\nHat\n: A role put on afterwards.\n", "\nHat\n: A cap.\n\nRain\n: Water.\n",
		"\nWords that nobody else can see.\n", "\nOther words, `with code`.\n", "\nMira said so, and A. Quist.\n", "\n<b>raw</b>\n",
	}
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 4).Draw(t, "body"), "")
}

func drawSettings(t *rapid.T) string {
	return "title: " + rapid.SampledFrom([]string{"Book", "Other"}).Draw(t, "title") + "\ndescription: A playbook.\n" +
		rapid.SampledFrom([]string{"", "base_url: https://example.org/p/\n", "language: de\n", "drafts: true\n", "theme: mine\n", "theme: mine\n", "theme: mine\n", "theme: none\n"}).Draw(t, "one") +
		rapid.SampledFrom([]string{"", "rules: {orphan: off}\n", "contributors: true\n", "names: [Mira]\n", "names: [Mira]\nprivacy: {group: 1}\n", "titel: x\n", "navigation: [{title: A, to: az.html}]\n", "vocabularies: {toward: [{id: peer, label: A mate}]}\n"}).Draw(t, "two")
}

// drawTheme changes a file of the playbook's own theme.
func drawTheme(t *rapid.T) map[string]string {
	name := rapid.SampledFrom([]string{"layouts/entry.html", "layouts/list.html", "partials/card.html", "css/own.css", "js/own.js", "static/mark.svg", "root/CNAME", "layouts/lits.html"}).Draw(t, "file")
	text := map[string][]string{
		".html": {`{{define "main"}}<p>{{.Title}}</p>{{end}}`, `{{define "main"}}<h1>{{.Title}} {{.Path}}</h1>{{end}}`, `{{define "main"}}{{if}}{{end}}`, `{{define "main"}}{{.Nothing}}{{end}}`},
		".css":  {"p { color: red }", "p { color: green }", "p { color"},
		".js":   {"console.log(1)", "console.log(2)", "console.log("},
		".svg":  {"<svg xmlns='http://www.w3.org/2000/svg'/>", "<svg xmlns='http://www.w3.org/2000/svg'><g/></svg>"},
		"":      {"example.org", "example.com"},
	}
	ext := ""
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		ext = name[i:]
	}
	if name == "partials/card.html" {
		text[ext] = []string{`<a href="{{.Href}}">{{.Title}}</a>`, `<b>{{.Title}} {{.Summary}} {{.Maturity}}</b>`, `{{.Title`}
	}
	return map[string]string{"themes/mine/" + name: rapid.SampledFrom(text[ext]).Draw(t, "text")}
}
