package main

import (
	"bytes"
	"encoding/json"
	"iter"
	"os"
)

// certain gives values that cannot fail the form of those that can.
func certain[T any](values iter.Seq[T]) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for v := range values {
			if !yield(v, nil) {
				return
			}
		}
	}
}

func readAll[T any](lines iter.Seq2[T, error]) ([]T, error) {
	var all []T
	for v, err := range lines {
		if err != nil {
			return nil, err
		}
		all = append(all, v)
	}
	return all, nil
}

func writeLines[T any](name string, values []T) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	for _, v := range values {
		if err := enc.Encode(v); err != nil {
			return err
		}
	}
	return os.WriteFile(name, b.Bytes(), 0o666)
}
