package words

// plain spells out what decomposition leaves alone, as people do who lack the key,
// and makes one of signs and letters that are written for each other.
func plain(r rune) []rune {
	switch r {
	case 'ß':
		return []rune("ss")
	case 'æ':
		return []rune("ae")
	case 'œ':
		return []rune("oe")
	case 'þ':
		return []rune("th")
	case 'ø':
		return []rune("o")
	case 'đ', 'ð':
		return []rune("d")
	case 'ħ':
		return []rune("h")
	case 'ł':
		return []rune("l")
	case 'ı':
		return []rune("i")
	case 'ς':
		return []rune("σ")
	case 'ى', 'ی': // final yeh without dots, Persian yeh
		return []rune("ي")
	case 'ک':
		return []rune("ك")
	case 'ة':
		return []rune("ه")
	case '‘', '’', 'ʼ', '׳':
		return []rune("'")
	case '‐', '־':
		return []rune("-")
	}
	if 0x0660 <= r && r <= 0x0669 || 0x06F0 <= r && r <= 0x06F9 { // Arabic, Persian digits
		return []rune{'0' + r&15}
	}
	return []rune{r}
}
