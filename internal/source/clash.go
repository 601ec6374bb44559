package source

import (
	"strings"

	"github.com/microleadership/playbook/internal/diag"
)

// clashes reports assets whose paths differ in case only: half of all file systems
// keep just one of them. (Entries with one address are found where addresses are known.)
func clashes(assets []File) diag.List {
	var list diag.List
	first := make(map[string]string, len(assets))
	for _, f := range assets {
		key := strings.ToLower(f.Path)
		if other, ok := first[key]; ok {
			list = append(list, diag.Diagnostic{
				Code: "file-name", Severity: diag.Error, Pos: diag.Position{File: f.Path},
				Text: "this differs from " + other + " in case only, so some systems keep just one of them",
				Hint: "give one of them another name",
			})
			continue
		}
		first[key] = f.Path
	}
	return list
}
