package frontmatter_test

import (
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/playbook"
)

// What an author means is what is read, in whichever notation it is written.
func TestRoundTrip(t *testing.T) {
	formats := map[string]func(*rapid.T, fields) string{
		"YAML": func(t *rapid.T, doc fields) string { text, _ := yamlFile(t, doc); return text },
		"TOML": tomlFile,
	}
	for name, write := range formats {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				want, doc := drawEntry(t)
				src := write(t, doc)
				got, list := parse(want.Kind, src)
				if len(list) > 0 {
					t.Fatalf("%+v\n%s", list, src)
				}
				if d := cmp.Diff(typed(want), typed(got.Entry)); d != "" {
					t.Fatalf("(-want +got):\n%s\n%s", d, src)
				}
				if string(got.Body) != "body\n" {
					t.Fatalf("body %q", got.Body)
				}
				placesMatch(t, got.Where, doc)
			})
		})
	}
}

// typed is what the author typed of an entry.
func typed(e *playbook.Entry) []any {
	var out []any
	for _, target := range structsOf(e) {
		out = append(out, reflect.ValueOf(target).Elem().Interface())
	}
	return out
}

// placesMatch fails unless it is known where each field stands.
func placesMatch(t *rapid.T, where playbook.Where, doc fields) {
	for _, f := range doc {
		if line, _, ok := where.Fields.Of(f.name); !ok || line < 2 || line > len(where.Lines(nil)) {
			t.Fatalf("%s stands on line %d", f.name, line)
		}
	}
}
