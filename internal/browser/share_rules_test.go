//go:build browser

package browser

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// playbooks that stories are handed in to, by what is special about them.
var sharePlaybooks = map[string]string{
	"plain":  "",
	"set":    "teams: [Kitchen, Front desk, Laundry]\nrules: {command-words: off, long-summary: error, unknown-value: warning, missing-field: note, mostly-implementation: note}\n",
	"german": "language: de\nvocabularies: {toward: [], setting: [{id: kueche, label: In der Küche}]}\n",
}

// vector is a draft that somebody wrote down, and what it is there for.
type vector struct {
	Name  string
	draft json.RawMessage
}

func shareVectors(t *testing.T) []vector {
	t.Helper()
	files, err := filepath.Glob("testdata/share/*.json")
	if err != nil || len(files) == 0 {
		t.Fatal("no vectors: ", err)
	}
	var out []vector
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var list []json.RawMessage
		if err := json.Unmarshal(data, &list); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		for _, draft := range list {
			v := vector{draft: draft}
			if err := json.Unmarshal(draft, &v); err != nil || v.Name == "" {
				t.Fatalf("%s: a draft without a name: %s (%v)", file, draft, err)
			}
			out = append(out, v)
		}
	}
	return out
}

// hostileDrafts put each string in turn where a teller can type.
func hostileDrafts(t *testing.T) []vector {
	t.Helper()
	var out []vector
	all := hostileStrings(t)
	for _, s := range []string{"word ", "a", "'", "*_", "[](", "1", "é@b.c ", "\n- ", "\n\n> ", "https://a.", "\u0000b", "www.", "😀"} {
		all = append(all, strings.Repeat(s, 10_000/len(s)))
	}
	for i, s := range all {
		text := jsonOf(t, s)
		drafts := []string{`{"fields":{"title":%[1]s,"summary":%[1]s,"team":%[1]s,"tags":[%[1]s,"a"],"asks":[%[1]s],"authors":["b",%[1]s]},
			"sections":{"Situation":%[1]s,"What I did":"I said:\n"+%[1]s+"\nand went on.","Afterwards":"- "+%[1]s}}`}
		if i%5 == 0 {
			drafts = append(drafts, `{"fields":{"way":%[1]s,"toward":[%[1]s],"outcome":%[1]s,"principles":[%[1]s],"consent":%[1]s,"when":%[1]s,"lens":%[1]s}}`)
		}
		for _, draft := range drafts {
			out = append(out, vector{Name: "hostile " + strconv.Itoa(i), draft: json.RawMessage(fmt.Sprintf(draft, text))})
		}
	}
	return out
}

// agree has the form and the program look at the same drafts, and the program at what the form
// made of them.
func agree(t failing, b *tab, r *room, drafts []vector) {
	t.Helper()
	list := make([]json.RawMessage, len(drafts))
	for i, d := range drafts {
		list[i] = d.draft
	}
	wrong := 0
	for i, one := range b.tell(list) {
		h := r.hand(one)
		var what []string
		if got, want := sortRemarks(one.List), sortRemarks(h.list); !slices.Equal(got, want) {
			what = append(what, fmt.Sprintf("the form says %q, the program %q", got, want))
		}
		if what = append(what, h.lost(one.Draft)...); len(what) == 0 {
			continue
		}
		t.Errorf("%s %s:\n%s\n%s", drafts[i].Name, drafts[i].draft, strings.Join(what, "\n"), one.Text)
		if wrong++; wrong == 5 {
			t.Fatalf("and so on")
		}
	}
}

// failing is what testing.T and rapid.T have in common.
type failing interface {
	Helper()
	Errorf(string, ...any)
	Fatalf(string, ...any)
}

// The same rules, with the same messages, in the browser as in the program.
func TestShareRulesAreTheCheckers(t *testing.T) {
	t.Parallel()
	hostile := hostileDrafts(t)
	for name, settings := range sharePlaybooks {
		t.Run(name, func(t *testing.T) {
			files := sharePlaybook(settings)
			drafts := shareVectors(t)
			for i, d := range hostile {
				if name == "plain" || i%20 < 3 {
					drafts = append(drafts, d)
				}
			}
			agree(t, shareTab(t, files), newRoom(t, files), drafts)
		})
	}
}
