package words

import "strings"

// What the vectors are made from.

var splitTexts = []string{
	"", "Hello, World!", "my boss never listens", "trailing_", "trailing.", "trailing ", "trailing\u00ad", "trailing.\u00ad",
	"C++ and C# and F# but not a+b or 1+1=2", "word+ word++ word+++ word#x word#+",
	".NET and (.env) end .next '.git' ...and ..up 3.5 .5 -.x a..b don't.net x.y.net 入門.NET",
	"snake_case, kebab-case, node.js 1.6.0 v2.0-beta __init__ a__b -x-", "camelCase GitHub getElementById iPhone",
	"don’t can't boss's we'll I'm O'Brien’s rock'n'roll a' 'b a'b a's 's s's't it's. x't y't's",
	"e-mail, co\u2010worker, state-of-the-art, state-of-the-art-of-war", "Q&A, R&D; AT&T & co a&b=c", "1:1 1-1 10:30 3–4 3-4 2026-11-22 +49-30-12 a:b 1:b",
	"C'est l'équipe d'aujourd'hui; dell'arte, 't, foto's", "http://www.example.org/a_b/c.html?q=1#frag me@example.org",
	"Ünïcödé Straße ŒUVRE Łódź Ħal ıI İstanbul DİYARBAKIR ΣΊΣΥΦΟΣ ὈΔΥΣΣΕΎΣ", "Nguyễn Đặng Thị Phượng",
	"ёж чай Україна в'їзд ўсё ударе́ние и\u0306 И\u0306\u0301 й\u0316 и\u0301\u0306", "ﬁle ｆｕｌｌ ｗｉｄｔｈ １２３ ＣＬＩ＆Ａ ½ ² Ⅷ ㎏ №",
	"東京都に行く。板", "カﾞｷﾞ ｶﾞｷﾞ が ｱﾞ か\u3099\u3099", "日本語Go入門 日本語とEnglishのmix3個",
	"한국어 검색 \u1112\u1161\u11ab \u1112\u1161\u11abg \u1100\ud7b0\ud7cb ㅎㅏㄴ ㅋㅋㅋ ㅠㅠ a\u1161b",
	"สวัสดีครับ น้ำ นํ้า นํ\u0e32 ทำงาน\u200bที่บ้าน", "ຄຳລາວ ຂໍ\u0eb2", "မြန်မာဘာသာ ភាសាខ្មែរ", "हिन्दी में खोज क़लम क\u093cलम",
	"שָׁלוֹם עולם צה״ל ג׳ירפה תל־אביב והבית", "مَرْحَبًا بـــالعالم أحمد مدرسة على ۱۲۳ ٤٥٦ کتابی ﻻ",
	"soft\u00adhyphen zero\u200bwidth \ufeffbom a\u200db", "🙂 ❤️ 1️⃣ #️⃣ 👩‍👩‍👧 C#️⃣ ok👍", "日\u0301本\u0903語 \u3099か",
	"\u0301alone a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301b Z̷͉͝a̸̜͘l̶͙̀g̴͎͠o -\u0301a '\u0301b .\u0301c _\u3099d",
	"\x00\x01a\x00b\u2028c\u2029\ufffd\u0301d</script><!--", "𝒳𝓎𝓏 𐐀𐐁 𠮷野家",
	strings.Repeat("long", 20), strings.Repeat("long", 20) + "'t", strings.Repeat("é", 39) + "n't", strings.Repeat("長", 3) + strings.Repeat("l", 60) + "_x",
	"ﷺ Dž Ǆ ŉ x\u0345", StopWords("en")[0] + " \"quoted\" “quoted” ‘quoted’ —dash—dash",
}

var sentenceTexts = []string{
	"", "  \n ", "One.", "One. Two! Three? Four", "e.g. this stays whole. That not.", "A line\nand another\n\nlast",
	"3.14 is a number... Right? “Yes.” No.", "同僚が作った。みんなが使う！本当？はい 「はい。」と言った", "\u00a0\u3000Padded.\t Next\r\n", "Ends in dots…\u00a0Then",
	"He said \"go.\" Then (quietly!) he \"went?\" and. \"Done.\"", "صباح الخير. كيف حالك؟ جيد", "यह है। वह है।", "a.\u00e9. \u00e9. b. 🙂.", "\x00.\x00 \x00. \x00",
	".\n. .\n\n.", "x.\"\"\" y", "x.\"\"\"",
}

var compoundKnown = strings.Fields("team besprechung teamleitung leitung arbeit arbeits zeit woche ende liebe brief kind kinder garten feedback " +
	"gesprach spiel teil donau dampf schiff fahrt kapitan vergader vergadering zaal meeting room ruimte arbete arbets plats tag well being schafft")

var compoundTerms = strings.Fields("teambesprechung teamleitung teamleitungs arbeitszeit wochenende liebesbrief kindergarten feedbackgesprach beispiel vorteil " +
	"donaudampfschiff donaudampfschifffahrt donaudampfschifffahrtskapitan vergaderzaal vergaderingenzaal arbetsplats teamtag wellbeing " +
	"team x zeitzeit zeitszeits TEAMZEIT team-zeit teamzeit1 日本 teamarbeitszeitteambriefkind")
