package decode

import (
	"reflect"
)

// Schema describes the same structs as Into reads, as JSON Schema 2020-12: what
// the decoder rejects in a single value, the schema rejects too.
func Schema(title string, targets []any, opts Options) map[string]any {
	s := object(targets, opts)
	s["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	s["title"] = title
	return s
}

func object(targets []any, opts Options) map[string]any {
	properties := map[string]any{}
	required := []string{}
	for _, target := range targets {
		t := reflect.TypeOf(target)
		if t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		for _, f := range opts.fields(t) {
			p := property(f, f.typ, opts.within())
			if f.Required {
				required = append(required, f.Name)
			} else {
				allowNull(p)
			}
			p["description"] = f.Doc
			properties[f.Name] = p
		}
	}
	return map[string]any{
		"type":                 "object",
		"properties":           properties,
		"required":             required,
		"additionalProperties": false,
	}
}

// allowNull lets a field stand there without a value, which is as good as absent.
func allowNull(p map[string]any) {
	switch t := p["type"].(type) {
	case string:
		p["type"] = []any{t, "null"}
	case nil:
		if list, ok := p["enum"].([]any); ok {
			p["enum"] = append(list, nil)
		} else {
			p["anyOf"] = append(p["anyOf"].([]any), map[string]any{"type": "null"})
		}
	}
}

// notBlank matches text that says something. The spaces are written out, because \s
// means the ASCII ones in some dialects of regular expressions and all in others.
const notBlank = "[^\\t-\\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"

func property(f Field, t reflect.Type, opts Options) map[string]any {
	if list := valuesOf(t, f.Vocab, opts.Vocabularies); list != nil && t.Kind() != reflect.Slice {
		values := make([]any, len(list))
		for i, v := range list {
			values[i] = v
		}
		return map[string]any{"enum": values}
	}
	if p, ok := reflect.Zero(t).Interface().(patterned); ok {
		text := map[string]any{"type": "string", "pattern": p.Pattern()}
		if _, year := p.(yearly); !year {
			return text
		}
		return map[string]any{"anyOf": []any{text, map[string]any{"type": "integer", "minimum": 1000, "maximum": 9999}}}
	}
	switch t.Kind() {
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.Int:
		return map[string]any{"type": "integer"}
	case reflect.Slice:
		p := map[string]any{"type": "array", "items": property(f, t.Elem(), opts)}
		if f.Required {
			p["minItems"] = 1
		}
		return p
	case reflect.Map:
		return dictionary(f, t, opts)
	case reflect.Struct:
		return object([]any{reflect.New(t).Interface()}, opts)
	}
	return map[string]any{
		"type": "string", "pattern": notBlank,
		"not": map[string]any{"type": "string", "pattern": refusedCharacters},
	}
}

// yearly is a text type that YAML may also read as a number: 2025.
type yearly interface{ Yearly() }

func dictionary(f Field, t reflect.Type, opts Options) map[string]any {
	item := property(f, t.Elem(), opts)
	keys, closedKeys := opts.Keys[f.Name]
	if !closedKeys {
		return map[string]any{"type": "object", "additionalProperties": item}
	}
	properties := map[string]any{}
	for _, k := range keys {
		properties[k] = item
	}
	return map[string]any{"type": "object", "properties": properties, "additionalProperties": false}
}
