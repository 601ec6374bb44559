package build_test

import (
	"encoding/json"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/microleadership/playbook/internal/build"
)

// shareData is what the form's script sets, as far as these tests look at it.
type shareData struct {
	Settings struct {
		Title, Language string
		Teams           []string
		Vocabularies    map[string][]struct{ ID, Label string }
		Share           struct{ URL, Branch, Forge, Email, Folder string }
	}
	Principles []struct{ ID, Title, Summary, Lens string }
	Examples   []struct {
		ID, Title  string
		Principles []string
	}
	Fields []struct {
		Name, Doc, Pattern string
		Required, List     bool
		Values             []string
	}
	Sections []struct {
		Name     string
		Required bool
	}
	Tags [][2]string
}

func shareScript(t *testing.T, files fstest.MapFS) (script string, data shareData) {
	t.Helper()
	b, err := rebuild(t, build.New(options(files))).Site.Read("share-data.js")
	if err != nil {
		t.Fatal(err)
	}
	script = string(b)
	text, found := strings.CutPrefix(strings.TrimSuffix(script, ";\n"), "window.playbookShare=")
	if !found {
		t.Fatalf("%.100q sets nothing", script)
	}
	if err := json.Unmarshal([]byte(text), &data); err != nil {
		t.Fatal(err)
	}
	return script, data
}

func TestFormKnowsThePlaybook(t *testing.T) {
	_, d := shareScript(t, small())
	if len(d.Principles) != 1 || d.Principles[0].ID != "ask" || d.Principles[0].Lens != "influence" || d.Principles[0].Summary == "" {
		t.Errorf("principles: %+v", d.Principles)
	}
	if len(d.Examples) != 1 || d.Examples[0].ID != "bad-day" || strings.Join(d.Examples[0].Principles, ",") != "ask" {
		t.Errorf("examples: %+v", d.Examples)
	}
	if len(d.Sections) != 5 || !d.Sections[0].Required || d.Sections[4].Required {
		t.Errorf("sections: %+v", d.Sections)
	}
	if s := d.Settings; s.Language != "en" || s.Share.Folder != "content/stories" || s.Share.Branch != "main" || len(s.Vocabularies["toward"]) != 4 || s.Vocabularies["toward"][0].Label != "A peer" {
		t.Errorf("settings: %+v", s)
	}
	required, fixed := 0, 0
	for _, f := range d.Fields {
		if f.Doc == "" || f.Name == "review" || f.Name == "draft" || f.Name == "related" {
			t.Errorf("field %+v", f)
		}
		if f.Required {
			required++
		}
		if f.Values != nil {
			fixed++
		}
	}
	if required != 12 || fixed != 16 {
		t.Errorf("%d fields are required, %d have fixed values", required, fixed)
	}
}

// The script is published, and stands in pages that people open from disk.
func TestFormDataIsSafe(t *testing.T) {
	files := small()
	files["content/playbook.yaml"] = &fstest.MapFile{Data: []byte("title: \"</script><!-- & ü\"\ndescription: x\nnames: [Zebedee Quist]\nrepository: {url: https://git.example.org/x/}\nshare: {forge: gitea, email: a@example.org}\n")}
	hidden := strings.Replace(string(files["content/stories/roster.md"].Data), "review: accepted", "review: submitted\ntags: [hidden-tag]\ndraft: true", 1)
	files["content/stories/secret-title.md"] = &fstest.MapFile{Data: []byte(hidden)}
	files["content/principles/not-yet.md"] = &fstest.MapFile{Data: []byte(strings.Replace(string(files["content/principles/ask.md"].Data), "title: Ask first", "title: Not yet\ndraft: true", 1))}
	script, d := shareScript(t, files)
	for _, never := range []string{"<", "Zebedee", "Quist", "hidden-tag", "secret-title", "not-yet", "\u2028"} {
		if strings.Contains(script, never) {
			t.Errorf("%q is in it", never)
		}
	}
	if d.Settings.Title != "</script><!-- & ü" {
		t.Errorf("the title is %q", d.Settings.Title)
	}
	if s := d.Settings.Share; s.Forge != "gitea" || s.URL != "https://git.example.org/x" || s.Email != "a@example.org" {
		t.Errorf("%+v", s)
	}
	if again, _ := shareScript(t, files); again != script {
		t.Error("it differs from build to build")
	}
}

func TestForgeIsKnownByItsHost(t *testing.T) {
	for url, want := range map[string]string{
		"https://github.com/a/b": "github", "https://gitlab.example.org/a/b": "gitlab", "https://codeberg.org/a/b": "gitea",
		"https://bitbucket.org/a/b": "bitbucket", "https://example.org/github/b": "", "https://notgithub.com/a": "",
	} {
		files := small()
		files["content/playbook.yaml"] = &fstest.MapFile{Data: []byte("title: x\ndescription: x\nrepository: {url: " + url + "}\n")}
		if _, d := shareScript(t, files); d.Settings.Share.Forge != want {
			t.Errorf("%s is on %q, want %q", url, d.Settings.Share.Forge, want)
		}
	}
}

// Who fills the template in and hands it in has a story that waits to be read, promises the most,
// and has nothing wrong with it but what was not filled in.
func TestStoryTemplate(t *testing.T) {
	files := small()
	text, err := rebuild(t, build.New(options(files))).Site.Read("story-template.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"review: submitted", "provenance: submitted", "credit: anonymous", "people: disguised"} {
		if !strings.Contains(string(text), "\n"+line+"\n") {
			t.Errorf("it lacks %s", line)
		}
	}
	if strings.Contains(string(text), "draft") {
		t.Error("it is a draft")
	}
	files["content/stories/mine.md"] = &fstest.MapFile{Data: []byte(strings.Replace(string(text), `principles: ["…"]`, "principles: [ask]", 1))}
	for _, d := range rebuild(t, build.New(options(files))).Diagnostics {
		if d.Pos.File == "content/stories/mine.md" {
			t.Error(d)
		}
	}
}
