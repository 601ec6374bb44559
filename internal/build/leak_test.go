package build_test

import (
	"bytes"
	"errors"
	"image"
	"image/jpeg"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/output"
)

// told is a small playbook in which somebody has told a story that is not to lead to them.
func told(change func(files fstest.MapFS)) fstest.MapFS {
	files := small()
	text := string(files["content/stories/roster.md"].Data)
	text = strings.Replace(text, "provenance: illustrative", "provenance: submitted\nauthors: [Wanda Kowalczyk]", 1)
	files["content/stories/roster.md"] = &fstest.MapFile{Data: []byte(text)}
	change(files)
	return files
}

// leaks are what keeps a playbook from being published, as “address: whose”.
func leaks(t *testing.T, r *build.Result) []string {
	t.Helper()
	_, err := output.Publish(t.Context(), t.TempDir(), r.Files(nil), output.Options{})
	if err == nil {
		return nil
	}
	var unmade *output.MakeError
	if !errors.As(err, &unmade) {
		t.Fatal(err)
	}
	list, err := r.Mistakes(unmade.Errs)
	if err != nil {
		t.Fatal(err)
	}
	return leaksIn(t, list)
}

func leaksIn(t *testing.T, list diag.List) []string {
	t.Helper()
	var out []string
	for _, d := range list {
		if d.Code == "leak" {
			if strings.Contains(d.Text+d.Hint+d.Source, "Kowalczyk") {
				t.Errorf("the message repeats the name: %+v", d)
			}
			out = append(out, d.Pos.File)
		}
	}
	slices.Sort(out)
	return out
}

// picture is a drawing in which she is named.
func picture(name string) func(fstest.MapFS) {
	return func(files fstest.MapFS) {
		files["content/"+name] = &fstest.MapFile{Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg"><text>Wanda Kowalczyk</text></svg>`)}
	}
}

// translated adds the story in another language, with a credit of its own.
func translated(credit string) func(fstest.MapFS) {
	return func(files fstest.MapFS) {
		text := strings.NewReplacer("credit: anonymous", "lang: de\ntranslation_of: roster\n"+credit, "people: none", "people: consented").
			Replace(string(files["content/stories/roster.md"].Data))
		files["content/stories/plan.md"] = &fstest.MapFile{Data: []byte(text)}
	}
}

func TestNamesThatWerePromisedNotToBeToldStopThePublishing(t *testing.T) {
	in := func(file, before, after string) func(fstest.MapFS) {
		return func(files fstest.MapFS) { edit(files, file, before, after) }
	}
	const story, principle, settings = "content/stories/roster.md", "content/principles/ask.md", "content/playbook.yaml"
	for _, tt := range []struct {
		name   string
		change []func(fstest.MapFS)
		want   []string // some of the files that must not be published; nil for none
	}{
		{"nobody is named", nil, nil},
		{"in the story", []func(fstest.MapFS){in(story, "I asked.", "Then *W. Kowal*czyk asked.")}, []string{"stories/roster.html"}},
		{
			"in its summary, which cards and feeds show",
			[]func(fstest.MapFS){in(story, "It hangs on the door", "Wanda Kowalczyk hung it on the door")},
			[]string{"entries.json", "feed.xml", "index.html", "principles/ask.html", "stories/index.html", "stories/roster.html"},
		},
		{"in another entry’s text, where the name stands by right", []func(fstest.MapFS){in(principle, "## Why\n", "## Why\n\nWanda Kowalczyk says so.\n")}, nil},
		{"as the author of another entry", []func(fstest.MapFS){in(principle, "tags: [questions]", "authors: [Wanda Kowalczyk]")}, nil},
		{"by right elsewhere, and in the story too", []func(fstest.MapFS){
			in(principle, "tags: [questions]", "authors: [Wanda Kowalczyk]"), in(story, "I asked.", "I, Wanda Kowalczyk, asked."),
		}, []string{"stories/roster.html"}},
		{"on a card that the story’s page shows", []func(fstest.MapFS){in(principle, "A question opens a door.", "Wanda Kowalczyk’s question opens a door.")}, nil},
		{"in the settings", []func(fstest.MapFS){in(settings, "title: Small", "title: Small\nauthor: Wanda Kowalczyk")}, nil},
		{"in the name of the file", []func(fstest.MapFS){func(files fstest.MapFS) {
			files["content/stories/wandas-roster.md"] = files[story]
			files["content/stories/kowalczyk-wanda.md"] = files[story]
			delete(files, story)
		}}, []string{"stories/kowalczyk-wanda.html"}},
		{"in an old address", []func(fstest.MapFS){in(story, "review: accepted", "review: accepted\nredirect_from: [wanda-kowalczyk.html]")}, []string{"wanda-kowalczyk.html"}},
		{"of the list", []func(fstest.MapFS){
			in(settings, "title: Small", "title: Small\nnames: [Ottilie Brandt]"), in(story, "Late rosters.", "Ottilie Brandt’s late rosters."),
		}, []string{"stories/roster.html"}},
		{"of the list, where nothing is promised", []func(fstest.MapFS){
			in(settings, "title: Small", "title: Small\nnames: [Ottilie Brandt]"), in(principle, "## Why\n", "## Why\n\nOttilie Brandt.\n"),
		}, nil},
		{"in what only the search knows of the story, and by right elsewhere", []func(fstest.MapFS){
			in(principle, "tags: [questions]", "authors: [Wanda Kowalczyk]"), in(story, "review: accepted", "review: accepted\nasks: [Who is Wanda Kowalczyk]"),
		}, []string{"search-index.js"}},
		{"in a picture of the story, and by right elsewhere", []func(fstest.MapFS){
			in(principle, "tags: [questions]", "authors: [Wanda Kowalczyk]"), in(story, "I asked.", "![The door](door.svg)"), picture("stories/door.svg"),
		}, []string{"stories/roster-1.svg"}},
		{"in a picture that the story shares with who may name her", []func(fstest.MapFS){
			in(settings, "title: Small", "title: Small\nauthor: Wanda Kowalczyk"), in(story, "I asked.", "![The door](../pages/door.svg)"), picture("pages/door.svg"),
			in(principle, "## Why\n", "## Why\n\n![The door](../pages/door.svg)\n"),
		}, []string{"stories/roster-1.svg"}},
		{"of a link to the story", []func(fstest.MapFS){
			in(principle, "## Why\n", "## Why\n\nRead [what *Wanda* Kowalczyk did](../stories/roster.md).\n"),
		}, []string{"principles/ask.html"}},
		{"in the title of a link to the story", []func(fstest.MapFS){
			in(principle, "## Why\n", "## Why\n\nRead [on](../stories/roster.md \"Wanda Kowalczyk\").\n"),
		}, []string{"principles/ask.html"}},
		{"of a wiki link to the story", []func(fstest.MapFS){
			in(principle, "## Why\n", "## Why\n\nRead [[roster|Wanda Kowalczyk]].\n"),
		}, []string{"principles/ask.html"}},
		{"of a link elsewhere", []func(fstest.MapFS){
			in(principle, "## Why\n", "## Why\n\n[Wanda Kowalczyk](https://example.org/) on [the roster](../stories/roster.md).\n"),
		}, nil},
		{"as the named teller of a translation", []func(fstest.MapFS){translated("credit: named")}, []string{"stories/plan.html"}},
		{"in the old address of a translation", []func(fstest.MapFS){translated("credit: anonymous\nredirect_from: [wanda-kowalczyk.html]")}, []string{"wanda-kowalczyk.html"}},
		{"nowhere in a translation", []func(fstest.MapFS){translated("credit: anonymous")}, nil},
		{"of a team, as the list of teams and the credit have it", []func(fstest.MapFS){
			in(settings, "title: Small", "title: Small\nteams: [Wanda Kowalczyk]"), in(story, "credit: anonymous", "credit: team\nteam: Wanda Kowalczyk"),
		}, nil},
		{"among the teams that there are", []func(fstest.MapFS){in(settings, "title: Small", "title: Small\nteams: [Wanda Kowalczyk]")}, nil},
		{"with titles and an address", []func(fstest.MapFS){
			in(story, "authors: [Wanda Kowalczyk]", "authors: [\"Dr. Wanda Kowalczyk, PhD <w@example.org>\"]"), in(story, "I asked.", "Wanda Kowalczyk asked."),
		}, []string{"stories/roster.html"}},
		{"in a file of the theme, whose maker may sign it", []func(fstest.MapFS){
			in(settings, "title: Small", "title: Small\ntheme: own"),
			func(files fstest.MapFS) {
				files["themes/own/static/own.css"] = &fstest.MapFile{Data: []byte("/* by Wanda Kowalczyk */\n")}
			},
		}, nil},
		{"when the teller is named", []func(fstest.MapFS){
			in(story, "credit: anonymous", "credit: named"), in(story, "I asked.", "I, Wanda Kowalczyk, asked."),
		}, nil},
		{"when the story waits for review", []func(fstest.MapFS){
			in(story, "review: accepted", "review: submitted"), in(principle, "## Why\n", "## Why\n\nWanda Kowalczyk.\n"),
		}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			fsys := told(func(files fstest.MapFS) {
				for _, change := range tt.change {
					change(files)
				}
			})
			r := rebuild(t, build.New(options(fsys)))
			got := leaks(t, r)
			for _, address := range tt.want {
				if !slices.Contains(got, address) {
					t.Errorf("%s was published; kept back were %q", address, got)
				}
			}
			if tt.want == nil && got != nil {
				t.Errorf("nothing leaks, and these were kept back: %q", got)
			}
			tried, err := r.Try(t.Context(), nil)
			if err != nil {
				t.Fatal(err)
			}
			if a, b := strings.Join(leaksIn(t, tried), " "), strings.Join(got, " "); a != b {
				t.Errorf("a check finds %q, a build %q", a, b)
			}
		})
	}
}

// A builder that has made a page must not take it for searched: nor after the name became a
// protected one, nor when nothing was published because of it.
func TestALeakIsFoundAgainAndAgain(t *testing.T) {
	fsys := told(func(files fstest.MapFS) {
		edit(files, "content/stories/roster.md", "I asked.", "I, Ottilie Brandt, asked.")
	})
	o := options(fsys)
	o.Watching = true
	b := build.New(o)
	dir := t.TempDir()
	publish := func() error {
		_, err := output.Publish(t.Context(), dir, rebuild(t, b).Files(nil), output.Options{})
		return err
	}
	if err := publish(); err != nil {
		t.Fatal(err)
	}
	edit(fsys, "content/playbook.yaml", "title: Small", "title: Small\nnames: [Ottilie Brandt]")
	for range 3 {
		if err := publish(); err == nil {
			t.Fatal("what was published before is published again, with a name that is protected now")
		}
	}
	edit(fsys, "content/stories/roster.md", "I, Ottilie Brandt, asked.", "I asked.")
	if err := publish(); err != nil {
		t.Fatal(err)
	}
}

func TestPicturesSayNothingOfWhoTookThem(t *testing.T) {
	var picture bytes.Buffer
	if err := jpeg.Encode(&picture, image.NewGray(image.Rect(0, 0, 8, 8)), nil); err != nil {
		t.Fatal(err)
	}
	note := "Exif\x00\x00 taken by Wanda Kowalczyk"
	segment := append([]byte{0xFF, 0xE1, 0, byte(len(note) + 2)}, note...)
	photo := slices.Concat(picture.Bytes()[:2], segment, picture.Bytes()[2:])
	fsys := told(func(files fstest.MapFS) {
		files["content/stories/IMG_20260314_wanda.JPG"] = &fstest.MapFile{Data: photo}
		edit(files, "content/stories/roster.md", "Late rosters.", "Late rosters.\n\n![The door](IMG_20260314_wanda.JPG)")
	})
	published := site(t, rebuild(t, build.New(options(fsys))))
	if got := published["stories/roster-1.jpg"]; got != picture.String() {
		t.Errorf("the picture is not the same without its metadata: %d bytes, want %d", len(got), picture.Len())
	}
	for address, text := range published {
		if strings.Contains(address+text, "IMG_2026") || strings.Contains(text, "Wanda") {
			t.Errorf("%s leads to whoever took the picture", address)
		}
	}
}
