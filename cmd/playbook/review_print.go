package main

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

func (q *queue) print(s streams, format string) error {
	switch format {
	case "json":
		return q.json(s)
	case "markdown":
		_, err := s.out.Write(q.markdown())
		return err
	}
	if len(q.waiting) == 0 {
		fmt.Fprintln(s.out, "nothing waits: every story has been reviewed")
		return nil
	}
	fmt.Fprintf(s.out, "%s for review, oldest first\n", q.count())
	for _, w := range q.waiting {
		fmt.Fprintf(s.out, "\n%s\n", visible(w.heading()))
		fmt.Fprintf(s.out, "  %s\n", visible(q.p.path(w.File)))
		fmt.Fprintf(s.out, "  %s\n", q.waits(w))
		fmt.Fprintf(s.out, "  %s\n", promises(w.Story))
		if len(w.found) == 0 {
			fmt.Fprintf(s.out, "  nothing stands in the way: %s\n", visible(q.p.accepting(w.ID)))
		} else if err := printFindings(s.out, q.p.located(w.found)); err != nil {
			return err
		}
	}
	return nil
}

// accepting is the command that accepts a story, as it works from here.
func (p *project) accepting(id string) string {
	return "playbook review accept " + id + p.named(" -C ")
}

// reviewing is the command that lists what waits.
func (p *project) reviewing() string { return "playbook review" + p.named(" ") }

// named is the playbook's folder as an argument, quoted where a shell would take it apart;
// nothing when it is the one that we are in.
func (p *project) named(before string) string {
	if p.dir == "." {
		return ""
	}
	dir := filepath.ToSlash(p.dir)
	if strings.ContainsFunc(dir, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("/._-:", r)
	}) {
		dir = "'" + strings.ReplaceAll(dir, "'", `'\''`) + "'"
	}
	return before + dir
}

func (q *queue) count() string {
	if len(q.waiting) == 1 {
		return "1 story waits"
	}
	return plural(len(q.waiting), "story") + " wait"
}

// heading is a story's title, with what sets it apart.
func (w waiting) heading() string {
	var apart []string
	if w.Draft {
		apart = append(apart, "draft")
	}
	if w.Story.Provenance == playbook.Illustrative {
		apart = append(apart, "illustrative")
	}
	if len(apart) == 0 {
		return w.Title
	}
	return w.Title + " (" + strings.Join(apart, ", ") + ")"
}

func (q *queue) waits(w waiting) string {
	n := q.days(w)
	text := "waits " + days(n) + ", since " + w.day()
	if n == 0 {
		text = "came today"
	}
	if !w.git {
		text += " (the file's date: git does not know when it came)"
	}
	return text
}

func days(n int) string {
	if n == 1 {
		return "1 day"
	}
	return strconv.Itoa(n) + " days"
}

// promises says what a story promises, and whether its teller has agreed.
func promises(s *playbook.Story) string {
	said := func(value string) string {
		if value == "" {
			return "not said"
		}
		return value
	}
	consent := "none yet"
	if s.Consent != "" {
		consent = string(s.Consent)
	}
	return "credit: " + said(string(s.Credit)) + " · people: " + said(string(s.People)) + " · consent: " + consent
}

// path is the path by which the user can open a file of the playbook.
func (p *project) path(file string) string {
	return p.located(diag.List{{Pos: diag.Position{File: file}}})[0].Pos.File
}

// visible replaces what could lead a terminal astray: whoever submits a story names its
// file.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && r != '\u200d' {
			return unicode.ReplacementChar
		}
		return r
	}, text)
}
