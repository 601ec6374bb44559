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
