package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"
)

type document struct {
	ID, Title, Text string
}

type query struct {
	ID, Text string
}

// readLines reads a file with a JSON value on each line.
func readLines[T any](corpus fs.FS, name string) ([]T, error) {
	data, err := fs.ReadFile(corpus, name)
	if err != nil {
		return nil, err
	}
	var values []T
	for dec := json.NewDecoder(bytes.NewReader(data)); dec.More(); {
		var v T
		if err := dec.Decode(&v); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		values = append(values, v)
	}
	return values, nil
}

// readJudgments reads which documents answer which query; gains are binary.
func readJudgments(corpus fs.FS, name string) (map[string]map[string]bool, error) {
	file, err := corpus.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	relevant := map[string]map[string]bool{}
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		columns := strings.Fields(lines.Text())
		if len(columns) < 3 || columns[2] == "0" {
			continue
		}
		if relevant[columns[0]] == nil {
			relevant[columns[0]] = map[string]bool{}
		}
		relevant[columns[0]][columns[1]] = true
	}
	return relevant, lines.Err()
}
