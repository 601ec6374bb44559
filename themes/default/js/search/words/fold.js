// Folding of text to the form in which words are compared; see fold.go.

const maxMarks = 8
const extending = /[\p{M}\uff9e\uff9f\u1160-\u11ff\ud7b0-\ud7ff]/u
const sign = /[\0-/:-@[-`{-\x7f]/
const ignorable =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u20d0-\u20ff\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\u00ad\ufeff\ufe00-\ufe0f]/
// й, ў and ї in two characters: letters that nobody types without their marks.
const cyrillic = 'и\u0306у\u0306і\u0308'

/**
 * fold returns three parallel lists: the folded code points, each as a string, and
 * the UTF-16 range of the source that each stands for.
 */
export function fold(text) {
  const chars = []
  const starts = []
  const ends = []
  for (let i = 0; i < text.length;) {
    const end = cluster(text, i)
    for (const c of foldCluster(text.slice(i, end))) {
      chars.push(c)
      starts.push(i)
      ends.push(end)
    }
    i = end
  }
  return { chars, starts, ends }
}

/** cluster returns where the letter at i ends, its marks included. */
function cluster(text, i) {
  const bare = sign.test(text[i])
  i += width(text, i)
  if (bare) return i
  while (text.charCodeAt(i) >= 0x300 && extending.test(String.fromCodePoint(text.codePointAt(i)))) i += width(text, i)
  return i
}

function width(text, i) {
  return text.codePointAt(i) > 0xffff ? 2 : 1
}

// What clusters fold to; most texts have few different ones.
const folded = new Map()

function foldCluster(s) {
  if (s.length === 1 && s < '\x80') return s.toLowerCase()
  let result = folded.get(s)
  if (result === undefined) {
    if (folded.size > 4000) folded.clear()
    folded.set(s, (result = [...normalised(s)]))
  }
  return result
}

function normalised(s) {
  let result = ''
  let before = ' '
  const kept = [...s].slice(0, maxMarks + 1).join('')
  for (let c of kept.normalize('NFKD')) {
    c = c.toLowerCase()
    if (!ignorable.test(c)) before = c
    else if (!cyrillic.includes(before + c)) continue
    result += plain(c)
  }
  return result.normalize('NFC')
}

const letters = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ł: 'l',
  ı: 'i',
  ς: 'σ',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '׳': "'",
  '‐': '-',
  '־': '-',
}

function plain(c) {
  return letters[c] ?? (/[٠-٩۰-۹]/.test(c) ? c.charCodeAt(0) & 15 : c)
}
