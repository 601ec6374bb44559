// Package arch holds the import rules of docs/architecture.md: its test fails when a
// package of this module imports another that its room may not know.
package arch

// rule lists the rooms that a room may import. A room that is not listed may import
// nothing of ours.
type rule map[string][]string

// allowed is the way the data goes, as rules. Siblings between playbook and build never
// import each other: what two of them need stands below them, in diag, decode or playbook.
var allowed = rule{
	"cmd/playbook": {
		"internal/build", "internal/watch", "internal/serve", "internal/output", "internal/check", "internal/config",
		"internal/frontmatter", "internal/intake", "internal/pages", "internal/source", "internal/search", "internal/playbook", "internal/diag", "internal/editor", "internal/amend", "internal/news", "internal/cache", "internal/pack", "themes",
	},

	"internal/diag":     {},
	"internal/parallel": {},
	"internal/pack":     {},
	"internal/stamp":    {},
	"internal/picture":  {},
	"internal/playbook": {"internal/diag"},
	"internal/decode":   {"internal/diag"},
	"internal/cache":    {"internal/pack", "internal/parallel"},

	"internal/source":      {"internal/diag", "internal/playbook", "internal/pack", "internal/stamp"},
	"internal/config":      {"internal/diag", "internal/playbook", "internal/decode"},
	"internal/frontmatter": {"internal/diag", "internal/playbook", "internal/decode"},
	"internal/intake":      {"internal/diag", "internal/playbook", "internal/decode"},
	"internal/markdown":    {"internal/diag", "internal/playbook"},
	"internal/check":       {"internal/diag", "internal/playbook", "internal/picture", "internal/parallel", "internal/pack"},
	"internal/pages":       {"internal/playbook"},
	"internal/theme":       {"internal/diag", "internal/theme/program"},
	"internal/search":      {"internal/search/words", "internal/search/meaning", "internal/search/shard", "internal/parallel", "internal/pack"},
	"internal/feeds":       {"internal/playbook"},
	"internal/news":        {"internal/playbook"},
	"internal/output":      {"internal/pack", "internal/stamp"},

	"internal/build": {
		"internal/source", "internal/config", "internal/frontmatter", "internal/markdown", "internal/check", "internal/pages",
		"internal/theme", "internal/search", "internal/feeds", "internal/leak", "internal/picture", "internal/output", "internal/playbook", "internal/diag", "internal/parallel", "internal/pack", "internal/cache",
	},
	"internal/watch":  {},
	"internal/editor": {"internal/diag"},
	"internal/amend":  {"internal/frontmatter", "internal/decode"},
	"internal/serve":  {"internal/build", "internal/pages", "internal/editor", "internal/playbook", "internal/diag"},

	// The search is one room with chambers: what a text is made of, and what its
	// pages mean, and how files are written.
	"internal/search/words":   {},
	"internal/search/meaning": {"internal/parallel", "internal/pack"},
	"internal/search/shard":   {},

	// A theme's layouts, as programs; and values to try them with.
	"internal/theme/program": {},
	"internal/theme/hostile": {},

	// Programs that measure a room from outside stand in a folder of it.
	"internal/chrome":             {},
	"internal/search/twin":        {"internal/chrome"},
	"internal/search/bench":       {"internal/search"},
	"internal/search/cost":        {"internal/bench/measure", "internal/chrome", "internal/search", "internal/search/cost/corpus", "internal/theme", "themes"},
	"internal/search/cost/corpus": {},

	// The whole program beside others: what they are given, how they are run, what is said of it.
	"internal/bench/corpus":  {"internal/search/cost/corpus"},
	"internal/bench/hugo":    {},
	"internal/bench/measure": {},
	"internal/bench/work":    {"internal/bench/corpus", "internal/bench/hugo", "internal/bench/measure"},
	"internal/bench/build":   {"internal/bench/corpus", "internal/bench/measure", "internal/bench/work"},
	"internal/bench/floor":   {"internal/bench/measure", "internal/bench/work"},
	"internal/bench/serve":   {"internal/chrome", "internal/bench/corpus", "internal/bench/hugo", "internal/bench/measure", "internal/bench/work", "themes"},
}
