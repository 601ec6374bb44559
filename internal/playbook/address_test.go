package playbook

import (
	"path"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestRelativeLinksJoinToTheirTarget(t *testing.T) {
	address := rapid.StringMatching(`([a-c]{1,2}/){0,3}[a-c]{1,2}\.html`)
	rapid.Check(t, func(t *rapid.T) {
		from, to := address.Draw(t, "from"), address.Draw(t, "to")
		link := Relative(from, to)
		if strings.HasPrefix(link, "/") || link == "" {
			t.Fatalf("from %s to %s: %q", from, to, link)
		}
		if got := path.Join(path.Dir(from), link); got != to {
			t.Fatalf("from %s, %s leads to %s, want %s", from, link, got, to)
		}
	})
}

func TestALinkToAnEntryIsTheOneToItsAddress(t *testing.T) {
	folder := rapid.SampledFrom([]string{"", "principles/", "examples/", "principle/", "examples/a/", "examples/a/b/", "tags/"})
	id := rapid.StringMatching(`([ab]/){0,2}[ab]`)
	rapid.Check(t, func(t *rapid.T) {
		e := &Entry{Kind: rapid.SampledFrom(Kinds()).Draw(t, "kind"), ID: id.Draw(t, "id")}
		from := folder.Draw(t, "folder") + "x.html"
		want := Relative(from, e.PageAddress())
		if got := e.LinkFrom(from); got != want {
			t.Fatalf("before it is assembled: %q, want %q", got, want)
		}
		address := e.PageAddress()
		Assemble(Input{Entries: []*Entry{e}})
		if e.PageAddress() != address {
			t.Fatalf("%s moves to %s when it is assembled", address, e.PageAddress())
		}
		if got := e.LinkFrom(from); got != want {
			t.Fatalf("from %s to %s: %q, want %q", from, address, got, want)
		}
	})
}

func TestSlugsAreStable(t *testing.T) {
	for title, want := range map[string]string{
		"Ask the quiet teammate":    "ask-the-quiet-teammate",
		"“Don’t” — or do?":          "dont-or-do",
		"  C++ / Größe, naïve café": "c-große-naive-cafe",
		"問いかける が":                   "問いかける-が",
		"???":                       "",
	} {
		if got := Slug(title); got != want {
			t.Errorf("Slug(%q) = %q, want %q", title, got, want)
		}
	}
}

func TestSlugsCanStandInAddresses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := Slug(rapid.String().Draw(t, "title"))
		if again := Slug(s); again != s {
			t.Fatalf("the slug %q becomes %q", s, again)
		}
		if strings.ContainsAny(s, "/\\?#%&\"'<> .") || strings.HasPrefix(s, "-") || strings.HasSuffix(s, "-") {
			t.Fatalf("%q cannot stand in an address", s)
		}
	})
}

func TestRedirectsStayInTheSite(t *testing.T) {
	for from, want := range map[string]string{
		"old/name":         "old/name/index.html",
		"/old.html":        "old.html",
		"old/":             "old/index.html",
		"../outside.html":  "",
		"a/../../b.html":   "",
		"a?b.html":         "",
		"https://x/y.html": "",
		"":                 "index.html",
	} {
		if got := RedirectAddress(from); got != want {
			t.Errorf("RedirectAddress(%q) = %q, want %q", from, got, want)
		}
	}
}
