package search

import "strings"

// What the vectors are made from.

var stemWords = append(strings.Fields(`
skis skies dying lying tying idly gently ugly early only singly sky news howe atlas cosmos bias andes innings outings
cannings herrings earrings proceeds exceeding succeeded caresses ties cries gas this gaps kiwis abyss bus buses feed
agreed agreedly bled plastered plasteredly motoring sing singing conflated troubled sized hopping tanned falling hissing
fizzed failing filing by say cry happy sky toy relational conditional rational valenci hesitanci digitizer conformabli
radicalli differentli vileli analogousli vietnamization predication operator feudalism decisiveness hopefulness
callousness formaliti sensitiviti sensibiliti analogi apologi harmlessli basely neatly triplicate formative formalize
electriciti electrical hopeful goodness revival allowance inference airliner gyroscopic adjustable defensible irritant
replacement adjustment dependent adoption homologou communism activate angulariti homologous effective bowdlerize
probate rate cease controll roll generate generously communication commune arsenal yes youth boyish enjoyed saying syzygy
yyy y ay by bee eed ing ed es s ss us ies ied listening listens listened leader leaders leadership lead leading
influence influences influential influencing suggestion suggestions suggested question questions questioning boss bosses
colleague colleagues supportively supportive support quietly quietness meeting meetings meets moved movement moving
`), strings.Fields(stopList)...)

var sentenceTexts = []string{
	"", "  \n ", "One.", "One. Two! Three? Four", "e.g. this stays whole. That not.", "A line\nand another\n\nlast",
	"3.14 is a number... Right? “Yes.” No.", "同僚が作った。みんなが使う！本当？はい", "\u00a0\u3000Padded.\t Next\r\n", "Ends in dots…\u00a0Then",
}

var analyseTexts = []string{
	"", "Hello, World!", "my boss never listens", "C++ and C# and F# but not a+b or 1+1=2", "snake_case, kebab-case, node.js 1.6.0",
	"don’t can't boss's we'll O'Brien’s rock'n'roll", "e-mail, co\u2010worker, state-of-the-art-of-war", "__init__ a__b -x- .net",
	"Ünïcödé Straße ŒUVRE Łódź ıI İstanbul ΣΊΣΥΦΟΣ", "ﬁle ｆｕｌｌ ｗｉｄｔｈ １２３ ½ ² Ⅷ ㎏ №", "東京都に行く。", "カﾞｷﾞ ｶﾞｷﾞ が",
	"한국어 검색 \u1112\u1161\u11ab", "สวัสดีครับ", "हिन्दी में खोज", "שָׁלוֹם עולם", "مَرْحَبًا بـــالعالم", "soft\u00adhyphen zero\u200bwidth \ufeffbom",
	"日本語とEnglishのmix3個", "🙂 ❤️ 1️⃣ 👩‍👩‍👧", "\u0301alone a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301b Z̷͉͝a̸̜͘l̶͙̀g̴͎͠o",
	"\x00\x01\u2028\u2029\ufffd</script><!--", "http://www.example.org/a_b/c.html?q=1#frag", strings.Repeat("long", 20), "𝒳𝓎𝓏 𐐀𐐁 𠮷野家",
	"a' 'b a'b a's 's s's't it's. x't y't's", "word+ word++ word+++ word#x word#+", "trailing_", "trailing.", "trailing ",
	strings.TrimSpace(stopList),
}

var rankQueries = []string{
	"", "map", "maps", "my boss never listens", "ask", "ask a supportive question", "supprotive", "quiet tea", "quiet team ", "a",
	"the of and", "c++", "pass_the_mic", "node.js", "hangte", "strasse", "看板", "板", "同僚が看板を作った", "zzzz", "question question order",
	"listening", "teammate's", "newcommer relaeses", "\u0000", "w", "boss boss boss the the", "what would have to be true",
}
