package build

import (
	"fmt"
	"slices"
	"strings"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/leak"
	"github.com/microleadership/playbook/internal/playbook"
)

// Leaked is the error of a file that would tell readers a protected name. It is no
// matter of severity: nothing is published with it.
type Leaked struct{ Diagnostics diag.List }

func (l *Leaked) Error() string { return l.Diagnostics[0].Text }

// searched is a Make that looks for protected names in what it makes. A page in which there
// is one is not remembered: the next publisher must find it again.
func (s *Site) searched(address string, make func(to []byte) ([]byte, error)) func(to []byte) ([]byte, error) {
	return func(to []byte) ([]byte, error) {
		b, err := make(to)
		if err != nil {
			return b, err
		}
		if list := s.leaks(address, b[len(to):]); len(list) > 0 {
			s.press.drop(address)
			return b, &Leaked{list}
		}
		return b, nil
	}
}

// leaks finds the protected names in a file, each once.
func (s *Site) leaks(address string, b []byte) diag.List {
	var list diag.List
	told := map[int]bool{}
	for _, hit := range s.guard.scanner.Scan(address, b) {
		if !told[hit.Name] && s.isLeak(address, hit.Name) {
			told[hit.Name] = true
			list = append(list, s.guard.diagnostic(address, hit))
		}
	}
	return list
}

// isLeak says whether a protected name must not stand where it was found.
//
// Nobody but the stories that protect a name may have a reason to hide it, and somebody
// else one to say it. So of a name that is said by right, only these stories are held to
// their promise: what is published of them must not say it, and their pages only as
// far as all pages do.
func (s *Site) isLeak(address string, name int) bool {
	if s.guard.shows(address, name) {
		return true
	}
	r := s.right()
	if r.linked[linkFrom{address, name}] {
		return true
	}
	if !r.anywhere[name] {
		return !s.dress.owns(address)
	}
	if e := s.guard.own(address, name); e != nil {
		return !r.around[name] || r.told[e.File][name]
	}
	// The search and the list for programs know of a story what its page does not show.
	return r.index[name] && (ofIndex(address) || address == playbook.EntriesAddress)
}

// owns says whether a file is the theme's as it is: who made it may sign it.
func (d *dress) owns(address string) bool { return d.assets[address] != nil || d.root[address] != nil }

// diagnostic does not repeat the name: what a build says can often be read by more
// people than the file that it says it of.
func (g *guard) diagnostic(address string, hit leak.Hit) diag.Diagnostic {
	n := &g.names[hit.Name]
	d := diag.Diagnostic{
		Code: "leak", Severity: diag.Error,
		Pos:  diag.Position{File: address, Line: hit.Line, Column: hit.Column},
		Text: fmt.Sprintf("here the site would name somebody who is not to be named: %s, %s", strings.Join(n.whose[:min(3, len(n.whose))], " and "), hit.Form),
		Hint: "take it out of the text or the file that is published here; docs/privacy.md says what is protected, and why",
	}
	return d
}

// own is the story that alone has an address and protects a name, or nil.
func (g *guard) own(address string, name int) *playbook.Entry {
	if e := g.stories[address]; e != nil && g.names[name].protects(e) {
		return e
	}
	return nil
}

// shows says whether an address is that of a picture in a story that protects a name. The
// story alone decides whom its pictures name, also where others show them too.
func (g *guard) shows(address string, name int) bool {
	return slices.ContainsFunc(g.shown[address], g.names[name].protects)
}
