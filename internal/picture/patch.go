package picture

import "bytes"

// patch overwrites bytes where they are. It is for formats whose parts find each other
// by their place in the file: there, nothing may move.
type patch struct {
	data  []byte
	mine  bool // data is a copy
	kinds []string
}

// set writes b at a place. The same bytes are no change.
func (p *patch) set(at int, b []byte, kind string) {
	if bytes.Equal(p.data[at:at+len(b)], b) {
		return
	}
	copy(p.own(at, at+len(b)), b)
	p.note(kind)
}

// fill overwrites a range with one byte.
func (p *patch) fill(from, to int, with byte, kind string) {
	if len(bytes.TrimLeft(p.data[from:to], string([]byte{with}))) == 0 {
		return
	}
	b := p.own(from, to)
	for i := range b {
		b[i] = with
	}
	p.note(kind)
}

func (p *patch) zero(from, to int, kind string) { p.fill(from, to, 0, kind) }

func (p *patch) own(from, to int) []byte {
	if !p.mine {
		p.data, p.mine = bytes.Clone(p.data), true
	}
	return p.data[from:to]
}

func (p *patch) note(kind string) {
	if kind != silent {
		p.kinds = append(p.kinds, kind)
	}
}

func (p *patch) result() result { return result{clean: p.data, kinds: p.kinds} }

func (p *patch) refuse(why, hint string) result {
	return result{kinds: p.kinds, err: &Error{Why: why, Hint: hint}}
}
