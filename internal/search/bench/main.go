// Command bench measures the ranking of package search on a corpus with judgments.
//
//	go run ./internal/search/bench DIR
//
// DIR has docs.jsonl {id, title, text}, queries*.jsonl {id, text} and qrels.tsv
// (query, document, relevance), and possibly known_item_queries*.jsonl with
// known_item_qrels.tsv. For each set of queries it prints ndcg10, mrr10, recall10
// and empty, one "name value" a line, with the set's name appended: ndcg10_typo,
// mrr10_known_prefix. Only judged queries count; one without an answer counts 0.
package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/microleadership/playbook/internal/search"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: bench DIR")
		os.Exit(2)
	}
	if err := run(os.DirFS(os.Args[1]), os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(3)
	}
}

// run measures every set of queries in the corpus and prints the figures to out.
func run(corpus fs.FS, out io.Writer) error {
	docs, err := readLines[document](corpus, "docs.jsonl")
	if err != nil {
		return err
	}
	pages := make([]search.Document, len(docs))
	for i, d := range docs {
		pages[i] = search.Document{Title: d.Title, Body: d.Text}
	}
	index := search.Build(pages, search.Options{})
	sets, err := fs.Glob(corpus, "*queries*.jsonl")
	if err != nil {
		return err
	}
	slices.Sort(sets)
	for _, set := range sets {
		if err := measureSet(corpus, set, docs, index, out); err != nil {
			return err
		}
	}
	return nil
}

func measureSet(corpus fs.FS, set string, docs []document, index *search.Index, out io.Writer) error {
	queries, err := readLines[query](corpus, set)
	if err != nil {
		return err
	}
	judgments := "qrels.tsv"
	if strings.HasPrefix(set, "known_item") {
		judgments = "known_item_qrels.tsv"
	}
	relevant, err := readJudgments(corpus, judgments)
	if err != nil {
		return err
	}
	var total figures
	for _, q := range queries {
		if len(relevant[q.ID]) == 0 {
			continue
		}
		var found []string
		for _, hit := range index.Search(search.Query{Text: q.Text, Limit: 10}).Hits {
			found = append(found, docs[hit.Doc].ID)
		}
		total.add(found, relevant[q.ID])
	}
	total.print(out, suffix(set))
	return nil
}

// suffix turns known_item_queries_typo.jsonl into _known_typo.
func suffix(set string) string {
	name := strings.TrimSuffix(filepath.Base(set), ".jsonl")
	return strings.NewReplacer("known_item_queries", "_known", "queries", "").Replace(name)
}
