//go:build browser

package browser

import (
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// place is somewhere that the site stands. It fetches each address once.
type place struct {
	base  *url.URL
	found map[string]*fetched
}

// fetched is what an address yields.
type fetched struct {
	body     []byte
	document document // of an HTML page
	err      error
}

func newPlace(t *testing.T, base string) *place {
	t.Helper()
	u, err := url.Parse(base)
	if err != nil {
		t.Fatal(err)
	}
	return &place{u, map[string]*fetched{}}
}

func (p *place) fetch(u url.URL) *fetched {
	u.Fragment, u.RawFragment, u.RawQuery = "", "", ""
	key := u.String()
	if p.found[key] == nil {
		f := &fetched{}
		p.found[key] = f
		if f.body, f.err = p.get(u); f.err == nil && isPage(u) {
			f.document, f.err = readDocument(f.body)
		}
	}
	return p.found[key]
}

func isPage(u url.URL) bool {
	return strings.HasSuffix(u.Path, ".html") || strings.HasSuffix(u.Path, "/")
}

func (p *place) get(u url.URL) ([]byte, error) {
	if u.Scheme == "file" {
		return os.ReadFile(filepath.FromSlash(u.Path)) // a folder is an error: opened from disk, it shows a listing
	}
	r, err := http.Get(u.String())
	if err != nil {
		return nil, err
	}
	defer r.Body.Close()
	if r.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s", r.Status)
	}
	return io.ReadAll(r.Body)
}

// holds says whether an address is inside the site.
func (p *place) holds(u *url.URL) bool {
	return u.Scheme == p.base.Scheme && u.Host == p.base.Host && strings.HasPrefix(u.Path, p.base.Path)
}
