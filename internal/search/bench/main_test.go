package main

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestRunPrintsFigures(t *testing.T) {
	corpus := fstest.MapFS{
		"docs.jsonl":                      {Data: []byte(`{"id":"a","title":"map","text":"x"}` + "\n" + `{"id":"b","title":"y","text":"the map and more of it"}`)},
		"queries.jsonl":                   {Data: []byte(`{"id":"1","text":"map"}` + "\n" + `{"id":"2","text":"zebra"}` + "\n" + `{"id":"unjudged","text":"map"}`)},
		"queries_typo.jsonl":              {Data: []byte(`{"id":"1","text":"map"}`)},
		"qrels.tsv":                       {Data: []byte("1\tb\t1\n1\ta\t0\n2\ta\t1\n")},
		"known_item_queries_prefix.jsonl": {Data: []byte(`{"id":"k","text":"ma"}`)},
		"known_item_qrels.tsv":            {Data: []byte("k\ta\t1\n")},
	}
	var out strings.Builder
	if err := run(corpus, &out); err != nil {
		t.Fatal(err)
	}
	// The one relevant page is second: gain 1/log2(3) = .6309, rank 1/2; the other query finds nothing.
	want := `ndcg10_known_prefix 1.0000
mrr10_known_prefix 1.0000
recall10_known_prefix 1.0000
empty_known_prefix 0
ndcg10 0.3155
mrr10 0.2500
recall10 0.5000
empty 1
ndcg10_typo 0.6309
mrr10_typo 0.5000
recall10_typo 1.0000
empty_typo 0
`
	if out.String() != want {
		t.Errorf("got\n%swant\n%s", out.String(), want)
	}
}

func TestRunNamesWhatIsMissing(t *testing.T) {
	err := run(fstest.MapFS{"docs.jsonl": {Data: []byte(`{"id":`)}}, &strings.Builder{})
	if err == nil || !strings.Contains(err.Error(), "docs.jsonl") {
		t.Errorf("error %v does not name the file", err)
	}
}
