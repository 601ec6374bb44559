//go:build !unix

package output_test

import "errors"

func limitFiles(uint64) { panic(errors.ErrUnsupported) }
