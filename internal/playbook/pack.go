package playbook

import "github.com/microleadership/playbook/internal/pack"

// Pack writes places one by one: what they are made of is nobody else's business.
func (p Places) Pack(w *pack.Writer) {
	w.Count(len(p))
	for _, at := range p {
		w.String(at.path)
		w.Int(int64(at.line))
		w.Int(int64(at.column))
	}
}

// Unpack reads what Pack wrote.
func (p *Places) Unpack(r *pack.Reader) {
	out := make(Places, r.Count(3))
	for i := range out {
		out[i] = place{r.String(), int32(r.Int()), int32(r.Int())}
	}
	*p = out
}
