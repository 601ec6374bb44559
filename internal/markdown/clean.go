package markdown

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"github.com/microleadership/playbook/internal/diag"
)

// clean sets the source, with what no page may contain replaced by U+FFFD and
// with line ends as \n. Each bad byte becomes one character, so that lines and
// columns remain those of the file.
func (p *page) clean(src []byte) {
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	from := firstUnclean(src)
	if from < 0 {
		p.src = src
		return
	}
	type run struct {
		start, stop int
		what        string
	}
	var runs []run
	out := append(make([]byte, 0, len(src)+len(src)/8), src[:from]...)
	for i := from; i < len(src); {
		r, n := utf8.DecodeRune(src[i:])
		what := unclean(r, n)
		switch {
		case r == '\r':
			if i+1 == len(src) || src[i+1] != '\n' {
				out = append(out, '\n')
			}
		case what == "":
			out = append(out, src[i:i+n]...)
		default:
			if last := len(runs) - 1; last >= 0 && runs[last].stop == len(out) && runs[last].what == what {
				runs[last].stop += len("\ufffd")
			} else {
				runs = append(runs, run{len(out), len(out) + len("\ufffd"), what})
			}
			out = append(out, "\ufffd"...)
		}
		i += n
	}
	p.src = out
	for _, r := range runs {
		p.report("encoding", diag.Warning, r.start, r.stop, r.what+" is shown as \ufffd", "save the file as UTF-8 text")
	}
}

// firstUnclean returns where copying must begin, or -1. Nearly always it is -1.
func firstUnclean(src []byte) int {
	for i := 0; i < len(src); {
		if b := src[i]; b >= ' ' && b < 0x7f || b == '\n' || b == '\t' {
			i++
			continue
		}
		r, n := utf8.DecodeRune(src[i:])
		if r == '\r' || unclean(r, n) != "" {
			return i
		}
		i += n
	}
	return -1
}

func unclean(r rune, size int) string {
	switch {
	case r == utf8.RuneError && size == 1:
		return "a byte that is not UTF-8"
	case r == 0:
		return "a NUL character"
	case isControl(r) && r != '\r':
		return fmt.Sprintf("the control character U+%04X", r)
	}
	return ""
}

// isControl tells the characters that HTML forbids: C0 and C1 controls other than white space.
func isControl(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\f' || r >= 0x7f && r < 0xa0
}
