package shard

import (
	"unicode/utf16"
	"unicode/utf8"
)

// sumDigits is how many digits a sum has: few, because the manifest has one for every
// shard, and they do not compress.
const sumDigits = 3

// Sum returns a checksum of a payload as three digits: FNV-1a over its UTF-16 units,
// which is what a browser has, folded to 18 bits. It tells an old or damaged shard
// from the one that was published with the manifest; it is no protection against
// malice, which could replace both.
func Sum(payload []byte) string {
	h := uint32(2166136261)
	for i := 0; i < len(payload); {
		if b := payload[i]; b < utf8.RuneSelf {
			h = (h ^ uint32(b)) * 16777619
			i++
			continue
		}
		r, n := utf8.DecodeRune(payload[i:])
		i += n
		if a, b := utf16.EncodeRune(r); a != utf8.RuneError {
			h = (h ^ uint32(a)) * 16777619
			r = b
		}
		h = (h ^ uint32(r)) * 16777619
	}
	h ^= h >> 18 // every bit takes part
	var out []byte
	for range sumDigits {
		out = AppendDigit(out, int(h&63))
		h >>= 6
	}
	return string(out)
}
