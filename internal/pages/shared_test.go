package pages

import (
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/playbook"
)

// Pages share what is the same in many of them: each is as if it had been made alone.
func TestPagesMadeAtOnceAreAsTheyAreAlone(t *testing.T) {
	p := manyPages(60)
	book := Plan(p, benchOptions)
	made := make([]any, len(book.Pages))
	var group sync.WaitGroup
	for worker := range 4 {
		group.Go(func() {
			for i := worker; i < len(book.Pages); i += 4 {
				made[i] = book.View(book.Pages[i]).Data
			}
		})
	}
	group.Wait()
	for i, page := range book.Pages {
		alone := Plan(p, benchOptions)
		if want := alone.View(page).Data; !reflect.DeepEqual(made[i], want) {
			t.Errorf("%s: %s", page.Address, cmp.Diff(want, made[i]))
		}
	}
}

func TestAnotherThemeChangesItsFilesAlone(t *testing.T) {
	p := manyPages(20)
	o := Options{Stylesheets: []string{"assets/b.css"}, Scripts: []string{"tags/deep/b.js"}, SearchIndex: "other.js"}
	before := Plan(p, benchOptions)
	views(before)
	if diff := cmp.Diff(views(Plan(p, o)), views(before.Dressed(o))); diff != "" {
		t.Error(diff)
	}
}

// Whatever the navigation says, and wherever a page stands, its links lead from there.
func TestWhatPagesCarryLeadsFromWhereTheyStand(t *testing.T) {
	folder := rapid.StringMatching(`([ab]/){0,3}`)
	rapid.Check(t, func(t *rapid.T) {
		s := playbook.DefaultSettings()
		for range rapid.IntRange(1, 4).Draw(t, "links") {
			to := folder.Draw(t, "to") + rapid.SampledFrom([]string{"index.html", "a.html", "b.html"}).Draw(t, "file")
			s.Navigation = append(s.Navigation, playbook.NavItem{Title: to, To: to})
		}
		s.Navigation = append(s.Navigation, playbook.NavItem{Title: "Elsewhere", To: "https://example.org/index.html"})
		o := Options{Stylesheets: []string{folder.Draw(t, "style") + "a.css"}, SearchIndex: "search-index.js"}
		site := Plan(playbook.Assemble(playbook.Input{Settings: s}), o).site
		for i := range 12 {
			address := folder.Draw(t, "folder") + rapid.SampledFrom([]string{"index.html", "a.html", "c.html"}).Draw(t, "page")
			c := site.chrome(address, "", "")
			for k, item := range s.Navigation {
				folder, isIndex := strings.CutSuffix(item.To, "/index.html")
				want := NavLink{
					Title: item.Title, Href: playbook.Relative(address, item.To), Lang: "en",
					Current: address == item.To || isIndex && strings.HasPrefix(address, folder+"/"),
				}
				if strings.Contains(item.To, "://") {
					want.Href, want.Current = item.To, false
				}
				if c.Nav[k] != want {
					t.Fatalf("page %d, %s, has %+v, want %+v", i, address, c.Nav[k], want)
				}
			}
			got := fmt.Sprint(c.Root, c.HomeHref, c.SearchHref, c.SearchIndex, c.Footer[0].Href, c.Stylesheets)
			root := strings.Repeat("../", strings.Count(address, "/"))
			want := fmt.Sprint(root, root+"index.html", root+"search.html", root+"search-index.js", root+"az.html", []string{playbook.Relative(address, o.Stylesheets[0])})
			if got != want {
				t.Fatalf("page %d, %s, has %s, want %s", i, address, got, want)
			}
		}
	})
}

func TestTheAZIsInTheOrderOfItsLanguage(t *testing.T) {
	text := rapid.OneOf(rapid.StringMatching(`[a-dA-DäÄöÅåzZß1 '’-]{0,6}`), rapid.String())
	rapid.Check(t, func(t *rapid.T) {
		tag := language.Make(rapid.SampledFrom([]string{"en", "de", "sv", "cs", "ja"}).Draw(t, "language"))
		var items []AZItem
		for i, text := range rapid.SliceOfN(text, 0, 12).Draw(t, "texts") {
			items = append(items, AZItem{Text: text, Href: fmt.Sprintf("%03d", i)})
		}
		order := collate.New(tag, collate.IgnoreCase)
		got := sorted(items, tag)
		if len(got) != len(items) {
			t.Fatalf("of %d lines %d are left", len(items), len(got))
		}
		for i := range len(got) - 1 {
			a, b := got[i], got[i+1]
			signs, next := initial(a.Text) == "#", initial(b.Text) == "#"
			switch c := order.CompareString(a.Text, b.Text); {
			case signs != next:
				if next {
					t.Fatalf("%q stands before %q", a.Text, b.Text)
				}
			case c > 0 || c == 0 && a.Href > b.Href:
				t.Fatalf("%q stands before %q", a.Text, b.Text)
			}
		}
	})
}

func TestALetterIsTheFirstOfTheSlug(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`[a-zA-Z@\[{]?[\x00-\x{360}]{0,3}`)).Draw(t, "text")
		letter, ok := asciiLetter(text)
		if slug := playbook.Slug(text); ok && !strings.HasPrefix(slug, strings.ToLower(letter)) {
			t.Fatalf("%q is filed under %s, and its slug is %q", text, letter, slug)
		}
	})
}

func TestWhatIsSafeNeedsNoEscapes(t *testing.T) {
	for address, want := range map[string]string{
		"../principles/ask.html#why": "../principles/ask.html#why",
		"../stories/größe.html":      "../stories/gr%C3%B6%C3%9Fe.html",
		"a b.html#c d":               "a%20b.html#c%20d",
		"a.html#é":                   "a.html#%C3%A9",
		"*":                          "*",
	} {
		if got := escapeAddress(address); got != want {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
	}
}
