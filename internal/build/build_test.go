package build_test

import (
	"regexp"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/internal/pages"
	"github.com/microleadership/playbook/internal/playbook"
)

func TestASmallPlaybookIsClean(t *testing.T) {
	r := rebuild(t, build.New(options(small())))
	if len(r.Diagnostics) > 0 {
		t.Errorf("%+v", r.Diagnostics)
	}
	got := site(t, r)
	for address, texts := range map[string][]string{
		"index.html":            {"Small", "Hello.", "Ask once before you tell."},
		"principles/ask.html":   {"People keep what they find themselves.", `href="../examples/bad-day.html#words"`, `href="../stories/roster.html"`, "A role put on afterwards."},
		"examples/bad-day.html": {"Ask what the plan does on a bad day.", `href="../principles/ask.html"`},
		"stories/roster.html":   {"It hangs earlier.", "People followed"},
		"barriers.html":         {"It is not my place", `href="principles/ask.html"`},
		"tags/questions.html":   {"Ask first", "Ask about the bad day"},
		"az.html":               {"Ask about the bad day", "Glossary"},
		"glossary.html":         {`id="term-hat"`},
		"attempts.html":         {"Attempts"},
		"404.html":              {`<base href="/p/">`},
		"search.html":           {"az.html"},
		"feed.xml":              {"https://example.org/p/stories/roster.html", "An invented story."},
		"sitemap.xml":           {"https://example.org/p/principles/ask.html"},
		"entries.json":          {`"address": "stories/roster.html"`},
		"llms.txt":              {"- [Ask first](https://example.org/p/principles/ask.html): A question opens a door."},
		"search-index.js":       {"roster"},
		"principles/index.html": {"Ask first"},
		"stories/index.html":    {"The roster"},
		"examples/index.html":   {"Ask about the bad day"},
		"tags.html":             {"questions", "meetings"},
		"robots.txt":            {"Sitemap: https://example.org/p/sitemap.xml"},
	} {
		for _, text := range texts {
			if !strings.Contains(got[address], text) {
				t.Errorf("%s lacks %q", address, text)
			}
		}
	}
}

// The invariant of same bytes anywhere: nothing of the machine or the moment reaches the site.
func TestSameBytesWhateverTheMachine(t *testing.T) {
	want := site(t, rebuild(t, build.New(options(small()))))
	zone := time.Local
	procs := runtime.GOMAXPROCS(1)
	defer func() { runtime.GOMAXPROCS(procs); time.Local = zone }()
	for i, place := range []string{"Pacific/Kiritimati", "America/St_Johns"} {
		loc, err := time.LoadLocation(place)
		if err != nil {
			t.Fatal(err)
		}
		time.Local = loc
		runtime.GOMAXPROCS(1 + 3*i)
		opts := options(small())
		opts.Today = []playbook.Date{"2031-12-31", "1999-01-01"}[i]
		if diff := cmp.Diff(want, site(t, rebuild(t, build.New(opts)))); diff != "" {
			t.Errorf("in %s: %s", place, diff)
		}
	}
}

func TestOneEditReadsOneFile(t *testing.T) {
	fsys := small()
	b := build.New(options(fsys))
	if r := rebuild(t, b); r.Stats.Parsed != r.Stats.Files {
		t.Errorf("the first build read %d of %d", r.Stats.Parsed, r.Stats.Files)
	}
	if r := rebuild(t, b); r.Stats.Parsed != 0 {
		t.Errorf("without a change %d files were read anew", r.Stats.Parsed)
	}
	edit(fsys, "content/principles/ask.md", "## Why", "## Why it works")
	r := rebuild(t, b)
	if r.Stats.Parsed != 1 {
		t.Errorf("after one edit %d files were read anew", r.Stats.Parsed)
	}
	if diff := cmp.Diff(site(t, rebuild(t, build.New(options(fsys)))), site(t, r)); diff != "" {
		t.Errorf("a rebuild differs from a clean build: %s", diff)
	}
}

func edit(fsys fstest.MapFS, name, before, after string) {
	text := strings.Replace(string(fsys[name].Data), before, after, 1)
	fsys[name] = &fstest.MapFile{Data: []byte(text)}
}

func TestWithoutABaseURLNoFeedAndNoAbsoluteLink(t *testing.T) {
	fsys := small()
	edit(fsys, "content/playbook.yaml", "base_url: https://example.org/p/\n", "")
	for address, text := range site(t, rebuild(t, build.New(options(fsys)))) {
		if address == "feed.xml" || address == "sitemap.xml" {
			t.Errorf("%s is there", address)
		}
		if strings.Contains(text, "//example.org/p") {
			t.Errorf("%s still knows the address", address)
		}
	}
}

func TestAnEmptyFolderGetsAMessageAndASite(t *testing.T) {
	r := rebuild(t, build.New(options(fstest.MapFS{})))
	if !r.Diagnostics.HasErrors() {
		t.Error("an empty folder is no playbook, and nothing says so")
	}
	if got := site(t, r); !strings.Contains(got["index.html"], "<h1") {
		t.Error("there is no home page")
	}
}

func TestNoIdStandsTwiceOnAPage(t *testing.T) {
	fsys := small()
	headings := "\n## When not to\n\ntext\n"
	for _, id := range pages.LayoutIDs() {
		headings += "\n## " + id + "\n\ntext\n"
	}
	for _, name := range []string{"content/principles/ask.md", "content/examples/bad-day.md"} {
		fsys[name] = &fstest.MapFile{Data: append(fsys[name].Data, headings...)}
	}
	id := regexp.MustCompile(` id="([^"]+)"`)
	layoutIDs := map[string]bool{}
	for address, text := range site(t, rebuild(t, build.New(options(fsys)))) {
		seen := map[string]bool{}
		for _, m := range id.FindAllStringSubmatch(text, -1) {
			if seen[m[1]] {
				t.Errorf("%s has the id %s twice", address, m[1])
			}
			seen[m[1]] = true
			layoutIDs[m[1]] = true
		}
	}
	if !layoutIDs["group-examples"] || !layoutIDs["sources-1"] {
		t.Error("the test sees no layout's ids")
	}
}
