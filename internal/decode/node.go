package decode

import "unicode/utf8"

// shape is what a node is, whatever format it was written in.
type shape uint8

const (
	shapeNull shape = iota
	shapeText
	shapeNumber
	shapeBool
	shapeList
	shapeMap
	shapeRefused // already reported; nothing more is to be said of it
)

func (s shape) String() string {
	return [...]string{"nothing", "text", "a number", "true or false", "a list", "a group of fields", "what is not supported"}[s]
}

// Node is a value as an author wrote it.
type Node struct {
	text   string // scalars: the value as written, unquoted
	items  []*Node
	pairs  []pair
	pos    spot
	length int32 // in code points
	shape  shape
}

// pair is one key of a map with its value, in the order written.
type pair struct {
	key    string
	pos    spot
	length int32
	value  *Node
}

func runeLen(s string) int32 { return int32(max(1, utf8.RuneCountInString(s))) }
