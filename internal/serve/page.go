package serve

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"net/http"
	"path"
	"strings"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/internal/playbook"
)

// addressOf is the address of the site that a path means.
func addressOf(urlPath string) string {
	address := strings.TrimPrefix(urlPath, "/")
	if address == "" || strings.HasSuffix(address, "/") {
		address += "index.html"
	}
	return address
}

// page answers with a file of the site.
func (s *Server) page(w http.ResponseWriter, req *http.Request) {
	r, err := s.current()
	if err != nil {
		newFile(".html", withLive(nothingYet(err), http.StatusServiceUnavailable)).send(w, req, http.StatusServiceUnavailable)
		return
	}
	switch address := addressOf(req.URL.Path); {
	case r.Site.Has(address):
		s.read(w, req, r, address, http.StatusOK)
	case r.Site.Has(address + "/index.html"):
		http.Redirect(w, req, "/"+address+"/", http.StatusTemporaryRedirect)
	default:
		if e := unpublished(r.Playbook, address); e != nil {
			newFile(".html", withLive(s.unpublishedPage(r.Playbook, e), http.StatusNotFound)).send(w, req, http.StatusNotFound)
			return
		}
		s.read(w, req, r, playbook.NotFoundAddress, http.StatusNotFound)
	}
}

// read sends one file of r's site. When it cannot be made, the page of the last good site
// stands in for it or, if there is none, what is wrong.
func (s *Server) read(w http.ResponseWriter, req *http.Request, r *build.Result, address string, status int) {
	text, err := r.Site.Read(address)
	var m *build.Mistake
	if errors.As(err, &m) && s.fault(r, m) {
		s.page(w, req)
		return
	}
	if err != nil {
		text, status = mistakePage(err), http.StatusInternalServerError
		address = ".html"
	}
	if path.Ext(address) == ".html" {
		text = withLive(text, status)
	}
	newFile(address, text).send(w, req, status)
}

// withLive adds the script that keeps a page fresh, with a sum of the page that it is in: by
// that it finds out whether the page was made anew while it was being loaded. A page that stands in for one that is
// not there is shown at any address, so its links count from the site's root.
func withLive(page []byte, status int) []byte {
	script := fmt.Appendf(nil, `<script type="module" src="%s%s" data-page="%.8x"></script>`, own, liveScript, sha256.Sum256(page))
	if status == http.StatusNotFound {
		page = bytes.Replace(page, []byte("<head>"), []byte(`<head><base href="/">`), 1)
	}
	if !bytes.Contains(page, []byte("</head>")) { // a theme may leave it out; then it may stand anywhere
		return append(bytes.Clone(page), script...)
	}
	return bytes.Replace(page, []byte("</head>"), append(script, "</head>"...), 1)
}
