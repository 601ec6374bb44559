package search

import (
	"bytes"
	"encoding/json"
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

// Files returns the index as it is published, the manifest first. The same
// documents give the same bytes.
func (x *Index) Files() ([]File, error) { return new(Builder).Files(x) }

// Files is the method of an Index, with what the last call has left: what has not
// changed is not made again, and its Data is the same slice. It must not be written to.
func (b *Builder) Files(x *Index) ([]File, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	shards := x.shards()
	scripts, err := b.press.print(shards)
	if err != nil {
		return nil, err
	}
	m := x.manifest(shards, scripts)
	inside, err := x.inside(shards, scripts)
	if err != nil {
		return nil, err
	}
	m.Shards = inside
	text, err := plainJSON(m)
	if err != nil {
		return nil, err
	}
	files := []File{{Manifest, shard.Script("", text)}}
	for i, s := range shards {
		if _, ok := inside[s.name]; !ok {
			files = append(files, File{Folder + s.name + ".js", scripts[i].data})
		}
	}
	return files, nil
}

func (x *Index) manifest(shards []shardPlan, scripts []*script) manifest {
	m := manifest{
		Format: format, Documents: len(x.docs), Stop: x.stopList(), Endings: strings.Join(x.endings, " "), Compounds: x.compound,
		Terms: strings.Join(x.layout.bounds, "\n"), Ends: strings.Join(x.layout.ends, "\n"),
		Texts: textCounts(x.layout.docs, len(x.docs)), Together: x.layout.together, Sums: map[string]string{}, Facets: []Facet{},
	}
	for _, c := range x.facets {
		m.Facets = append(m.Facets, c.Facet)
	}
	for i, s := range shards {
		m.Sums[s.kind()] += scripts[i].sum
	}
	return m
}

// inside returns the shards that the manifest of a small playbook has in itself: all,
// or all but the positions, which only phrases need.
func (x *Index) inside(shards []shardPlan, scripts []*script) (map[string]string, error) {
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
				payload, err := s.write(nil)
				if err != nil {
					return nil, err
				}
				inside[s.name] = string(payload)
			}
		}
		return inside, nil
	}
	return nil, nil
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
