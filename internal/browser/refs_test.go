//go:build browser

package browser

import (
	"bytes"
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// ref is one address that a file mentions.
type ref struct {
	value string
	where string // a[href]
	loads bool   // the browser fetches it by itself; a link waits for the reader
}

// document is what the crawl wants to know of an HTML page.
type document struct {
	refs []ref
	ids  map[string]bool
	base string // of <base>
}

func readDocument(b []byte) (document, error) {
	d := document{ids: map[string]bool{}}
	root, err := html.Parse(bytes.NewReader(b))
	if err != nil {
		return d, err
	}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		attr := map[string]string{}
		for _, a := range n.Attr {
			attr[a.Key] = a.Val
			d.refs = append(d.refs, attributeRefs(n.Data, a)...)
		}
		d.ids[attr["id"]] = true
		switch {
		case n.Data == "base":
			d.base = attr["href"]
		case n.Data == "link":
			d.refs = append(d.refs, ref{attr["href"], "link[rel=" + attr["rel"] + "]", loadedRels[attr["rel"]]})
		case n.Data == "meta" && strings.EqualFold(attr["http-equiv"], "refresh"):
			_, to, _ := strings.Cut(attr["content"], "url=")
			d.refs = append(d.refs, ref{to, "meta[refresh]", false})
		}
	}
	delete(d.ids, "")
	return d, nil
}

var loadedRels = map[string]bool{"stylesheet": true, "icon": true, "preload": true, "modulepreload": true, "manifest": true}

// attributeRefs covers all that HTML and this theme's scripts treat as an address, link
// and base excepted.
func attributeRefs(element string, a html.Attribute) []ref {
	where := element + "[" + a.Key + "]"
	switch a.Key {
	case "href":
		if element != "link" && element != "base" {
			return []ref{{a.Val, where, element != "a" && element != "area"}} // <use>, <image>
		}
	case "action", "formaction", "cite":
		return []ref{{a.Val, where, false}}
	case "src", "poster", "data", "data-search-index", "data-search-script", "data-search-page":
		return []ref{{a.Val, where, true}}
	case "srcset", "imagesrcset":
		var refs []ref
		for _, candidate := range strings.Split(a.Val, ",") {
			if fields := strings.Fields(candidate); len(fields) > 0 {
				refs = append(refs, ref{fields[0], where, true})
			}
		}
		return refs
	}
	return nil
}

var cssURL = regexp.MustCompile(`url\(\s*["']?([^"')]*)["']?\s*\)|@import\s+["']([^"']*)["']`)

func stylesheetRefs(b []byte) []ref {
	var refs []ref
	for _, m := range cssURL.FindAllSubmatch(b, -1) {
		refs = append(refs, ref{string(m[1]) + string(m[2]), "url()", true})
	}
	return refs
}
