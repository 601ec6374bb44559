// Package decode reads the YAML or TOML that an author typed into the structs of
// the domain, strictly, and says where each mistake stands.
//
// It exists because front matter and playbook.yaml need the same three things,
// which no decoder gives together: every mistake of a document in one run (not
// the first only), positions as lines and columns of the file, and one list of
// fields from which decoder and JSON Schema are both made. So the maintained
// parsers (go.yaml.in/yaml/v4, pelletier/go-toml) do the syntax and yield a Node
// tree; Into walks that tree against the structs' tags. The YAML that nearly all front
// matter is gets its tree without the parser (see plain), and the same one.
//
// The tags, on any struct:
//
//	field:"name" or field:"name,required"   the key an author types
//	doc:"One sentence."                     what editors show
//	vocab:"toward"                          values come from that vocabulary
//
// Field types: string, bool, int; string types with a Values method (closed
// sets); types with UnmarshalText (dates, periods); structs; slices of those; and
// maps from string to those. A field without a value (tags:) is as good as absent.
//
// Codes of the diagnostics: syntax, encoding, duplicate-key, unknown-field,
// unknown-value, missing-field, empty-field, wrong-type, unsupported-yaml.
package decode
