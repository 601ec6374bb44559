package search

// textPayload writes what is shown of documents as JSON: a list for each, whose
// items are those of card.
func textPayload(docs []Document) (string, error) {
	cards := make([][]any, len(docs))
	for i, d := range docs {
		cards[i] = card(d)
	}
	return plainJSON(cards)
}

func card(d Document) []any {
	headings := make([][2]string, len(d.Headings))
	for i, h := range d.Headings {
		headings[i] = [2]string{h.ID, h.Text}
	}
	invented := 0
	if d.Illustrative {
		invented = 1
	}
	return []any{d.URL, d.Title, d.Summary, d.Body, headings, d.Lang, d.Kind, d.KindLabel, d.Maturity, d.Outcome, invented, names(d)}
}

// cardSize is about how many bytes a card has.
func cardSize(d Document) int {
	size := len(d.URL) + len(d.Title) + len(d.Summary) + len(d.Body) + 64
	for _, name := range names(d) {
		size += len(name) + 3
	}
	for _, h := range d.Headings {
		size += len(h.ID) + len(h.Text) + 8
	}
	return size
}

// names are what else a page is called and asked for by.
func names(d Document) []string { return append(append([]string{}, d.Aliases...), d.Asks...) }
