package search

// rankQueries are asked of pages() by both engines.
var rankQueries = []string{
	"", "map", "maps", "my boss never listens", "ask", "ask a supportive question", "supprotive", "quiet tea", "quiet team ", "a",
	"the of and", "c++", "pass_the_mic", "node.js", "hangte", "strasse", "看板", "板", "同僚が看板を作った", "zzzz", "question question order",
	"listening", "teammate's", "newcommer relaeses", "\u0000", "w", "boss boss boss the the", "what would have to be true",
	`"map on the wall"`, `map -wall`, `-map`, `kind:story map`, `kind:story`, `-kind:story ask`, `Kind:"Story"`, `kind:none ask`, `toward:boss`,
	`"ask the quiet`, `ask "quiet teammate" -"never speaks"`, `"the team" lost`, `note: ask`, `"…"`, `-`, `--map`, `"" map`, `“on the wall”`,
	"mapwall", "wandplan", "Planwand", "listenings", "suportve boss", "zzzz xyzzy map",
}
