package check_test

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync/atomic"
	"testing/fstest"

	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/config"
	"github.com/microleadership/playbook/internal/frontmatter"
	"github.com/microleadership/playbook/internal/markdown"
	"github.com/microleadership/playbook/internal/playbook"
)

// versions is a playbook that changes as one does under its authors' hands. Files that
// did not change keep their reading, as in a build.
type versions struct {
	files    map[string]written
	settings playbook.Settings
	day      playbook.Date
	changed  map[string]playbook.Change
	assets   fstest.MapFS
	version  int // of the assets
	read     map[string]*playbook.Entry
	now      *playbook.Playbook

	nameless bool         // readings have no version
	asked    atomic.Int64 // texts that were asked for
}

// versionOf stands for a file that says these things.
func versionOf(said ...string) (v playbook.Version) {
	sum := sha256.Sum256([]byte(strings.Join(said, "\x00")))
	return playbook.Version(sum[:len(v)])
}

// written is one file: lines of front matter by their number in the pools below, and paragraphs.
type written struct {
	fields []string
	body   []string
}

// What files are made of, so that every rule has something to find and to lose.
var (
	someFields = []string{
		"lens: service", "draft: true", "aliases: [one]", "aliases: [one]", "aliases: [one]", "aliases: [Two]", "lang: de", "lang: xx_YY", "review_by: 2026-02-01",
		"redirect_from: [old.html]", "redirect_from: [stories/a.html]", "translation_of: a", "translation_of: b\nlang: de",
		"tags: [c, c++]", "tags: [C]", "# a remark", "related:\n  - to: a\n    rel: see-also", "related:\n  - to: examples/b\n    rel: see-also",
		"sources:\n  - title: A book\n    quoted: the words of anna\n",
	}
	someParagraphs = []string{
		"I told them to do it, and Anna Smith saw it on 2024-03-01.", "She is a hero. It always works.", "[x](../stories/a.md#changed) and [y](b.md)", "[[one]] and [[a]], [[Title 2]]",
		"![i](a.png) ![j](b.jpg)", "> Words are words.\n> — Mary Follett", "## Changed", "### What changed", "## Afterwards\n\nMilestones, a deadline, deliverables, a rollout, a budget.",
	}
	someTexts = func() (out []string) {
		for i := range 4 {
			out = append(out, "## Situation\n\n"+randomText(i)[:600], "## What I did\n\n"+randomText(i)[600:1100], "## What changed\n\n"+randomText(i)[1100:1300])
		}
		return out
	}()
	someNames = []string{"a", "b", "c", "d"}
)

func newVersions() *versions {
	s := playbook.DefaultSettings()
	s.Names, s.Title = []string{"Anna Smith"}, "A playbook"
	assets := fstest.MapFS{"stories/a.png": {Data: []byte("\x89PNG")}, "stories/b.jpg": {Data: []byte("\xFF\xD8\xFF\xD9")}}
	changed := map[string]playbook.Change{}
	for _, k := range playbook.Kinds() { // the originals of translations later than these
		changed["content/"+k.Dir()+"/a.md"] = playbook.Change{Time: playbook.Date("2026-03-01").Time()}
		changed["content/"+k.Dir()+"/b.md"] = playbook.Change{Time: playbook.Date("2026-01-01").Time()}
	}
	return &versions{files: map[string]written{}, settings: s, day: "2026-01-01", changed: changed, assets: assets, read: map[string]*playbook.Entry{}}
}

func drawFile(t *rapid.T) string {
	kind := rapid.SampledFrom([]string{"principles", "examples", "stories", "stories", "pages"}).Draw(t, "kind")
	return "content/" + kind + "/" + rapid.SampledFrom(someNames).Draw(t, "id") + ".md"
}

func drawWritten(t *rapid.T) written {
	w := written{fields: rapid.SliceOfN(rapid.SampledFrom(someFields), 0, 2).Draw(t, "fields")}
	w.body = rapid.SliceOfN(rapid.SampledFrom(slices.Concat(someTexts, someTexts, someParagraphs)), 0, 6).Draw(t, "body")
	w.fields = append(w.fields, "title: Title "+rapid.SampledFrom([]string{"1", "2", "one"}).Draw(t, "title"))
	return w
}

// step changes something, and says what.
func (v *versions) step(t *rapid.T) string {
	known := slices.Sorted(maps.Keys(v.files))
	what := rapid.SampledFrom([]string{"write", "write", "body", "body", "body", "fields", "remove", "settings", "day", "history", "assets", "assets", "nothing"}).Draw(t, "what")
	file := drawFile(t)
	if len(known) > 0 && what != "write" {
		file = rapid.SampledFrom(known).Draw(t, "file")
	}
	w := v.files[file]
	switch what {
	case "write":
		v.files[file] = drawWritten(t)
	case "remove":
		delete(v.files, file)
	case "body":
		if len(w.body) > 0 {
			w.body = slices.Clone(w.body)
			w.body[rapid.IntRange(0, len(w.body)-1).Draw(t, "paragraph")] = rapid.SampledFrom(slices.Concat(someTexts, someParagraphs)).Draw(t, "becomes")
			v.files[file] = w
		}
	case "fields":
		if len(known) > 0 {
			w.fields = drawWritten(t).fields
			v.files[file] = w
		}
	case "settings":
		v.settings.Names = rapid.SampledFrom([][]string{{"Anna Smith"}, {"Mark"}}).Draw(t, "names")
		v.settings.Teams = rapid.SampledFrom([][]string{nil, {"blue"}}).Draw(t, "teams")
		v.settings.Navigation = rapid.SampledFrom([][]playbook.NavItem{nil, {{Title: "A", To: "stories/a.html"}}}).Draw(t, "navigation")
	case "day":
		v.day = rapid.SampledFrom([]playbook.Date{"2026-01-01", "2026-03-01"}).Draw(t, "day")
	case "history":
		for _, file := range known {
			v.changed[file] = playbook.Change{Time: rapid.SampledFrom([]playbook.Date{"2026-01-01", "2026-03-01"}).Draw(t, "changed").Time()}
		}
	case "assets":
		name := rapid.SampledFrom([]string{"stories/a.png", "stories/b.jpg", "examples/a.png", "pages/index.html"}).Draw(t, "asset")
		delete(v.assets, name)
		if data := rapid.SampledFrom([]string{"", "\xFF\xD8\xFF\xE1\x00\x10Exif\x00", "\xFF\xD8\xFF\xD9"}).Draw(t, "bytes"); data != "" {
			v.assets[name] = &fstest.MapFile{Data: []byte(data)}
		}
		v.version++
	}
	v.assemble(t, what == "body")
	return what + " " + file
}

// assemble makes the playbook as it is now, from the one before if only texts have changed.
func (v *versions) assemble(t *rapid.T, reword bool) {
	in := playbook.Input{Settings: v.settings, Assets: map[string]bool{}, History: v.changed}
	in.Selection.Today = v.day
	for name := range v.assets {
		in.Assets[name] = true
	}
	for file, w := range v.files {
		e := *v.reading(t, file, w)
		in.Entries = append(in.Entries, &e)
	}
	if v.now != nil && reword {
		if q, ok := v.now.Reword(in.Entries); ok {
			v.now = q
			return
		}
	}
	v.now = playbook.Assemble(in)
}

func (v *versions) reading(t *rapid.T, file string, w written) *playbook.Entry {
	folder, id, _ := strings.Cut(strings.TrimPrefix(file, "content/"), "/")
	kind, ok := playbook.KindOfDir(folder)
	if !ok {
		t.Fatalf("%s has no kind", file)
	}
	text := "---\n" + strings.Join(append(slices.Clone(w.fields), required[kind]), "\n") + "\n---\n" + strings.Join(w.body, "\n\n")
	if e := v.read[file+text]; e != nil {
		return e
	}
	p, _ := frontmatter.Parse(file, kind, strings.TrimSuffix(id, ".md"), []byte(text), config.Vocabularies(v.settings))
	body, _ := markdown.New(markdown.Options{}).Convert(file, p.Body, p.Line)
	said := playbook.Text{Where: p.Where, Body: body}
	p.Entry.Say(&said)
	version := versionOf(file, text)
	if v.nameless {
		version = playbook.Version{}
	}
	p.Entry.SayLater(version, func() *playbook.Text {
		v.asked.Add(1)
		again := said
		return &again
	})
	v.read[file+text] = p.Entry
	return p.Entry
}

func (v *versions) assetFiles() fs.FS { return v.assets }

func (v *versions) assetsVersion() string { return fmt.Sprint("version ", v.version) }

var required = map[playbook.Kind]string{
	playbook.KindPage:      "summary: A page. With words.",
	playbook.KindPrinciple: "summary: It always works.\nstatement: One. Two. Three.\npractice: Do it.",
	playbook.KindExample:   "summary: An example.\nprinciples: [a]\nway: by-suggestion\ntoward: [peer]\naction: think\nmagnitude: tiny\nact: Do it.",
	playbook.KindStory: "summary: A story.\nprinciples: [a, b]\nexamples: [a]\nway: by-example\ntoward: [peer]\naction: think\nmagnitude: tiny\noutcome: followed\nauthority: formal\n" +
		"hat_after: none\ncredit: anonymous\npeople: none\nconsent: 2026-01-01\nteam: red\nprovenance: illustrative\nreview: accepted",
}
