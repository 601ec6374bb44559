package picture

import (
	"bytes"
	"encoding/binary"
)

const (
	id3Head = 10
	id3Tail = 128 // of ID3v1
	apeTail = 32
)

func isMP3(data []byte) bool {
	if bytes.HasPrefix(data, []byte("ID3")) {
		return true
	}
	return len(data) >= 4 && data[0] == 0xFF && data[1]&0xE0 == 0xE0 && data[1]&0x06 != 0 && data[2]&0xF0 != 0xF0 && data[2]&0x0C != 0x0C
}

// cleanMP3 takes the tags off both ends: title, author, a picture, where it was recorded.
func cleanMP3(data []byte) result {
	c := &cut{data: data}
	for {
		size := id3Size(c.rest())
		if size == 0 {
			break
		}
		c.drop(size, tags)
	}
	end := len(data)
	for {
		size := tailSize(data[c.at:end])
		if size == 0 {
			break
		}
		end -= size
	}
	c.keep(end - c.at)
	c.drop(len(data)-end, tags)
	return c.result()
}

// id3Size is how long the tags at the beginning are; their size has seven bits in a byte.
func id3Size(data []byte) int {
	if len(data) < id3Head || !bytes.HasPrefix(data, []byte("ID3")) {
		return 0
	}
	size := id3Head
	if data[5]&0x10 != 0 {
		size += id3Head
	}
	return size + int(data[6]&127)<<21 + int(data[7]&127)<<14 + int(data[8]&127)<<7 + int(data[9]&127)
}

// tailSize is how long the last tags at the end are.
func tailSize(data []byte) int {
	n := len(data)
	switch {
	case n >= id3Tail && string(data[n-id3Tail:n-id3Tail+3]) == "TAG":
		return id3Tail
	case n >= apeTail && string(data[n-apeTail:n-apeTail+8]) == "APETAGEX":
		size := int64(binary.LittleEndian.Uint32(data[n-apeTail+12:]))
		if binary.LittleEndian.Uint32(data[n-apeTail+20:])&(1<<31) != 0 { // it has a head too
			size += apeTail
		}
		return int(min(max(size, apeTail), int64(n)))
	case n >= id3Head && string(data[n-id3Head:n-id3Head+3]) == "3DI":
		return min(n, id3Size(append([]byte("ID3"), data[n-id3Head+3:]...)))
	case n >= 9 && string(data[n-9:]) == "LYRICS200":
		if begin := bytes.LastIndex(data, []byte("LYRICSBEGIN")); begin >= 0 {
			return n - begin
		}
	}
	return 0
}
