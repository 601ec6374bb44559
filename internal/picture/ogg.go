package picture

import (
	"bytes"
	"encoding/binary"
)

// An Ogg file is pages, and packets across pages. The second packet of a stream holds
// its comments. They are overwritten where they are, so that no page has to move.

const oggHead = 27

func isOgg(data []byte) bool { return bytes.HasPrefix(data, []byte("OggS")) }

// oggStreams are the kinds of sound whose comments are alike, by how their first packet
// begins, with how their second does.
var oggStreams = []struct{ first, second string }{
	{"\x01vorbis", "\x03vorbis"},
	{"OpusHead", "OpusTags"},
	{"\x80theora", "\x81theora"},
}

// run is a range of the file that a packet has a part of.
type run struct{ from, to int }

// oggStream is how far the packets of one stream have been read.
type oggStream struct {
	mark  string // how the comments begin; "" when they are done
	runs  []run
	first bool // the first packet is complete
}

func cleanOgg(data []byte) result {
	p := &patch{data: data}
	streams := map[uint32]*oggStream{}
	at := 0
	for at < len(data) {
		page, ok := pageAt(data, at)
		if !ok {
			p.zero(at, len(data), trailing)
			break
		}
		serial := binary.LittleEndian.Uint32(data[at+14:])
		if data[at+5]&2 != 0 { // a stream begins
			s := &oggStream{}
			for _, kind := range oggStreams {
				if bytes.HasPrefix(data[page.body:page.end], []byte(kind.first)) {
					s.mark = kind.second
				}
			}
			if streams[serial] = s; s.mark == "" {
				return p.refuse("holds a stream whose comments are not known", "make it again as MP3 or Opus, for example with: ffmpeg -i in.ogg -map 0:a -map_metadata -1 -c:a libopus out.ogg")
			}
		}
		if s := streams[serial]; s != nil && s.mark != "" {
			s.read(p, page)
		}
		at = page.end
	}
	if p.mine {
		for at := 0; at < len(p.data); {
			page, ok := pageAt(p.data, at)
			if !ok {
				break
			}
			p.set(at+22, oggSum(p.data[at:page.end]), silent)
			at = page.end
		}
	}
	return p.result()
}

type oggPage struct {
	lengths   []byte // of its parts; 255 means that the packet goes on
	body, end int
}

func pageAt(data []byte, at int) (page oggPage, ok bool) {
	if !isOgg(data[at:]) || len(data)-at < oggHead || len(data)-at < oggHead+int(data[at+26]) {
		return page, false
	}
	page.body = at + oggHead + int(data[at+26])
	page.lengths = data[at+oggHead : page.body]
	page.end = page.body
	for _, n := range page.lengths {
		page.end += int(n)
	}
	page.end = min(page.end, len(data))
	return page, true
}

// read goes on until the comments are complete.
func (s *oggStream) read(p *patch, page oggPage) {
	at := page.body
	for _, n := range page.lengths {
		end := min(at+int(n), page.end)
		if s.first {
			s.runs = append(s.runs, run{at, end})
		}
		at = end
		switch {
		case n == 255:
		case !s.first:
			s.first = true
		default:
			s.overwrite(p)
			s.mark = ""
			return
		}
	}
}

// overwrite keeps the lengths, so the packet stays one of its kind.
func (s *oggStream) overwrite(p *patch) {
	var packet []byte
	for _, r := range s.runs {
		packet = append(packet, p.data[r.from:r.to]...)
	}
	plain, kind := plainComments(packet, s.mark)
	for _, r := range s.runs {
		p.set(r.from, plain[:r.to-r.from], kind)
		plain = plain[r.to-r.from:]
	}
}

// plainComments has letters instead of words. The program that made it is not worth a
// message.
func plainComments(packet []byte, mark string) (plain []byte, kind string) {
	plain = make([]byte, len(packet))
	if !bytes.HasPrefix(packet, []byte(mark)) {
		return plain, tags
	}
	copy(plain, mark)
	at := len(mark)
	text := func() bool {
		if len(packet)-at < 4 || uint64(binary.LittleEndian.Uint32(packet[at:])) > uint64(len(packet)-at-4) {
			return false
		}
		copy(plain[at:], packet[at:at+4])
		body := plain[at+4 : at+4+int(binary.LittleEndian.Uint32(packet[at:]))]
		for i := range body {
			body[i] = 'x'
		}
		if len(body) > 1 {
			body[1] = '=' // a comment is a name and a value
		}
		at += 4 + len(body)
		return true
	}
	if !text() || len(packet)-at < 4 {
		return noComments(packet, mark), tags
	}
	program := at
	count := binary.LittleEndian.Uint32(packet[at:])
	copy(plain[at:], packet[at:at+4])
	at += 4
	for range count {
		if !text() {
			return noComments(packet, mark), tags
		}
	}
	if mark == oggStreams[0].second && at < len(packet) {
		plain[at] = 1 // Vorbis ends with a bit that is set
	}
	if bytes.Equal(plain[program:], packet[program:]) {
		return plain, silent
	}
	return plain, tags
}

// noComments is for a packet that cannot be read: one of the same length that can.
func noComments(packet []byte, mark string) []byte {
	plain := make([]byte, len(packet))
	copy(plain, mark)
	if end := len(mark) + 4 + 4; mark == oggStreams[0].second && end < len(plain) {
		plain[end] = 1
	}
	return plain
}

var oggTable = func() (table [256]uint32) {
	for i := range table {
		r := uint32(i) << 24
		for range 8 {
			if r&(1<<31) != 0 {
				r = r<<1 ^ 0x04C11DB7
			} else {
				r <<= 1
			}
		}
		table[i] = r
	}
	return table
}()

// oggSum is the checksum of a page, for which it counts as zero. The standard library's
// CRC has its bits the other way round.
func oggSum(page []byte) []byte {
	var sum uint32
	for i, b := range page {
		if i >= 22 && i < 26 {
			b = 0
		}
		sum = sum<<8 ^ oggTable[byte(sum>>24)^b]
	}
	return binary.LittleEndian.AppendUint32(nil, sum)
}
