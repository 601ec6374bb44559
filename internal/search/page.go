package search

// page is a document with what it says about words. All but the means and what is shown
// is a function of the document alone, given the numbers of the words.
type page struct {
	given      *Document // as it was handed in: by this the page is found again
	doc        *Document // clean; mostly the same
	lang       string
	compounds  bool     // its language writes words together
	length     lengths  // words of each field
	ends       lengths  // positions at which the fields end
	terms      []int32  // its words, each once
	starts     []uint32 // of each word in places, and where the last one ends
	places     []byte   // how many positions each word has, and their distances, as published
	neighbours []neighbour

	means  means   // for which levels holds
	levels []uint8 // of the impact of each word

	most int // bytes of the body, for which card holds
	card *card

	build int // that asked for it last
}

// neighbour is a word of a title, alias or ask.
type neighbour struct {
	term  int32
	pos   int32
	field uint8
	first bool // of its text
}
