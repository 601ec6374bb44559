package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"html"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"

	"github.com/microleadership/playbook/internal/search/cost/corpus"
)

// queryCount is how many queries are made up; more than one run asks.
const queryCount = 200

func prepareCommand(self string, w work, o options) []string {
	return []string{
		self, "prepare", "-n", strconv.Itoa(o.pages), "-seed", strconv.FormatUint(o.seed, 10), "-corpus", o.corpus,
		"-html=" + strconv.FormatBool(o.rivals), "-to", w.dir,
	}
}

// prepare writes the pages as lines and as HTML, and the queries. It runs in a process
// of its own so that the one that measures stays small.
func prepare(args []string) error {
	flags := flag.NewFlagSet("prepare", flag.ContinueOnError)
	n := flags.Int("n", 0, "")
	seed := flags.Uint64("seed", 0, "")
	from := flags.String("corpus", "", "")
	asHTML := flags.Bool("html", false, "")
	to := flags.String("to", "", "")
	if flags.Parse(args) != nil {
		return errUsage
	}
	w := work{dir: *to}
	if *from != "" {
		queries, err := readAll(corpus.Lines[corpus.Query](filepath.Join(*from, "queries.jsonl")))
		if err != nil {
			return err
		}
		rand.New(rand.NewPCG(*seed, 0)).Shuffle(len(queries), func(i, j int) { queries[i], queries[j] = queries[j], queries[i] })
		if err := writeLines(w.queries(), queries); err != nil {
			return err
		}
		_, err = writePages(w, corpus.Lines[corpus.Page](filepath.Join(*from, "docs.jsonl")), *asHTML)
		return err
	}
	titles, err := writePages(w, certain(corpus.Generate(*n, *seed)), *asHTML)
	if err != nil {
		return err
	}
	return writeLines(w.queries(), makeQueries(titles, *seed))
}

// makeQueries takes pages at random and remembers words of their titles.
func makeQueries(titles []string, seed uint64) []corpus.Query {
	rng := rand.New(rand.NewPCG(seed, 1))
	var queries []corpus.Query
	for range 10 * queryCount {
		if text := corpus.Known(titles[rng.IntN(len(titles))], rng); text != "" {
			queries = append(queries, corpus.Query{ID: strconv.Itoa(len(queries) + 1), Text: text})
		}
		if len(queries) == queryCount {
			break
		}
	}
	return queries
}

// writePages writes docs.jsonl, and site/ if wanted, and returns the titles.
func writePages(w work, pages iter.Seq2[corpus.Page, error], asHTML bool) ([]string, error) {
	file, err := os.Create(w.docs())
	if err != nil {
		return nil, err
	}
	defer file.Close()
	// Pages of an earlier run in the same folder would be indexed with these.
	if err := os.RemoveAll(w.site()); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(w.site(), 0o777); err != nil {
		return nil, err
	}
	out := bufio.NewWriter(file)
	lines := json.NewEncoder(out)
	taken := map[string]bool{}
	var titles []string
	for p, err := range pages {
		if err != nil {
			return nil, err
		}
		p.URL = address(p, taken)
		titles = append(titles, p.Title)
		if err := lines.Encode(p); err != nil {
			return nil, err
		}
		if !asHTML {
			continue
		}
		if err := os.WriteFile(filepath.Join(w.site(), p.URL), asPage(p), 0o666); err != nil {
			return nil, err
		}
	}
	return titles, out.Flush()
}

// address makes a page's address of its title, as site generators do.
func address(p corpus.Page, taken map[string]bool) string {
	words := strings.FieldsFunc(strings.ToLower(p.Title), func(r rune) bool { return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	slug := strings.Join(words, "-")
	slug = slug[:min(len(slug), 80)]
	if slug == "" || taken[slug] {
		slug = strings.TrimPrefix(slug+"-"+p.ID, "-")
	}
	taken[slug] = true
	return slug + ".html"
}

func asPage(p corpus.Page) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>%[1]s</title>\n<main data-pagefind-body>\n<h1>%[1]s</h1>\n", html.EscapeString(p.Title))
	for paragraph := range strings.SplitSeq(p.Text, "\n") {
		b.WriteString("<p>" + html.EscapeString(paragraph) + "</p>\n")
	}
	b.WriteString("</main>\n</html>\n")
	return []byte(b.String())
}
