package search

// piece is a shard before it is a file.
type piece struct{ name, payload string }

// published returns the manifest and all shards.
func (x *Index) published() (manifest, []piece) {
	shards := x.shards()
	var pieces []piece
	for _, s := range shards {
		pieces = append(pieces, piece{s.name, string(s.write(nil))})
	}
	return x.manifest(shards, new(press).print(shards)), pieces
}
