package main

import (
	"fmt"

	"github.com/microleadership/playbook/internal/search/cost/corpus"
)

// measure asks one engine everything and prints its figures.
func (v visit) measure(name string, code []string, queries []corpus.Query, verbose bool) error {
	bytes := 0
	for _, c := range code {
		data, _, err := v.host.body("/" + name + "/" + c)
		if err != nil {
			return err
		}
		bytes += len(data)
	}
	show(name, "code_bytes", "%d", bytes)
	if err := v.series(name, "", queries, verbose); err != nil {
		return err
	}
	if name != "ours" {
		// One of the others waits until the typing pauses, the other has loaded everything.
		return nil
	}
	return v.series(name, "typed_", queries[:firsts+typed], verbose)
}

// series asks the first queries in fresh tabs, and all others in the last of them.
func (v visit) series(name, kind string, queries []corpus.Query, verbose bool) error {
	letters := kind != "" // one by one
	var first, further []reply
	for i, q := range queries[:firsts] {
		t, err := newTab(v.browser)
		if err != nil {
			return err
		}
		err = func() error {
			defer t.close()
			if err := v.enter(t); err != nil {
				return err
			}
			r, err := v.one(t, q.Text, letters)
			if err != nil {
				return err
			}
			first = append(first, r)
			if verbose {
				sayLoaded(name, q.Text, r)
			}
			if i < firsts-1 {
				return nil
			}
			further, err = v.further(t, name, queries[firsts:], letters)
			return err
		}()
		if err != nil {
			return err
		}
	}
	showLoads(name, kind+"first", first)
	showLoads(name, kind+"further", further)
	if !letters {
		showShown(name, first, further)
	}
	return nil
}

func (v visit) further(t tab, name string, queries []corpus.Query, letters bool) ([]reply, error) {
	var replies []reply
	var texts []string
	for _, q := range queries {
		r, err := v.one(t, q.Text, letters)
		if err != nil {
			return nil, err
		}
		replies = append(replies, r)
		texts = append(texts, q.Text)
	}
	if letters {
		return replies, nil
	}
	times, err := eval[[]float64](t, fmt.Sprintf("reader.again(%s, %d, %d)", quote(texts), rounds, briefly.Milliseconds()))
	if err != nil {
		return nil, err
	}
	showTimes(name, times, len(texts))
	return replies, nil
}
