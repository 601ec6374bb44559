package leak_test

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/microleadership/playbook/internal/cputime"
	"github.com/microleadership/playbook/internal/leak"
)

func FuzzScan(f *testing.F) {
	for _, text := range pages {
		f.Add("a.html", []byte(text))
	}
	for path, make := range pictures {
		f.Add(path, make("Jane Doe"))
	}
	f.Add("a.ics", []byte("A:Ja\r\n ne=\r\n D=6Fe"))
	f.Add("search-index.js", []byte(`playbookShard("t0",'Ajane Adoe Bx\n\n\n\ndoe=Bi');`))
	s := leak.New([]string{"Jane Doe", "Ed", "Zoë Łukasz-Müller", "Grace", "李小龙", "محمد علي"})
	f.Fuzz(func(t *testing.T, path string, data []byte) {
		for _, h := range s.Scan(path, data) {
			if h.Offset < 0 || h.Offset > len(data)+len(path) || h.Line > 0 && h.Column < 1 {
				t.Errorf("%+v", h)
			}
		}
	})
}

func TestNothingTakesLong(t *testing.T) {
	s := leak.New(ordinary())
	var bomb bytes.Buffer
	w := zlib.NewWriter(&bomb)
	for range 40 {
		_, _ = w.Write(make([]byte, 1<<20))
	}
	_ = w.Close()
	nested := "Jane Roe"
	for range 12 {
		nested = base64.StdEncoding.EncodeToString([]byte(nested + nested))
	}
	const n = 512 << 10
	fill := func(s string) string { return strings.Repeat(s, n/len(s)) }
	for what, text := range map[string]string{
		"entities": fill("&#"), "numbers": "&#" + fill("0"), "named": fill("&a"), "ampersands": fill("&amp;"), "deep": fill("&amp;amp;lt;"),
		"percents": fill("%"), "percent 25": fill("%25"), "backslashes": fill(`\`), "u": fill(`\u`), "windows": `C:\` + fill(`\n`),
		"tags": fill("<a"), "comments": fill("<!--"), "scripts": fill("<script>"), "styles": fill("<style><"), "quotes": fill("<a '=\"x>"), "doubles": fill("<a \"x='>"),
		"cdata": fill("<![CDATA["), "nested comments": fill("<!-- <a>") + "-->", "letters": fill("jane"), "names": fill("James Smith "), "spread": fill("J<b>a</b>m<i>e</i>s "),
		"initials": fill("j.s."), "dashes": fill("xn--"), "labels": fill("xn--a "), "base64": fill("aB3d"), "base64 lines": fill("SmFuZSBEb2UgSmFuZSBEb2UgSmFuZSBEb2UgSmFuZSBEb2UgSmFuZSBEb2Ug\n"),
		"base64 short": fill("aB3dEf9hK0 "), "nuls": fill("\x00"), "utf-16": fill("J\x00"), "folds": fill("\r\n "), "ff": fill("\xff"), "ligatures": fill("\ufdfa"),
		"jpeg": "\xff\xd8\xff" + fill("\xff\xe1\x00\x02"), "jpegs": fill("\xff\xd8\xff\xe0\x00\x02\xff\xd9"), "gif": "GIF89a" + fill("!\xfe\x01"), "riff": "RIFF" + fill("EXIF\x00\x00\x00\x00"),
		"iptc": "\xff\xd8\xff\xed\xff\xff" + fill("\x1c\x02\x50\x00\x00"), "tiff": "II*\x00\x08\x00\x00\x00" + fill("\x01\x00\x69\x87\x04\x00\x01\x00\x00\x00\x08\x00\x00\x00"),
		"png": "\x89PNG\r\n\x1a\n" + fill("\x00\x00\x00\x00tEXt\x00\x00\x00\x00"), "zip": "PK\x03\x04" + fill("PK\x05\x06"), "nested": nested,
		"bomb": string(withChunk("zTXt", "a\x00\x00"+bomb.String())), "shards": `playbookShard("t0",'` + fill("Aa ") + "');", "gzip": fill("\x1f\x8b\x08\x00"),
	} {
		path := "a.html"
		if what == "folds" {
			path = "a.ics"
		}
		began := cputime.Used()
		s.Scan(path, []byte(text))
		if took := cputime.Used() - began; took > 3*time.Second {
			t.Errorf("%s took %v", what, took)
		}
	}
}

func TestManyAtOnceFindTheSame(t *testing.T) {
	s := leak.New([]string{"Jane Doe", "Grace Hopper"})
	text := []byte(strings.Repeat("<p>Ja<b>ne</b> Doe &amp;#74;ane Doe SmFuZSBEb2UgSmFuZSBEb2U= G. Hopper</p>\n", 30))
	want := s.Scan("jane-doe.html", text)
	var wg sync.WaitGroup
	for range 16 {
		wg.Go(func() {
			for range 20 {
				if got := s.Scan("jane-doe.html", text); !reflect.DeepEqual(got, want) {
					t.Errorf("%+v", got)
				}
			}
		})
	}
	wg.Wait()
}
