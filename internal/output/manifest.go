package output

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// manifest lists the files that are ours.
type manifest map[string]record

// record is a file as we left it.
type record struct {
	size int64
	time int64 // of last change, in nanoseconds since 1970
	hash [sha256.Size]byte
}

const manifestHeader = "playbook manifest 1\n"

// encode writes one line per file, by path, and a last one that shows a cut or
// changed manifest: size, time, hash and path, then "end" and the hash of all above.
func (m manifest) encode() []byte {
	var b bytes.Buffer
	b.WriteString(manifestHeader)
	for _, p := range slices.Sorted(maps.Keys(m)) {
		r := m[p]
		fmt.Fprintf(&b, "%d %d %x %s\n", r.size, r.time, r.hash, p)
	}
	fmt.Fprintf(&b, "end %x\n", sha256.Sum256(b.Bytes()))
	return b.Bytes()
}

var errManifest = errors.New("not a whole manifest")

// decodeManifest reads what encode wrote. Anything else is an error: a manifest that
// may be wrong must not say what is ours.
func decodeManifest(b []byte) (manifest, error) {
	text, ok := strings.CutPrefix(string(b), manifestHeader)
	at := strings.LastIndex(text, "end ")
	if !ok || at < 0 {
		return nil, errManifest
	}
	if text[at:] != fmt.Sprintf("end %x\n", sha256.Sum256(b[:len(manifestHeader)+at])) {
		return nil, errManifest
	}
	m := manifest{}
	for line := range strings.Lines(text[:at]) {
		p, r, err := decodeRecord(strings.TrimSuffix(line, "\n"))
		if err != nil || forbidden(p) != "" {
			return nil, errManifest
		}
		m[p] = r
	}
	return m, nil
}

func decodeRecord(line string) (string, record, error) {
	var r record
	fields := strings.SplitN(line, " ", 4)
	if len(fields) != 4 || len(fields[2]) != hex.EncodedLen(len(r.hash)) {
		return "", r, errManifest
	}
	var errs [3]error
	r.size, errs[0] = strconv.ParseInt(fields[0], 10, 64)
	r.time, errs[1] = strconv.ParseInt(fields[1], 10, 64)
	_, errs[2] = hex.Decode(r.hash[:], []byte(fields[2]))
	return fields[3], r, errors.Join(errs[:]...)
}
