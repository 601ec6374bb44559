package serve

import (
	"embed"
	"io/fs"
	"strings"
)

// live is the script of the preview with its stylesheet. It is added to pages that are
// served and never published.
//
//go:embed live
var live embed.FS

// liveScript is what each page loads; it loads the rest.
const liveScript = "live.js"

// liveFiles reads them, by address below own: live.js and live.css, and what they are made of
// in live/.
func liveFiles() map[string]file {
	files := map[string]file{}
	_ = fs.WalkDir(live, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := live.ReadFile(name)
		if short := strings.TrimPrefix(name, "live/"); short == liveScript || short == "live.css" {
			name = short
		}
		files[name] = newFile(name, text)
		return err
	}) // what is embedded can be read
	return files
}
