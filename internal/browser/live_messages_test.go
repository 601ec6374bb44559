//go:build browser

package browser

import "maps"

// update is what a page learns about a rebuild.
type update struct {
	Run        string        `json:"run"`
	Generation int           `json:"generation"`
	Follow     bool          `json:"follow"`
	Problems   []liveProblem `json:"problems"`
	Stale      bool          `json:"stale"`
	Changed    []livePage    `json:"changed"`
	Assets     []string      `json:"assets,omitempty"`
	More       int           `json:"more,omitempty"`
}

type livePage struct {
	Address string  `json:"address"`
	Title   string  `json:"title"`
	File    string  `json:"file"`
	Share   float64 `json:"share,omitempty"`
}

type liveProblem struct {
	Severity string   `json:"severity"`
	Code     string   `json:"code"`
	Text     string   `json:"text"`
	Hint     string   `json:"hint"`
	File     string   `json:"file"`
	Line     int      `json:"line"`
	Column   int      `json:"column"`
	Length   int      `json:"length"`
	Source   []string `json:"source"`
	Editor   string   `json:"editor"`
	Block    int      `json:"block"`
}

// aboutPage is what the panel is told, with what a test wants different.
func aboutPage(address string, with map[string]any) map[string]any {
	about := map[string]any{
		"address": address, "file": "content/" + address + ".md", "editor": "vscode://file/content/" + address, "kind": "principle",
		"draft": false, "future": "", "unpublished": "", "words": 312, "minutes": 2,
		"findings": []liveProblem{}, "duplicates": []livePage{}, "backlinks": []livePage{}, "missing": []string{},
		"result": map[string]string{"title": "A title", "kind": "principle", "maturity": "tried", "passage": "A passage.", "address": address},
	}
	maps.Copy(about, with)
	return about
}
