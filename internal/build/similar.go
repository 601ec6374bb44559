package build

// Similar is another published entry whose text is much like that of one.
type Similar struct {
	Address, Title, File string
	Share                float64 // how much of the two texts is common to them, 0 to 1
}

// Similar lists the published near-duplicates of the entry in a file, the most similar first.
func (r *Result) Similar(file string) []Similar {
	e, ok := r.Playbook.ByFile(file)
	if !ok {
		return nil
	}
	var out []Similar
	for _, m := range r.checker.Similar(r.Playbook, e) {
		if m.Entry.Derived.Published {
			out = append(out, Similar{m.Entry.PageAddress(), m.Entry.Title, m.Entry.File, m.Share})
		}
	}
	return out
}
