package frontmatter

import (
	"github.com/microleadership/playbook/internal/decode"
	"github.com/microleadership/playbook/internal/playbook"
)

// Schema returns the JSON Schema of one kind's front matter, made from the structs
// that Parse fills.
func Schema(kind playbook.Kind, vocabularies map[string][]string) map[string]any {
	_, targets := newEntry(kind)
	return decode.Schema("Front matter: "+string(kind), targets, options(kind, vocabularies))
}
