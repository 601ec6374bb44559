//go:build browser

package browser

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	builds "github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/internal/check"
)

// The rooms that TestShareRules reads stories in say what the whole program says.
func TestShareRoomIsTheChecker(t *testing.T) {
	t.Parallel()
	for name, settings := range sharePlaybooks {
		files := sharePlaybook(settings)
		b, r := shareTab(t, files), newRoom(t, files)
		var drafts []json.RawMessage
		for _, v := range shareVectors(t) {
			drafts = append(drafts, v.draft)
		}
		for i, one := range b.tell(drafts) {
			if i%3 != len(name)%3 { // a whole build takes its time; each playbook has others
				continue
			}
			with := maps.Clone(files)
			file := "content/stories/" + one.File
			with[file] = &fstest.MapFile{Data: []byte(one.Text)}
			var list []remark
			for _, d := range buildSite(t, with).Diagnostics {
				if d.Pos.File == file {
					list = append(list, remarkOf(d, one.Text))
				}
			}
			said := r.hand(one).list
			for i, m := range said {
				if check.Lacks(m.Code) && m.Severity != "off" { // as long as it waits
					said[i].Severity = "note"
				}
			}
			if got, want := sortRemarks(said), sortRemarks(list); !slices.Equal(got, want) {
				t.Errorf("%s: in the room %q\nby the program %q\nof %s", name, got, want, one.Text)
			}
		}
	}
}

// No rule that the form leaves alone finds anything that the form would have had to say; and the
// names that must not appear, which it must not know, are found when the story arrives.
func TestShareLeavesNamesToTheProgram(t *testing.T) {
	t.Parallel()
	files := sharePlaybook("names: [Zebedee Quist]\n")
	if data := shareData(t, files); strings.Contains(data, "Zebedee") || strings.Contains(data, "Quist") {
		t.Error("the form's data has a name that must not appear")
	}
	left := map[string]bool{}
	for _, x := range check.FormExclusions() {
		left[x.Code] = x.Part == ""
	}
	b, r := shareTab(t, files), newRoom(t, files)
	for _, v := range shareVectors(t) {
		for _, found := range r.hand(b.tell([]json.RawMessage{v.draft})[0]).list {
			if left[found.Code] {
				t.Errorf("%s: the form leaves %s alone", v.Name, found)
			}
		}
	}
	one := b.tell([]json.RawMessage{json.RawMessage(`{"sections": {"Situation": "Then Zebedee Quist came."}}`)})[0]
	if len(one.List) > 0 {
		t.Errorf("the form knows a name: %q", one.List)
	}
	if list := r.hand(one).list; len(list) != 1 || list[0].Code != "identifying-data" || list[0].Section != "Situation" {
		t.Errorf("the program does not: %q", list)
	}
}

// serveSite publishes a site from memory, with the strictest policy.
func serveSite(t *testing.T, s *builds.Site) string {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		address := strings.TrimPrefix(req.URL.Path, "/")
		if !s.Has(address) {
			http.NotFound(w, req)
			return
		}
		data, err := s.Read(address)
		if err != nil {
			t.Error(err)
		}
		w.Header().Set("Content-Security-Policy", "default-src 'self'")
		for end, kind := range map[string]string{".js": "text/javascript", ".css": "text/css", ".html": "text/html; charset=utf-8"} {
			if strings.HasSuffix(address, end) {
				w.Header().Set("Content-Type", kind)
			}
		}
		_, _ = w.Write(data)
	}))
	t.Cleanup(server.Close)
	return server.URL + "/"
}

// An accepted story shows what was typed, and nothing in it runs.
func TestShareStoriesOnThePage(t *testing.T) {
	t.Parallel()
	files := sharePlaybook("")
	b := shareTab(t, files)
	const each = 300
	var drafts []json.RawMessage
	var texts [][]string
	for some := range slices.Chunk(hostileStrings(t), each) {
		d := typed{Fields: map[string]any{"title": fmt.Sprintf("Story %d %s", len(drafts), some[0]), "summary": some[0], "asks": some, "authors": some[:1], "team": some[0], "credit": "named"}, Sections: map[string]string{}}
		var shown []string
		for i, name := range []string{"Situation", "What I did", "What changed", "Afterwards"} {
			text := strings.Join(some[i*len(some)/4:(i+1)*len(some)/4], "\n\n")
			d.Sections[name] = text
			shown = append(shown, plainly(text))
		}
		drafts, texts = append(drafts, json.RawMessage(jsonOf(t, d))), append(texts, shown)
	}
	var names []string
	for i, one := range b.tell(drafts) {
		name := fmt.Sprintf("story-%d", i)
		names = append(names, name)
		text := strings.Replace(one.Text, "\nreview: submitted\n", "\nreview: accepted\n", 1)
		files["content/stories/"+name+".md"] = &fstest.MapFile{Data: []byte(text)}
	}
	base := serveSite(t, buildSite(t, files).Site)
	for i, name := range names {
		b.open(base + "stories/" + name + ".html")
		page := evenly(eval[string](b, `document.querySelector(".prose").textContent`))
		for _, text := range texts[i] {
			if !strings.Contains(page, evenly(text)) {
				t.Errorf("%s does not show what was typed: %.2000q", name, text)
			}
		}
		b.unharmed(".prose")
		b.unharmed(".entry-head")
	}
	b.open(base + "stories/index.html")
	b.unharmed("main .rows, main ul")
	b.calm(base)
}
