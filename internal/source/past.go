package source

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/microleadership/playbook/internal/playbook"
)

// commitMark starts a commit in git's output. A status stands where it could stand,
// never a path, so no file name can be mistaken for it.
const commitMark = "commit "

// past collects what the commits, newest first, say about the files.
type past struct {
	changes map[string]playbook.Change
	added   map[string]time.Time
	now     map[string]string // what files were called then → what they are called today
	time    time.Time         // of the commit being read
	authors []string          // of it, by the names they are shown by
	also    []string          // what its author was called then, where that is no longer shown
}

func newPast() *past {
	return &past{changes: map[string]playbook.Change{}, added: map[string]time.Time{}, now: map[string]string{}}
}

// commit reads a header: seconds since 1970, author, what the author was called then, and those
// that the message names as authors too.
func (p *past) commit(header string) error {
	seconds, people, _ := strings.Cut(header, " ")
	n, err := strconv.ParseInt(seconds, 10, 64)
	if err != nil {
		return fmt.Errorf("unexpected commit %q", header)
	}
	p.time, p.authors, p.also = time.Unix(n, 0).UTC(), nil, nil
	for i, name := range strings.Split(people, "\x1f") {
		name, _, _ = strings.Cut(strings.TrimSpace(name), " <")
		switch {
		case name == "" || slices.Contains(p.authors, name):
		case i == 1:
			p.also = append(p.also, name)
		default:
			p.authors = append(p.authors, name)
		}
	}
	return nil
}

// file reads what a commit did to one file: a status, then one path or two.
func (p *past) file(status string, in *bufio.Reader) error {
	name, err := readPath(in)
	if err != nil {
		return err
	}
	switch status[:min(1, len(status))] {
	case "R", "C":
		to, err := readPath(in)
		if err != nil {
			return err
		}
		if status != "R100" { // else the same bytes under another name
			p.change(to)
		}
		if status[0] == 'R' { // git never calls a file renamed to a name that was there before
			p.now[name] = p.today(to)
		}
	case "A", "M", "T":
		p.change(name)
	case "D": // of a file that is gone, or was made again later
	default:
		return fmt.Errorf("unexpected status %q", status)
	}
	return nil
}

func readPath(in *bufio.Reader) (string, error) {
	s, err := in.ReadString(0)
	if err != nil {
		return "", io.ErrUnexpectedEOF
	}
	return strings.TrimSuffix(s, "\x00"), nil
}

func (p *past) today(name string) string {
	if now, ok := p.now[name]; ok {
		return now
	}
	return name
}

// change notes that the commit changed the file it calls name. Authors' clocks may
// be wrong or rebased, so the latest time counts, not the first seen.
func (p *past) change(name string) {
	name = p.today(name)
	p.added[name] = p.time // the commit read last is the oldest
	c := p.changes[name]
	if p.time.After(c.Time) {
		c.Time = p.time
	}
	for _, author := range slices.Backward(p.authors) { // the list is read from its end
		if i := slices.Index(c.Authors, author); i >= 0 {
			c.Authors = slices.Delete(c.Authors, i, i+1)
		}
		c.Authors = append(c.Authors, author) // the earliest mention counts
	}
	for _, name := range p.also {
		if !slices.Contains(c.Also, name) {
			c.Also = append(c.Also, name)
		}
	}
	p.changes[name] = c
}

func (p *past) oldestFirst() map[string]playbook.Change {
	for _, c := range p.changes {
		slices.Reverse(c.Authors)
	}
	return p.changes
}
