package serve

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"path"
	"strconv"
	"strings"
	"time"
)

// types are the media types of what a site holds. The system's own table differs from one
// machine to the next, and is read from disk.
var types = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".json": "application/json", ".xml": "application/xml", ".txt": "text/plain; charset=utf-8", ".csv": "text/csv; charset=utf-8",
	".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif",
	".webp": "image/webp", ".avif": "image/avif", ".ico": "image/x-icon", ".webmanifest": "application/manifest+json",
	".woff2": "font/woff2", ".woff": "font/woff", ".ttf": "font/ttf", ".otf": "font/otf", ".pdf": "application/pdf",
	".mp3": "audio/mpeg", ".m4a": "audio/mp4", ".ogg": "audio/ogg", ".mp4": "video/mp4", ".webm": "video/webm", ".vtt": "text/vtt; charset=utf-8",
}

// file is an answer: its bytes, with what a browser needs to know of them.
type file struct {
	text []byte
	kind string
	tag  string
}

func newFile(name string, text []byte) file {
	kind := types[strings.ToLower(path.Ext(name))]
	if kind == "" {
		kind = "application/octet-stream"
	}
	sum := sha256.Sum256(text)
	return file{text, kind, `"` + hex.EncodeToString(sum[:8]) + `"`}
}

// send answers with the file. Only a page that is there can be the same as before.
func (f file) send(w http.ResponseWriter, req *http.Request, status int) {
	h := w.Header()
	h.Set("Content-Type", f.kind)
	h.Set("Cache-Control", "no-cache")
	h.Set("ETag", f.tag)
	if status == http.StatusOK {
		http.ServeContent(w, req, "", time.Time{}, bytes.NewReader(f.text))
		return
	}
	h.Set("Content-Length", strconv.Itoa(len(f.text)))
	w.WriteHeader(status)
	if req.Method != http.MethodHead {
		_, _ = w.Write(f.text) // the reader may have gone; there is nobody left to tell
	}
}
