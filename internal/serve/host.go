package serve

import (
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"
)

// hosts are the names that a server may be asked by.
type hosts struct {
	names  []string
	anyone bool // it listens on every interface, so any number may be its own
}

func newHosts(more []string) hosts {
	h := hosts{names: []string{"localhost", "127.0.0.1", "::1"}}
	for _, name := range more {
		if name == "" {
			continue
		}
		h.names = append(h.names, strings.ToLower(name))
		if ip, err := netip.ParseAddr(name); err == nil && ip.IsUnspecified() {
			h.anyone = true
		}
	}
	return h
}

// know says whether host, as a browser sent it, is a name of this server. A number is none
// that somebody else's domain could be made to lead to.
func (h hosts) know(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	}
	if slices.Contains(h.names, strings.ToLower(name)) {
		return true
	}
	_, err = netip.ParseAddr(name)
	return h.anyone && err == nil
}

// fromHere says whether a request comes from one of this server's own pages, or from no
// page at all. A browser always says where a foreign page's request comes from: in one of
// these headers or, where it sends neither, by holding the answer back for want of
// permission.
func fromHere(req *http.Request) bool {
	switch req.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin", "none":
	default:
		return false
	}
	if len(req.Header.Values("Origin")) == 0 {
		return true
	}
	u, err := url.Parse(req.Header.Get("Origin"))
	return err == nil && u.Host == req.Host && (u.Scheme == "http" || u.Scheme == "https")
}
