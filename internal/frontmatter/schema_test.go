package frontmatter_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"
	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/frontmatter"
	"github.com/microleadership/playbook/internal/playbook"
)

// compile makes sure that a schema is one, and returns it ready for use.
func compile(t *testing.T, schema any) *jsonschema.Schema {
	t.Helper()
	text, err := json.Marshal(schema)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	out, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func schemas(t *testing.T) map[playbook.Kind]*jsonschema.Schema {
	t.Helper()
	out := map[playbook.Kind]*jsonschema.Schema{}
	for _, kind := range playbook.Kinds() {
		out[kind] = compile(t, frontmatter.Schema(kind, vocabularies()))
	}
	return out
}

// Editors must not complain of what ships.
func TestSchemaAcceptsShippedEntries(t *testing.T) {
	seen := 0
	for kind, schema := range schemas(t) {
		files, err := filepath.Glob("../../content/" + kind.Dir() + "/*.md")
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			block, _, _ := strings.Cut(strings.TrimPrefix(string(src), "---\n"), "\n---\n")
			var value any
			if err := yaml.Load([]byte(block), &value); err != nil {
				t.Fatal(err)
			}
			seen++
			if err := schema.Validate(daysAsText(value)); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			if _, list := parse(kind, string(src)); len(list) > 0 {
				t.Errorf("%s: %+v", name, list)
			}
		}
	}
	if seen == 0 {
		t.Error("no entries to test with")
	}
}

// daysAsText undoes what the YAML decoder makes of a date: editors follow YAML 1.2, which
// has no type for one.
func daysAsText(value any) any {
	switch v := value.(type) {
	case time.Time:
		return v.Format(time.DateOnly)
	case map[string]any:
		for k := range v {
			v[k] = daysAsText(v[k])
		}
	case []any:
		for i := range v {
			v[i] = daysAsText(v[i])
		}
	}
	return value
}

// The schema and the decoder are one description: whatever is in a document, either both
// accept it or both do not.
func TestSchemaAgreesWithDecoder(t *testing.T) {
	all := schemas(t)
	for name, slip := range slips {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				e, doc := drawEntry(t)
				doc, path, wrong := spoil(t, e.Kind, doc, slip)
				src, _ := yamlFile(t, doc)
				_, list := parse(e.Kind, src)
				err := all[e.Kind].Validate(asJSON(doc))
				if rejected := err != nil; rejected != (len(list) > 0) || rejected != wrong {
					t.Fatalf("%q wrong: %v\nschema: %v\ndecoder: %+v\n%s", path, wrong, err, list, src)
				}
			})
		})
	}
}

// One character decides whether text is blank, or refused: the same in both.
func TestSchemaAgreesOnCharacters(t *testing.T) {
	schema := schemas(t)[playbook.KindPage]
	for r := rune(0); r <= 0xFFFF; r++ {
		if r >= 0x3100 && r < 0xFB00 {
			continue // scripts, and surrogates
		}
		for _, text := range []string{string(r), "a" + string(r)} {
			// An escape, so that the text is a value and not a mistake of encoding.
			src := fmt.Sprintf("---\ntitle: T\nsummary: \"%s\\u%04X\"\n---\n", text[:len(text)-len(string(r))], r)
			_, list := parse(playbook.KindPage, src)
			err := schema.Validate(map[string]any{"title": "T", "summary": text})
			if (err != nil) != (len(list) > 0) {
				t.Errorf("%q: schema %v, decoder %+v", text, err, list)
			}
		}
	}
}

// A calendar is more than its digits.
func TestSchemaAgreesOnDays(t *testing.T) {
	schema := schemas(t)[playbook.KindPage]
	for _, year := range []int{0, 4, 1900, 2000, 2023, 2024, 2026, 2100, 2400, 9999} {
		for month := range 14 {
			for day := range 33 {
				text := fmt.Sprintf("%04d-%02d-%02d", year, month, day)
				var d playbook.Date
				decoder := d.UnmarshalText([]byte(text))
				err := schema.Validate(map[string]any{"title": "T", "summary": "S", "review_by": text})
				if (err != nil) != (decoder != nil) {
					t.Errorf("%s: schema %v, decoder %v", text, err, decoder)
				}
			}
		}
	}
}

// asJSON is the document as an editor hands it to a schema.
func asJSON(value any) any {
	switch v := value.(type) {
	case plain:
		if n, err := strconv.ParseFloat(string(v), 64); err == nil {
			return n
		}
		return string(v)
	case fields:
		out := map[string]any{}
		for _, f := range v {
			out[f.name] = asJSON(f.value)
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i := range v {
			out[i] = asJSON(v[i])
		}
		return out
	}
	return value
}
