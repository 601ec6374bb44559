// Package corpus makes the pages that searches are compared on: text that nobody
// wrote, but that costs an index what real text costs.
//
// What makes an index large or slow is the shape of language, so that is what is
// copied here: a few words make up half of a text (Zipf and Mandelbrot), new ones
// never stop coming (Heaps), pages are about something, words have endings, some
// stand together more often than by chance, and letters are not equally frequent.
// Real collections of 100,000 pages would do as well, but nobody could rerun the
// figures without fetching them first.
package corpus

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
)

// Page is one page, in the form of a line of docs.jsonl. Its text has a paragraph
// on each line.
type Page struct {
	ID    string `json:"id"`
	URL   string `json:"url,omitempty"`
	Title string `json:"title"`
	Text  string `json:"text"`
}

// Query is a line of queries.jsonl.
type Query struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

// Lines yields the JSON values of a file that has one on each line, and stops at the first mistake.
func Lines[T any](name string) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var v T
		file, err := os.Open(name)
		if err != nil {
			yield(v, err)
			return
		}
		defer file.Close()
		for dec := json.NewDecoder(bufio.NewReader(file)); ; {
			v = *new(T)
			err := dec.Decode(&v)
			if err == io.EOF {
				return
			}
			if err != nil {
				err = fmt.Errorf("%s: %w", filepath.Base(name), err)
			}
			if !yield(v, err) || err != nil {
				return
			}
		}
	}
}
