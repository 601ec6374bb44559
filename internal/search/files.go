package search

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"slices"
	"strings"

	"github.com/microleadership/playbook/internal/parallel"
	"github.com/microleadership/playbook/internal/search/shard"
)

// File is one file of a published index.
type File struct {
	Name string // relative to the site's root, with slashes
	Data []byte
}

const (
	// Manifest is the file that the browser loads first.
	Manifest = "search-index.js"
	// Folder holds the shards.
	Folder = "search-index/"
	// format is the version of the file format; the browser refuses any other.
	format = 2
)

// manifest says what there is and where.
type manifest struct {
	Format    int               `json:"format"`
	Documents int               `json:"documents"`
	Stop      string            `json:"stop"`    // words that say little, separated by spaces
	Endings   string            `json:"endings"` // by which forms of one word differ, separated by spaces
	Compounds bool              `json:"compounds,omitempty"`
	Terms     string            `json:"terms"` // what divides the shards of the dictionary, as lines
	Ends      string            `json:"ends"`  // likewise of the words by their ends
	Texts     string            `json:"texts"` // numbers: how many documents each shard of texts has
	Facets    []Facet           `json:"facets"`
	Together  int               `json:"together"`         // how many shards of the dictionary have their positions in one shard
	Sums      map[string]string `json:"sums"`             // by kind of shard, three digits for each
	Shards    map[string]string `json:"shards,omitempty"` // payloads by name, when the playbook is small
}

// Output is a file of a published index that is not made yet.
type Output struct {
	Name string // relative to the site's root, with slashes
	Size int    // in bytes
	Sum  Sum    // of its bytes
	make func(to []byte) []byte
}

// Append makes the file behind what there is. It may be asked for at any time, and more than once.
func (o Output) Append(to []byte) []byte { return o.make(slices.Grow(to, o.Size)) }

// Publish returns the index as it is published, the manifest first. The same
// documents give the same bytes. What has not changed since the last time costs less.
func (b *Builder) Publish(x *Index) ([]Output, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	shards := x.shards()
	scripts := b.press.print(shards)
	m := x.manifest(shards, scripts)
	text, err := plainJSON(m)
	if err != nil {
		return nil, err
	}
	first := shard.AppendScript(nil, "", text)
	files := []Output{{Manifest, len(first), sha256.Sum256(first), func(to []byte) []byte { return append(to, first...) }}}
	for i, s := range shards {
		if _, ok := m.Shards[s.name]; !ok {
			files = append(files, Output{Folder + s.name + ".js", scripts[i].written, scripts[i].whole, s.appendScript})
		}
	}
	return files, nil
}

// Files is Publish with all files made.
func (b *Builder) Files(x *Index) ([]File, error) {
	outputs, err := b.Publish(x)
	if err != nil {
		return nil, err
	}
	files := make([]File, len(outputs))
	parallel.Each(len(outputs), inRow, func() func(int) {
		return func(i int) { files[i] = File{outputs[i].Name, outputs[i].Append(nil)} }
	})
	return files, nil
}

// Files returns the index as it is published, the manifest first.
func (x *Index) Files() ([]File, error) { return new(Builder).Files(x) }

func (x *Index) manifest(shards []shardPlan, scripts []script) manifest {
	m := manifest{
		Format: format, Documents: len(x.cards), Stop: x.stopList(), Endings: strings.Join(x.endings, " "), Compounds: x.compound,
		Terms: strings.Join(x.layout.bounds, "\n"), Ends: strings.Join(x.layout.ends, "\n"),
		Texts: textCounts(x.layout.docs, len(x.cards)), Together: x.layout.together, Facets: []Facet{},
	}
	for _, c := range x.facets {
		m.Facets = append(m.Facets, c.Facet)
	}
	sums := map[string][]byte{}
	for i, s := range shards {
		sums[s.kind()] = append(sums[s.kind()], scripts[i].sum...)
	}
	m.Sums = make(map[string]string, len(sums))
	for kind, list := range sums {
		m.Sums[kind] = string(list)
	}
	m.Shards = x.inside(shards, scripts)
	return m
}

// inside returns the shards that the manifest of a small playbook has in itself: all,
// or all but the positions, which only phrases need.
func (x *Index) inside(shards []shardPlan, scripts []script) map[string]string {
	for _, without := range []string{"", "p"} {
		size := 0
		for i, s := range shards {
			if s.kind() != without {
				size += scripts[i].size
			}
		}
		if size > x.layout.oneFile {
			continue
		}
		inside := map[string]string{}
		for _, s := range shards {
			if s.kind() != without {
				inside[s.name] = string(s.write(nil))
			}
		}
		return inside
	}
	return nil
}

// plainJSON writes JSON without the escapes that only HTML needs.
func plainJSON(v any) ([]byte, error) {
	var text bytes.Buffer
	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(text.Bytes(), []byte("\n")), nil
}

// textCounts writes how many documents each shard of texts has.
func textCounts(starts []int, all int) string {
	var out []byte
	for i := range starts {
		from, to := span(starts, i, all)
		out = shard.AppendNumber(out, to-from)
	}
	return string(out)
}
