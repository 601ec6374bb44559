package picture

// Format names the format of a file by its bytes, or is "".
func Format(data []byte) string {
	if f := formatOf(data); f != nil {
		return f.name
	}
	return ""
}
