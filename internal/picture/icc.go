package picture

import (
	"encoding/binary"
	"slices"
)

// colourTags are the parts of an ICC profile that decide about colours. The others
// describe: names, copyright, a monitor's maker, model and serial number, when it was
// calibrated, by which program, for whom.
var colourTags = []string{
	"rXYZ", "gXYZ", "bXYZ", "wtpt", "bkpt", "lumi", "chad", "cicp",
	"rTRC", "gTRC", "bTRC", "kTRC",
	"A2B0", "A2B1", "A2B2", "B2A0", "B2A1", "B2A2",
	"D2B0", "D2B1", "D2B2", "D2B3", "B2D0", "B2D1", "B2D2", "B2D3", "gamt",
}

// deviceTags name one device: Apple's make and model, which holds a serial number, and
// the dictionary in which Linux keeps whose monitor it is.
var deviceTags = []string{"mmod", "meta"}

// textTypes are what a text is stored as. Zeros after the type are an empty text.
var textTypes = []string{"desc", "text", "mluc"}

const (
	iccHeader = 128
	// mostTags is how many the common colour engines read; longer profiles are refused there.
	mostTags = 100
)

// colourless says what of a header is not about colours: the program, the date, the
// platform, the device, the creator and the checksum, which may all be zero.
var colourless = [][2]int{{4, 8}, {24, 36}, {40, 44}, {48, 56}, {80, iccHeader}}

// plainProfile is a colour profile of the same length that says nothing but colours.
// It is built from zeros, so what no tag owns is not taken over either. What is no
// profile, or one that colour engines refuse, becomes all zeros, which they refuse too.
func plainProfile(profile []byte) (plain []byte, named bool) {
	plain = make([]byte, len(profile))
	if len(profile) < iccHeader+4 || string(profile[36:40]) != "acsp" {
		return plain, false
	}
	table := profile[iccHeader+4:]
	count := int64(binary.BigEndian.Uint32(profile[iccHeader:]))
	if count > mostTags || count*12 > int64(len(table)) {
		return plain, false
	}
	table = table[:count*12]
	copy(plain, profile[:iccHeader+4+len(table)])
	for _, r := range colourless {
		clear(plain[r[0]:r[1]])
	}
	for tag := range slices.Chunk(table, 12) {
		name, from, size := string(tag[:4]), int64(binary.BigEndian.Uint32(tag[4:])), int64(binary.BigEndian.Uint32(tag[8:]))
		if from < iccHeader+4+int64(len(table)) || from+size > int64(len(profile)) {
			continue
		}
		body := profile[from : from+size]
		switch {
		case slices.Contains(colourTags, name):
			copy(plain[from:], body)
		case len(body) >= 8 && slices.Contains(textTypes, string(body[:4])):
			copy(plain[from:], body[:4])
		}
		named = named || slices.Contains(deviceTags, name) && anything(body)
	}
	return plain, named
}

func anything(b []byte) bool { return slices.ContainsFunc(b, func(c byte) bool { return c != 0 }) }
