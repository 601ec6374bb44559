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
type manifest map[string]Sum

const manifestHeader = "playbook manifest 1\n"

// encode writes one line per file, by path, and a last one that shows a cut or
// changed manifest: size, hash and path, then "end" and the hash of all above.
func (m manifest) encode() []byte {
	var b bytes.Buffer
	b.WriteString(manifestHeader)
	for _, p := range slices.Sorted(maps.Keys(m)) {
		r := m[p]
		fmt.Fprintf(&b, "%d %x %s\n", r.Size, r.Hash, p)
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

func decodeRecord(line string) (string, Sum, error) {
	var r Sum
	fields := strings.SplitN(line, " ", 3)
	if len(fields) != 3 || len(fields[1]) != hex.EncodedLen(len(r.Hash)) {
		return "", r, errManifest
	}
	var errs [2]error
	r.Size, errs[0] = strconv.ParseInt(fields[0], 10, 64)
	_, errs[1] = hex.Decode(r.Hash[:], []byte(fields[1]))
	return fields[2], r, errors.Join(errs[:]...)
}
