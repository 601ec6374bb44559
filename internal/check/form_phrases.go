package check

// FormPhrases are the phrases of one rule, in the order in which they are looked for.
type FormPhrases struct {
	Code string          `json:"code"`
	Rows []FormPhraseRow `json:"rows"`
}

// FormPhraseRow is a reason and its phrases, as phraseTable has them.
type FormPhraseRow struct {
	Reason  string   `json:"reason"`
	Phrases []string `json:"phrases"`
}

func formPhrases() []FormPhrases {
	codes := map[*phraseTable]string{
		&commandPhrases: commandWords.Code, &howToPhrases: howToTeaching.Code, &largePhrases: largeChange.Code,
		&oneStylePhrases: oneStyle.Code, &heroPhrases: heroTalk.Code, &implementationPhrases: mostlyImplementation.Code,
	}
	var out []FormPhrases
	for _, t := range phraseTables() {
		p := FormPhrases{Code: codes[t]}
		for _, row := range *t {
			p.Rows = append(p.Rows, FormPhraseRow{row.reason, row.phrases})
		}
		out = append(out, p)
	}
	return out
}
