package search

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"

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

// piece is a shard that is not a file yet.
type piece struct{ name, payload string }

// Files returns the index as it is published, the manifest first. The same
// documents give the same bytes.
func (x *Index) Files() ([]File, error) {
	m, pieces, err := x.published()
	if err != nil {
		return nil, err
	}
	text, err := plainJSON(m)
	if err != nil {
		return nil, err
	}
	files := []File{{Manifest, shard.Script("", text)}}
	for i, p := range pieces {
		if _, ok := m.Shards[p.name]; !ok {
			files = append(files, File{Folder + p.name + ".js", shard.Script(p.name, p.payload)})
			pieces[i] = piece{} // not all twice in memory
		}
	}
	return files, nil
}

// published returns the manifest and all shards.
func (x *Index) published() (manifest, []piece, error) {
	m := manifest{
		Format: format, Documents: len(x.docs), Stop: x.stopList(), Endings: strings.Join(x.endings, " "), Compounds: x.compound,
		Terms: strings.Join(x.layout.bounds, "\n"), Ends: strings.Join(x.layout.ends, "\n"),
		Texts: textCounts(x.layout.docs, len(x.docs)), Together: x.layout.together, Sums: map[string]string{}, Facets: []Facet{},
	}
	for _, c := range x.facets {
		m.Facets = append(m.Facets, c.Facet)
	}
	kinds, err := x.payloads()
	if err != nil {
		return m, nil, err
	}
	var pieces []piece
	for _, kind := range kinds {
		for i, payload := range kind.payloads {
			pieces = append(pieces, piece{kind.letter + strconv.Itoa(i), payload})
			m.Sums[kind.letter] += shard.Sum(payload)
		}
	}
	m.Shards = inside(pieces, x.layout.oneFile)
	return m, pieces, nil
}

// inside returns the shards that the manifest of a small playbook has in itself: all,
// or all but the positions, which only phrases need.
func inside(pieces []piece, most int) map[string]string {
	for _, without := range []string{"", "p"} {
		shards, size := map[string]string{}, 0
		for _, p := range pieces {
			if without == "" || !strings.HasPrefix(p.name, without) {
				shards[p.name] = p.payload
				size += len(p.payload)
			}
		}
		if size <= most {
			return shards
		}
	}
	return nil
}

// plainJSON writes JSON without the escapes that only HTML needs.
func plainJSON(v any) (string, error) {
	var text bytes.Buffer
	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return "", err
	}
	return strings.TrimSuffix(text.String(), "\n"), nil
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
