package serve

import (
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// knows says whether host, as a browser sent it, is a name of this server.
func (s *Server) knows(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = strings.Trim(host, "[]")
	}
	return slices.Contains(s.hosts, strings.ToLower(name))
}

// fromHere says whether a request comes from one of this server's own pages. A
// browser always says where a foreign page's request comes from.
func (s *Server) fromHere(req *http.Request) bool {
	origin := req.Header.Get("Origin")
	if origin == "" {
		return true
	}
	u, err := url.Parse(origin)
	return err == nil && u.Host == req.Host
}
