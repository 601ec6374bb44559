package search

// gap separates the positions of fields, and of values of one field, so that words
// on either side are no neighbours.
const gap = 8

// fields returns the texts of each field, in the order of the field constants.
func fields(d *Document) [fieldCount][]string {
	headings := make([]string, len(d.Headings))
	for i, h := range d.Headings {
		headings[i] = h.Text
	}
	return [fieldCount][]string{{d.Title}, d.Aliases, d.Asks, {d.Summary}, headings, d.Tags, {d.Body}}
}
