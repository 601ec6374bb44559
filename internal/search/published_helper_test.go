package search

// piece is a shard before it is a file.
type piece struct{ name, payload string }

// published returns the manifest and all shards.
func (x *Index) published() (manifest, []piece, error) {
	shards := x.shards()
	scripts, err := new(press).print(shards)
	if err != nil {
		return manifest{}, nil, err
	}
	m := x.manifest(shards, scripts)
	if m.Shards, err = x.inside(shards, scripts); err != nil {
		return m, nil, err
	}
	var pieces []piece
	for _, s := range shards {
		payload, err := s.write(nil)
		if err != nil {
			return m, nil, err
		}
		pieces = append(pieces, piece{s.name, string(payload)})
	}
	return m, pieces, nil
}
