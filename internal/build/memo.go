package build

// memo remembers results by a key that says everything they came from, so a value
// found is a value computed. Each round keeps only what it asked for: what
// the files no longer hold is forgotten, and memory stays flat.
type memo[K comparable, V any] struct {
	now, before map[K]V
}

// round starts anew: what the last round asked for can still be found.
func (m *memo[K, V]) round() { m.before, m.now = m.now, make(map[K]V, len(m.now)) }

func (m *memo[K, V]) get(key K) (V, bool) {
	v, ok := m.now[key]
	if !ok {
		if v, ok = m.before[key]; ok {
			m.now[key] = v
		}
	}
	return v, ok
}

func (m *memo[K, V]) put(key K, v V) {
	if m.now == nil {
		m.now = map[K]V{}
	}
	m.now[key] = v
}
