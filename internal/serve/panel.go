package serve

import (
	"net/http"
	"strconv"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/internal/pages"
	"github.com/microleadership/playbook/internal/playbook"
)

// facts is what the author's panel knows about a page, beyond what the page itself shows.
type facts struct {
	Address     string      `json:"address"`
	File        string      `json:"file"` // of the entry; "" for a generated page
	Editor      string      `json:"editor"`
	Kind        string      `json:"kind"`
	Draft       bool        `json:"draft"`
	Future      string      `json:"future"`      // the day on which it is published; "" once it is
	Unpublished string      `json:"unpublished"` // why there is no such page
	Words       int         `json:"words"`
	Minutes     int         `json:"minutes"`
	Findings    []placed    `json:"findings"`
	Duplicates  []duplicate `json:"duplicates"`
	Backlinks   []backlink  `json:"backlinks"`
	Result      result      `json:"result"`
	Missing     []string    `json:"missing"` // what would make more of the idea
}

// placed is a finding at the top-level element of the body that it is about; -1 for none.
type placed struct {
	finding
	Block int `json:"block"`
}

type duplicate struct {
	Address string  `json:"address"`
	Title   string  `json:"title"`
	File    string  `json:"file"`
	Share   float64 `json:"share"`
}

type backlink struct {
	Address string `json:"address"`
	Title   string `json:"title"`
}

// result is how the entry looks among those a search has found.
type result struct {
	Title    string `json:"title"`
	Kind     string `json:"kind"`
	Maturity string `json:"maturity"`
	Passage  string `json:"passage"`
	Address  string `json:"address"`
}

// facts answers with what there is to know of the page that is shown, so that its findings
// stand at the paragraphs that are there.
func (s *Server) facts(w http.ResponseWriter, req *http.Request) {
	r, err := s.current()
	address := addressOf(req.URL.Query().Get("address"))
	switch {
	case err != nil:
		answer(w, req, http.StatusServiceUnavailable, problem{err.Error()})
	case r.Site.Has(address):
		answer(w, req, http.StatusOK, s.factsOf(r, address))
	default:
		if e := unpublished(r.Playbook, address); e != nil {
			f := s.typed(r, address, e)
			f.Unpublished = whyUnpublished(r.Playbook, e)
			answer(w, req, http.StatusOK, f)
			return
		}
		answer(w, req, http.StatusNotFound, problem{"there is no such page"})
	}
}

// problem is the answer when there is none.
type problem struct {
	Error string `json:"error"`
}

func answer(w http.ResponseWriter, req *http.Request, status int, v any) {
	text := marshal(v)
	h := w.Header()
	h.Set("Content-Type", "application/json")
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Length", strconv.Itoa(len(text)))
	w.WriteHeader(status)
	if req.Method != http.MethodHead {
		_, _ = w.Write(text) // the reader may have gone; there is nobody left to tell
	}
}

// typed is what the author typed about an entry, published or not.
func (s *Server) typed(r *build.Result, address string, e *playbook.Entry) facts {
	f := facts{
		Address: address, File: e.File, Editor: s.link(e.File, 1, 1), Kind: string(e.Kind), Draft: e.Draft,
		Findings: []placed{}, Duplicates: []duplicate{}, Backlinks: []backlink{}, Missing: []string{},
	}
	if e.PublishOn > r.Playbook.Today {
		f.Future = string(e.PublishOn)
	}
	return f
}

func (s *Server) factsOf(r *build.Result, address string) facts {
	e := published(r.Playbook, address)
	if e == nil {
		return facts{Address: address, Findings: []placed{}, Duplicates: []duplicate{}, Backlinks: []backlink{}, Missing: []string{}}
	}
	f := s.typed(r, address, e)
	body := &r.Playbook.Text(e).Body
	f.Words, f.Minutes = body.Words, body.Minutes()
	for _, d := range r.Diagnostics {
		if d.Pos.File == e.File {
			f.Findings = append(f.Findings, placed{s.finding(d), body.Block(d.Pos.Line)})
		}
	}
	for _, d := range r.Similar(e.File) {
		f.Duplicates = append(f.Duplicates, duplicate{d.Address, d.Title, d.File, d.Share})
	}
	for _, list := range [][]*playbook.Entry{e.Derived.Examples, e.Derived.Stories, e.Derived.Attempts, e.Derived.Backlinks} {
		for _, b := range list {
			f.Backlinks = append(f.Backlinks, backlink{b.PageAddress(), b.Title})
		}
	}
	f.Result = result{e.Title, pages.KindLabel(e.Kind), e.Derived.Maturity.String(), e.Summary, e.PageAddress()}
	f.Missing = append(f.Missing, missing(e)...)
	return f
}

// missing says what would take an idea one step further.
func missing(e *playbook.Entry) []string {
	switch v := e.Derived.Evidence; e.Derived.Maturity {
	case playbook.Idea:
		if e.Kind == playbook.KindPrinciple {
			return []string{"an example, or a story in which somebody followed"}
		}
		return []string{"a story in which somebody followed"}
	case playbook.Illustrated:
		return []string{"a story that happened, in which somebody followed"}
	case playbook.Attested:
		return []string{"three such stories from three teams; so far " + counted(v.Followed, "story", "stories") + " from " + counted(v.Teams, "team", "teams")}
	}
	return nil
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}
